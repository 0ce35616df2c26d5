import { inject, Injectable } from '@angular/core';
import type {
  BusinessUnit,
  CapabilityInForce,
  CharterSummary,
  DataDomainSummary,
  Kpi,
  Page,
  Party,
  PrincipleInForce,
  Service,
  System,
  User,
} from '@sightline/contracts';
import type { ReferenceOption, SearchReferences } from '@sightline/ui';
import { Api } from '../platform/api/api';

const SHOWN = 12;

/** What the pickers of charters search, register by register. */
@Injectable({ providedIn: 'root' })
export class Searches {
  private readonly api = inject(Api);

  readonly units = this.of<BusinessUnit>('/business-units', ({ id, code, name }) => ({ id, code, name }));
  readonly services = this.of<Service>('/services', ({ id, code, name }) => ({ id, code, name }));
  readonly systems = this.of<System>('/systems', ({ id, code, name, vendor }) => option(id, code, name, vendor));
  readonly parties = this.of<Party>('/parties', ({ id, code, name, organisation }) =>
    option(id, code, name, organisation),
  );
  readonly charters = this.of<CharterSummary>('/charters', ({ id, code, title, businessUnit }) =>
    option(id, code, title, businessUnit?.name),
  );
  readonly kpis = this.of<Kpi>('/kpis', ({ id, code, name, owner }) => option(id, code, name, owner?.name));
  readonly domains = this.of<DataDomainSummary>('/data-domains', ({ id, code, name }) => ({ id, code, name }));
  readonly principles = this.of<PrincipleInForce>('/principles', ({ id, code, title }) => ({ id, code, name: title }));
  readonly capabilities = this.of<CapabilityInForce>('/capabilities', ({ id, code, name }) => ({ id, code, name }));
  readonly people = this.of<User>(
    '/users',
    ({ id, name, businessUnit, party }) => option(id, null, name, businessUnit?.name ?? party?.name),
    { status: 'active' },
  );
  /** By e-mail address, which reads better than an id in an address that is shared. */
  readonly leads = this.of<User>(
    '/users',
    ({ email, name, businessUnit }) => option(email, null, name, businessUnit?.name),
    {
      status: 'active',
    },
  );

  private of<T>(
    path: string,
    show: (record: T) => ReferenceOption,
    filter: Record<string, string> = {},
  ): SearchReferences {
    return async (q) => {
      const { items } = await this.api.get<Page<T>>(path, { ...filter, q, pageSize: SHOWN });
      return items.map(show);
    };
  }
}

function option(id: string, code: string | null, name: string, detail?: string | null): ReferenceOption {
  return { id, code, name, ...(detail ? { detail } : {}) };
}
