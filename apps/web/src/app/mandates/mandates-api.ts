import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Mandate, MandateChanges, NewMandate, Page } from '@sightline/contracts';
import { Api } from '../platform/api/api';
import { apiUrl } from '../platform/api/api-url';

/** What the site asks the server about mandates. */
@Injectable({ providedIn: 'root' })
export class MandatesApi {
  private readonly api = inject(Api);

  list(query: () => Record<string, string | number>): HttpResourceRef<Page<Mandate> | undefined> {
    return httpResource<Page<Mandate>>(() => apiUrl('/mandates', query()));
  }

  mandate(code: () => string | undefined): HttpResourceRef<Mandate | undefined> {
    return httpResource<Mandate>(() => {
      const wanted = code();
      return wanted ? apiUrl(at(wanted)) : undefined;
    });
  }

  read(code: string): Promise<Mandate> {
    return this.api.get(at(code));
  }

  create(mandate: NewMandate, key: string): Promise<Mandate> {
    return this.api.post('/mandates', mandate, key);
  }

  change({ code, version }: Mandate, changes: MandateChanges): Promise<Mandate> {
    return this.api.patch(at(code), changes, version);
  }
}

const at = (code: string): string => `/mandates/${encodeURIComponent(code)}`;
