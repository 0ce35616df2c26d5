import { Component, computed, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { KPI_DIRECTIONS } from '@sightline/contracts';
import { Field, FieldControl } from '@sightline/ui';
import type { DraftField, KpiDraft } from './kpi-draft';

/** From where to where: direction, baseline, and a target or limits. */
@Component({
  selector: 'app-kpi-way',
  imports: [Field, FieldControl, TranslocoPipe],
  templateUrl: './kpi-way.html',
  styleUrl: './pair.css',
})
export class KpiWay {
  readonly draft = input.required<KpiDraft>();
  readonly errors = input.required<Partial<Record<DraftField, string>>>();
  readonly changed = output<Partial<KpiDraft>>();

  protected readonly directions = KPI_DIRECTIONS;
  protected readonly maintains = computed(() => this.draft().direction === 'maintain');

  protected choose(direction: string): void {
    this.changed.emit({ direction: this.directions.find((known) => known === direction) ?? '' });
  }
}
