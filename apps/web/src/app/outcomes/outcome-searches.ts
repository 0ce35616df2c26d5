import { inject, Injectable } from '@angular/core';
import type { BusinessUnit, DriverInForce, Kpi, Page, User } from '@sightline/contracts';
import type { ReferenceOption, SearchReferences } from '@sightline/ui';
import { Api } from '../platform/api/api';
import type { QueryValue } from '../platform/api/api-url';

const FOUND_MAX = 12;

/** What the pickers of this feature find. */
@Injectable({ providedIn: 'root' })
export class OutcomeSearches {
  private readonly api = inject(Api);

  readonly kpis: SearchReferences = (q) => this.find<Kpi>('/kpis', { q }, (kpi) => kpi.owner?.name);
  readonly units: SearchReferences = (q) => this.find<BusinessUnit>('/business-units', { q }, () => undefined);
  readonly drivers: SearchReferences = (q) => this.find<DriverInForce>('/drivers', { q }, () => undefined);
  /** Only those who may own a KPI as far as their role says. */
  readonly champions: SearchReferences = async (q) => {
    const { items } = await this.api.get<Page<User>>('/users', {
      q,
      role: 'champion',
      status: 'active',
      kind: 'internal',
      pageSize: FOUND_MAX,
    });
    return items.map(({ id, name, businessUnit }) => option({ id, code: null, name }, businessUnit?.name));
  };

  private async find<T extends { id: string; code: string; name: string }>(
    path: string,
    query: Record<string, QueryValue>,
    detail: (item: T) => string | undefined,
  ): Promise<ReferenceOption[]> {
    const { items } = await this.api.get<Page<T>>(path, { ...query, pageSize: FOUND_MAX });
    return items.map((item) => option(item, detail(item)));
  }
}

function option({ id, code, name }: Omit<ReferenceOption, 'detail'>, detail: string | undefined): ReferenceOption {
  return { id, code, name, ...(detail ? { detail } : {}) };
}
