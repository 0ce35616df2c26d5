import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DriverInForce, Kpi } from '@sightline/contracts';
import { Mark, Slices, SortHeader } from '@sightline/ui';
import type { ListState } from '../../platform/records/list-state';
import { Session } from '../../platform/session/session';
import { OutcomeRow } from './outcome-row';

const ROWS = { height: 48, above: 230 };

interface Group {
  key: string;
  name: string | null;
  weight: number | null;
  kpis: Kpi[];
}

/** KPIs in rows: under their drivers when sorted by them, else as one list. */
@Component({
  selector: 'app-outcome-table',
  imports: [Mark, OutcomeRow, SortHeader, TranslocoPipe],
  templateUrl: './outcome-table.html',
  styleUrl: './outcome-table.css',
})
export class OutcomeTable {
  private readonly session = inject(Session);

  readonly kpis = input.required<readonly Kpi[]>();
  readonly drivers = input.required<readonly DriverInForce[]>();
  readonly list = input.required<ListState>();

  protected readonly columns = ['status', 'trend', 'latest', 'target', 'forecast', 'coverage', 'owner'] as const;
  protected readonly isNumber = (column: string): boolean =>
    column === 'latest' || column === 'target' || column === 'forecast' || column === 'coverage';

  protected readonly rows = inject(Slices).of(this.kpis, ROWS);
  protected readonly groups = computed<Group[]>(() => {
    if (this.list().sort() !== 'driver')
      return [{ key: 'all', name: null, weight: null, kpis: [...this.rows.shown()] }];
    const groups = new Map<string, Group>();
    for (const kpi of this.rows.shown()) {
      const key = kpi.driver?.id ?? '';
      const weight = this.drivers().find(({ id }) => id === key)?.weight ?? null;
      const group = groups.get(key) ?? { key, name: kpi.driver?.name ?? '', weight, kpis: [] };
      group.kpis.push(kpi);
      groups.set(key, group);
    }
    return [...groups.values()];
  });

  protected mayEdit(kpi: Kpi): boolean {
    return this.session.may('kpi.edit', { own: kpi.owner?.id === this.session.me()?.user.id });
  }
}
