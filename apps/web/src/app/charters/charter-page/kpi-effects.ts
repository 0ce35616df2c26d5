import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Charter, Kpi } from '@sightline/contracts';
import { CONFIDENCE_FACTOR } from '@sightline/rules';
import { CodeLink, DayPipe, FigurePipe, Hole, MeasurePipe, Person, SectionHeader, Stat } from '@sightline/ui';

/** The KPIs this charter moves: where they stand, and how far it will move them. */
@Component({
  selector: 'app-kpi-effects',
  imports: [CodeLink, DayPipe, FigurePipe, Hole, MeasurePipe, Person, RouterLink, SectionHeader, Stat, TranslocoPipe],
  templateUrl: './kpi-effects.html',
})
export class KpiEffects {
  readonly charter = input.required<Charter>();
  readonly kpis = input<ReadonlyMap<string, Kpi>>();
  readonly mayEdit = input(false);

  protected readonly rows = computed(() =>
    this.charter().kpis.map((cited) => ({
      ...cited,
      record: this.kpis()?.get(cited.kpi.id) ?? null,
      change: cited.from === null || cited.to === null ? null : cited.to - cited.from,
      factor: CONFIDENCE_FACTOR[cited.confidence],
      /** The KPI has been revised since it was cited. */
      behind: cited.currentRevision > cited.revision,
    })),
  );
}
