import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Kpi } from '@sightline/contracts';
import { CodeLink, DayPipe, FigurePipe, Hole, MeasurePipe, Person, ProgressBar } from '@sightline/ui';
import { KpiStatusMark } from '../kpi-status';
import { KpiTrend } from '../kpi-trend';
import { KpiWords } from '../kpi-words';

/** One KPI as a row. What cannot be judged shows the hole instead of the figures. */
@Component({
  selector: 'tr[app-outcome-row]',
  imports: [
    CodeLink,
    DayPipe,
    FigurePipe,
    Hole,
    KpiStatusMark,
    KpiTrend,
    MeasurePipe,
    Person,
    ProgressBar,
    RouterLink,
    TranslocoPipe,
  ],
  templateUrl: './outcome-row.html',
  styleUrl: './outcome-row.css',
})
export class OutcomeRow {
  protected readonly words = inject(KpiWords);

  readonly kpi = input.required<Kpi>();
  readonly mayEdit = input(false);

  protected readonly link = computed(() => ['/outcomes', this.kpi().code]);
  protected readonly target = computed(() => this.words.target(this.kpi().target, this.kpi().unit));
  /** The gate counts outcomes only, so nothing is promised to a technical measure. */
  protected readonly counts = computed(() => this.kpi().kind !== 'technical');
  protected readonly uncovered = computed(() => (this.kpi().coverage?.ratio ?? 1) < 1);
}
