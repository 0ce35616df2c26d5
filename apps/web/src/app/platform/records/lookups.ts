import { inject, Injectable } from '@angular/core';
import type { Page, Reference, User } from '@sightline/contracts';
import type { ReferenceOption, SearchReferences } from '@sightline/ui';
import { Api } from '../api/api';

const FOUND_MAX = 12;

/** What the pickers of the registers and of data domains find. */
@Injectable({ providedIn: 'root' })
export class Lookups {
  private readonly api = inject(Api);

  readonly units = this.of('/business-units');
  readonly parties = this.of('/parties');
  readonly systems = this.of('/systems');
  /** Active people of our own, who can answer for something. */
  readonly people = this.peopleWhere({ status: 'active', kind: 'internal' });
  /** Vendors and partners. */
  readonly outsideParties = this.of('/parties', { external: 'true' });
  /** Active people of theirs. */
  readonly outsiders = this.peopleWhere({ status: 'active', kind: 'external' });
  /** Everybody who ever was here. */
  readonly everybody = this.peopleWhere({});

  private of(path: string, filter: Record<string, string> = {}): SearchReferences {
    return async (q) => {
      const { items } = await this.api.get<Page<Reference>>(path, { ...filter, q, pageSize: FOUND_MAX });
      return items.map(({ id, code, name }) => ({ id, code, name }));
    };
  }

  private peopleWhere(filter: Record<string, string>): SearchReferences {
    return async (q) => {
      const { items } = await this.api.get<Page<User>>('/users', { ...filter, q, pageSize: FOUND_MAX });
      return items.map(({ id, name, businessUnit, party }) => ({
        id,
        code: null,
        name,
        ...detailOf(businessUnit ?? party),
      }));
    };
  }
}

function detailOf(reference: Reference | null): Pick<ReferenceOption, 'detail'> {
  return reference ? { detail: reference.name } : {};
}
