import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  Charter,
  ExceptionChanges,
  ExceptionProposed,
  NewException,
  Page,
  Principle,
  PrincipleException,
  RenewException,
} from '@sightline/contracts';
import { Api } from '../platform/api/api';
import { apiUrl } from '../platform/api/api-url';

/** What the site asks the server about exceptions. */
@Injectable({ providedIn: 'root' })
export class ExceptionsApi {
  private readonly api = inject(Api);

  list(query: () => Record<string, string | number>): HttpResourceRef<Page<PrincipleException> | undefined> {
    return httpResource<Page<PrincipleException>>(() => apiUrl('/exceptions', query()));
  }

  exception(code: () => string | undefined): HttpResourceRef<PrincipleException | undefined> {
    return httpResource<PrincipleException>(() => {
      const wanted = code();
      return wanted ? apiUrl(at(wanted)) : undefined;
    });
  }

  /** The principle it deviates from: how it reads, how to deviate, how often that happens. */
  principle(code: () => string | null | undefined): HttpResourceRef<Principle | undefined> {
    return httpResource<Principle>(() => {
      const wanted = code();
      return wanted ? apiUrl(`/principles/${encodeURIComponent(wanted)}`) : undefined;
    });
  }

  charter(code: () => string | null | undefined): HttpResourceRef<Charter | undefined> {
    return httpResource<Charter>(() => {
      const wanted = code();
      return wanted ? apiUrl(`/charters/${encodeURIComponent(wanted)}`) : undefined;
    });
  }

  read(code: string): Promise<PrincipleException> {
    return this.api.get(at(code));
  }

  create(exception: NewException, key: string): Promise<PrincipleException> {
    return this.api.post('/exceptions', exception, key);
  }

  change({ code, version }: PrincipleException, changes: ExceptionChanges): Promise<PrincipleException> {
    return this.api.patch(at(code), changes, version);
  }

  renew({ code }: PrincipleException, renewal: RenewException, key: string): Promise<PrincipleException> {
    return this.api.post(`${at(code)}/renew`, renewal, key);
  }

  propose({ code }: PrincipleException): Promise<ExceptionProposed> {
    return this.api.post(`${at(code)}/propose`);
  }

  revoke({ code }: PrincipleException, reason: string): Promise<PrincipleException> {
    return this.api.post(`${at(code)}/revoke`, { reason });
  }
}

const at = (code: string): string => `/exceptions/${encodeURIComponent(code)}`;
