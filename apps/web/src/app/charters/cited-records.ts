import { inject, Injectable, resource, type ResourceRef } from '@angular/core';
import type { DataDomain, Kpi, Page, PrincipleInForce } from '@sightline/contracts';
import { Api } from '../platform/api/api';

/** The records a charter cites, as they stand now; those the reader may not see are left out. */
@Injectable({ providedIn: 'root' })
export class CitedRecords {
  private readonly api = inject(Api);

  kpis(ids: () => readonly string[]): ResourceRef<ReadonlyMap<string, Kpi> | undefined> {
    return this.each<Kpi>('kpis', ids);
  }

  domains(ids: () => readonly string[]): ResourceRef<ReadonlyMap<string, DataDomain> | undefined> {
    return this.each<DataDomain>('data-domains', ids);
  }

  /** Every principle of the version in force; none while there is no such version. */
  principles(visible = true): ResourceRef<readonly PrincipleInForce[] | undefined> {
    return resource({
      params: () => (visible ? {} : undefined),
      loader: () =>
        this.api.get<Page<PrincipleInForce>>('/principles', { pageSize: 200 }).then(
          ({ items }) => items,
          () => [],
        ),
    });
  }

  private each<T extends { id: string }>(
    register: string,
    ids: () => readonly string[],
  ): ResourceRef<ReadonlyMap<string, T> | undefined> {
    return resource({
      params: () => ids().toSorted().join(),
      loader: async ({ params }) => {
        const wanted = params === '' ? [] : params.split(',');
        const answers = await Promise.allSettled(wanted.map((id) => this.api.get<T>(`/${register}/${id}`)));
        return new Map(
          answers.flatMap((answer) => (answer.status === 'fulfilled' ? [[answer.value.id, answer.value]] : [])),
        );
      },
    });
  }
}
