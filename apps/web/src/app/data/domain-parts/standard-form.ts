import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { form, FormField, maxLength, required, type FieldTree } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { QUALITY_DIMENSIONS, type DataEntity, type QualityDimension, type QualityStandard } from '@sightline/contracts';
import { Field, FieldControl } from '@sightline/ui';
import { OpenedForm } from '../../platform/forms/opened-form';
import { SaveProblems } from '../../platform/forms/save-problems';
import { Saving } from '../../platform/forms/saving';
import { FieldWords } from '../../platform/problems/field-words';
import { Words } from '../../platform/words/words';
import { DataApi } from '../data-api';
import { DomainDesk } from '../domain-page/domain-desk';

const RULE_MAX = 2000;
const UNIT_MAX = 50;
interface StandardModel {
  dimension: QualityDimension;
  rule: string;
  comparison: 'at_least' | 'at_most';
  threshold: number | null;
  unit: string;
}

/** How good an entity has to be in one respect, as a rule with a threshold. */
@Component({
  selector: 'app-standard-form',
  imports: [Field, FieldControl, FormField, OpenedForm, SaveProblems, TranslocoPipe],
  templateUrl: './standard-form.html',
  styles: `
    .three {
      display: grid;
      grid-template-columns: 1.2fr 1fr 1fr;
      gap: 0 16px;
      align-items: end;
    }
    .three ui-field {
      margin-top: 16px;
    }
  `,
})
export class StandardForm {
  private readonly api = inject(DataApi);
  private readonly desk = inject(DomainDesk);
  private readonly fieldWords = inject(FieldWords);
  private readonly words = inject(Words);

  readonly entity = input.required<DataEntity>();
  readonly standard = input<QualityStandard | null>(null);
  readonly saved = output<QualityStandard>();
  readonly left = output<void>();

  protected readonly dimensions = QUALITY_DIMENSIONS;
  protected readonly comparisons = ['at_least', 'at_most'] as const;
  protected readonly model = linkedSignal(() => modelOf(this.standard()));
  protected readonly form = form(this.model, (path) => {
    required(path.rule);
    maxLength(path.rule, RULE_MAX);
    required(path.threshold);
    required(path.unit);
    maxLength(path.unit, UNIT_MAX);
  });
  protected readonly saving = new Saving<StandardModel, QualityStandard>({
    model: this.model,
    form: this.form,
    record: this.standard,
    toModel: modelOf,
    read: (standard) => this.read(standard),
    send: (model, standard) => this.send(model, standard),
    saved: (standard) => this.saved.emit(standard),
    describe: (field, value) =>
      field === 'dimension' || field === 'comparison' ? this.words.say(`data.${field}.${String(value)}`) : undefined,
  });
  protected readonly submitWord = computed(() => (this.standard() ? 'data.save' : 'data.standard.add'));

  protected errorOf(field: FieldTree<unknown>): string | null {
    return this.fieldWords.of(field);
  }

  private async read(standard: QualityStandard): Promise<QualityStandard> {
    const { entities } = await this.api.read(this.desk.code());
    return entities.flatMap(({ standards }) => standards).find(({ id }) => id === standard.id) ?? standard;
  }

  private send(model: StandardModel, standard: QualityStandard | null): Promise<QualityStandard> {
    const body = { ...model, rule: model.rule.trim(), unit: model.unit.trim(), threshold: model.threshold ?? 0 };
    return standard
      ? this.api.changeStandard(this.desk.code(), standard, body)
      : this.api.addStandard(this.desk.code(), { ...body, entity: this.entity().id });
  }
}

function modelOf(standard: QualityStandard | null): StandardModel {
  return {
    dimension: standard?.dimension ?? 'completeness',
    rule: standard?.rule ?? '',
    comparison: standard?.comparison ?? 'at_least',
    threshold: standard?.threshold ?? null,
    unit: standard?.unit ?? '%',
  };
}
