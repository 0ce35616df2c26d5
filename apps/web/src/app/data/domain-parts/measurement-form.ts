import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { form, FormField, maxLength, required, type FieldTree } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DataEntity, QualityStandard } from '@sightline/contracts';
import { Field, FieldControl, formatMeasure } from '@sightline/ui';
import { OpenedForm } from '../../platform/forms/opened-form';
import { SaveProblems } from '../../platform/forms/save-problems';
import { Saving } from '../../platform/forms/saving';
import { FieldWords } from '../../platform/problems/field-words';
import { Words } from '../../platform/words/words';
import { DataApi } from '../data-api';
import { DomainDesk } from '../domain-page/domain-desk';
import { organisationToday } from './today';

const SOURCE_MAX = 200;
interface MeasurementModel {
  standard: string;
  value: number | null;
  date: string;
  source: string;
}
export interface Measured {
  value: number;
  unit: string;
}

/** Records how good an entity was on a day; what is recorded stays. */
@Component({
  selector: 'app-measurement-form',
  imports: [Field, FieldControl, FormField, OpenedForm, SaveProblems, TranslocoPipe],
  templateUrl: './measurement-form.html',
})
export class MeasurementForm {
  private readonly api = inject(DataApi);
  private readonly desk = inject(DomainDesk);
  private readonly words = inject(Words);
  private readonly fieldWords = inject(FieldWords);

  readonly entity = input.required<DataEntity>();
  /** The rule to measure; without one, the first that was never measured. */
  readonly first = input<QualityStandard | null>(null);
  readonly saved = output<Measured>();
  readonly left = output<void>();

  protected readonly latestDay = organisationToday();
  protected readonly model = linkedSignal<MeasurementModel>(() => {
    const { standards } = this.entity();
    const standard = this.first() ?? standards.find(({ latest }) => latest === null) ?? standards[0];
    return { standard: standard?.id ?? '', value: null, date: this.latestDay, source: '' };
  });
  protected readonly form = form(this.model, (path) => {
    required(path.value);
    required(path.date);
    maxLength(path.source, SOURCE_MAX);
  });
  protected readonly chosen = computed(() => this.entity().standards.find(({ id }) => id === this.model().standard));
  protected readonly needs = computed(() => {
    const standard = this.chosen();
    if (!standard) return '';
    return this.words.say('data.measurement.needs', {
      comparison: this.words.say(`data.comparison.${standard.comparison}`),
      threshold: formatMeasure(standard.threshold, standard.unit, this.words.locale()),
    });
  });
  protected readonly saving = new Saving<MeasurementModel, QualityStandard>({
    model: this.model,
    form: this.form,
    record: () => null,
    toModel: () => this.model(),
    read: (standard) => Promise.resolve(standard),
    send: ({ standard, value, date, source }) =>
      this.api.measure(this.desk.code(), { standard, value: value ?? 0, date, source: source.trim() || null }),
    saved: ({ unit }) => this.saved.emit({ value: this.model().value ?? 0, unit }),
  });

  protected errorOf(field: FieldTree<unknown>): string | null {
    return this.fieldWords.of(field);
  }
}
