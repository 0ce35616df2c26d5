import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { KPI_KINDS, KPI_NAME_MAX, KPI_TEXT_MAX, KPI_UNIT_MAX, type KpiKind } from '@sightline/contracts';
import { suggestedKpiKind } from '@sightline/rules';
import { Field, FieldControl, Mark } from '@sightline/ui';
import { Words } from '../../platform/words/words';
import type { DraftField, KpiDraft } from './kpi-draft';

/** What is measured: name, definition, unit and kind, with a remark when the kind does not fit the words. */
@Component({
  selector: 'app-kpi-measure',
  imports: [Field, FieldControl, Mark, TranslocoPipe],
  templateUrl: './kpi-measure.html',
})
export class KpiMeasure {
  private readonly words = inject(Words);

  readonly draft = input.required<KpiDraft>();
  readonly errors = input.required<Partial<Record<DraftField, string>>>();
  readonly changed = output<Partial<KpiDraft>>();

  protected readonly kinds = KPI_KINDS;
  protected readonly limits = { name: KPI_NAME_MAX, definition: KPI_TEXT_MAX, unit: KPI_UNIT_MAX };
  /** The kind its words suggest, where another is chosen or none. */
  protected readonly suggestion = computed<KpiKind | null>(() => {
    const { name, definition, kind } = this.draft();
    if (!name.trim()) return null;
    const suggested = [name, definition].some((text) => suggestedKpiKind(text) === 'technical')
      ? 'technical'
      : 'outcome';
    if (suggested === kind) return null;
    return suggested === 'technical' || kind === '' ? suggested : null;
  });
  protected readonly hint = computed(() => {
    const suggested = this.suggestion();
    if (suggested === null) return '';
    return this.words.say(`outcomes.form.${suggested === 'technical' ? 'looksTechnical' : 'looksBusiness'}`);
  });
  protected readonly use = computed(() => {
    const kind = this.suggestion();
    return kind ? this.words.say('outcomes.form.useKind', { kind: this.words.say(`outcomes.kind.${kind}`) }) : '';
  });

  protected choose(kind: string): void {
    this.changed.emit({ kind: this.kinds.find((known) => known === kind) ?? '' });
  }
}
