import { inject, Injectable } from '@angular/core';
import type { Kpi, Page, Reference, User } from '@sightline/contracts';
import type { ReferenceOption, SearchReferences } from '@sightline/ui';
import { Api } from '../../platform/api/api';

const FOUND_MAX = 12;

/** What the pickers of the draft find. */
@Injectable({ providedIn: 'root' })
export class DraftLookups {
  private readonly api = inject(Api);

  readonly people: SearchReferences = async (q) => {
    const { items } = await this.api.get<Page<User>>('/users', {
      q,
      status: 'active',
      kind: 'internal',
      pageSize: FOUND_MAX,
    });
    return items.map(({ id, name, businessUnit }) => option({ id, code: null, name }, businessUnit?.name));
  };

  readonly kpis: SearchReferences = async (q) => {
    const { items } = await this.api.get<Page<Kpi>>('/kpis', { q, pageSize: FOUND_MAX });
    return items.map((kpi) => option(kpi, kpi.owner?.name));
  };
}

function option({ id, code, name }: Reference, detail?: string): ReferenceOption {
  return { id, code, name, ...(detail ? { detail } : {}) };
}
