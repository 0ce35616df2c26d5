import { computed, inject, Injectable } from '@angular/core';
import type { Kpi } from '@sightline/contracts';
import { CitedRecords } from '../cited-records';
import { DraftStore } from './draft-store';

const NONE: ReadonlyMap<string, Kpi> = new Map();

/** The KPIs of the draft as they stand now; what is known stays while another one is being read. */
@Injectable()
export class CitedKpis {
  private readonly store = inject(DraftStore);
  private readonly resource = inject(CitedRecords).kpis(() => this.store.model().kpis.map(({ kpi }) => kpi.id));

  readonly records = computed(() => (this.resource.hasValue() ? this.resource.value() : NONE));
}
