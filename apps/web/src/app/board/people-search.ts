import { inject, Injectable } from '@angular/core';
import type { Page, User } from '@sightline/contracts';
import type { SearchReferences } from '@sightline/ui';
import { Api } from '../platform/api/api';

const FOUND_MAX = 12;

/** Finds people of the organisation for seats and substitutes. */
@Injectable({ providedIn: 'root' })
export class PeopleSearch {
  private readonly api = inject(Api);

  readonly find: SearchReferences = async (q) => {
    const query = { q, status: 'active', kind: 'internal', pageSize: FOUND_MAX };
    const { items } = await this.api.get<Page<User>>('/users', query);
    return items.map(({ id, name, businessUnit }) => ({
      id,
      code: null,
      name,
      ...(businessUnit ? { detail: businessUnit.name } : {}),
    }));
  };
}
