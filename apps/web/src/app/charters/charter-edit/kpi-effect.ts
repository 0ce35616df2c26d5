import { Component, computed, inject, input, output } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { CONFIDENCES, type Kpi } from '@sightline/contracts';
import { CONFIDENCE_FACTOR } from '@sightline/rules';
import { CodeLink, DayPipe, Field, FieldControl, Hole, Icon, MeasurePipe, Stat } from '@sightline/ui';
import { RouterLink } from '@angular/router';
import { FieldWords } from '../../platform/problems/field-words';
import { Words } from '../../platform/words/words';
import type { DraftKpi } from './charter-draft';

/** One KPI and how far this charter moves it: from, to, by when, and how sure one is. */
@Component({
  selector: 'app-kpi-effect',
  imports: [
    CodeLink,
    DayPipe,
    Field,
    FieldControl,
    FormField,
    Hole,
    Icon,
    MeasurePipe,
    RouterLink,
    Stat,
    TranslocoPipe,
  ],
  templateUrl: './kpi-effect.html',
  styleUrl: './cited.css',
})
export class KpiEffect {
  private readonly words = inject(Words);
  private readonly fieldWords = inject(FieldWords);

  readonly field = input.required<FieldTree<DraftKpi>>();
  readonly record = input<Kpi>();
  readonly index = input.required<number>();
  readonly dropped = output<void>();

  protected readonly confidences = CONFIDENCES;
  protected readonly factor = CONFIDENCE_FACTOR;
  protected readonly kpi = computed(() => this.field()().value().kpi);
  protected readonly maintained = computed(() => this.record()?.direction === 'maintain');
  protected readonly missing = computed(() =>
    (this.record()?.missing ?? []).map((part) => this.words.say(`charters.kpiPart.${part}`)),
  );
  protected readonly target = computed(() => {
    const target = this.record()?.target;
    return target ? { value: target.value ?? target.upper ?? target.lower, date: target.date } : null;
  });
  /** How much of the gap all charters together close, this one not yet counted while it is undecided. */
  protected readonly coverage = computed(() => {
    const coverage = this.record()?.coverage;
    if (!coverage) return null;
    return coverage.reached
      ? this.words.say('charters.kpi.reached')
      : this.words.say('charters.kpi.coverage', { percent: Math.round((coverage.ratio ?? 0) * 100) });
  });

  /** Ids are unique per row; the first row answers to the field's own name. */
  protected id(part: string): string {
    return `kpi-${this.index()}-${part}`;
  }

  protected errorOf(field: FieldTree<unknown>): string | null {
    return this.fieldWords.of(field);
  }
}
