import { Component, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { CADENCES, KPI_REASON_MAX, KPI_TEXT_MAX } from '@sightline/contracts';
import { Field, FieldControl, ReferencePicker } from '@sightline/ui';
import { OutcomeSearches } from '../outcome-searches';
import type { DraftField, KpiDraft } from './kpi-draft';

const WEIGHTS = ['1', '2', '3', '4', '5'] as const;

/** Who answers for it, how often it is measured, and how much it matters. */
@Component({
  selector: 'app-kpi-answer',
  imports: [Field, FieldControl, ReferencePicker, TranslocoPipe],
  templateUrl: './kpi-answer.html',
  styleUrl: './pair.css',
})
export class KpiAnswer {
  protected readonly searches = inject(OutcomeSearches);

  readonly draft = input.required<KpiDraft>();
  readonly errors = input.required<Partial<Record<DraftField, string>>>();
  readonly asksReason = input(false);
  readonly changed = output<Partial<KpiDraft>>();

  protected readonly cadences = CADENCES;
  protected readonly weights = WEIGHTS;
  protected readonly limits = { note: KPI_TEXT_MAX, reason: KPI_REASON_MAX };

  protected chooseCadence(cadence: string): void {
    this.changed.emit({ cadence: this.cadences.find((known) => known === cadence) ?? '' });
  }
}
