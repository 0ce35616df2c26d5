import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { form, FormField, maxLength, required, type FieldTree } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { QUALITY_DIMENSIONS, type DataIssue, type QualityDimension } from '@sightline/contracts';
import { Field, FieldControl, ReferencePicker, type ReferenceOption } from '@sightline/ui';
import { OpenedForm } from '../../platform/forms/opened-form';
import { SaveProblems } from '../../platform/forms/save-problems';
import { Saving } from '../../platform/forms/saving';
import { FieldWords } from '../../platform/problems/field-words';
import { Lookups } from '../../platform/records/lookups';
import { DataApi } from '../data-api';
import { DomainDesk } from '../domain-page/domain-desk';

const EFFECT_MAX = 2000;
interface IssueModel {
  entity: string;
  dimension: QualityDimension;
  effect: string;
  owner: ReferenceOption | null;
  dueOn: string;
}

/** What is wrong with the data, what it does to the business, who mends it by when. Reports and changes. */
@Component({
  selector: 'app-issue-form',
  imports: [Field, FieldControl, FormField, OpenedForm, ReferencePicker, SaveProblems, TranslocoPipe],
  templateUrl: './issue-form.html',
})
export class IssueForm {
  private readonly api = inject(DataApi);
  private readonly desk = inject(DomainDesk);
  private readonly fieldWords = inject(FieldWords);
  protected readonly lookups = inject(Lookups);

  readonly issue = input<DataIssue | null>(null);
  /** Where it was noticed, when it is new. */
  readonly entity = input<string>();
  readonly dimension = input<QualityDimension>();
  readonly saved = output<DataIssue>();
  readonly left = output<void>();

  protected readonly dimensions = QUALITY_DIMENSIONS;
  protected readonly entities = computed(() => this.desk.domain()?.entities ?? []);
  protected readonly model = linkedSignal<IssueModel>(() => {
    const issue = this.issue();
    if (issue) return modelOf(issue);
    const entity = this.entity() ?? this.entities()[0]?.id ?? '';
    return { entity, dimension: this.dimension() ?? 'accuracy', effect: '', owner: null, dueOn: '' };
  });
  protected readonly form = form(this.model, (path) => {
    required(path.effect);
    maxLength(path.effect, EFFECT_MAX);
  });
  protected readonly saving = new Saving<IssueModel, DataIssue>({
    model: this.model,
    form: this.form,
    record: this.issue,
    toModel: modelOf,
    read: async (issue) => {
      const { issues } = await this.api.read(this.desk.code());
      return issues.find(({ id }) => id === issue.id) ?? issue;
    },
    send: (model, issue) => this.send(model, issue),
    saved: (issue) => this.saved.emit(issue),
  });
  protected readonly submitWord = computed(() => (this.issue() ? 'data.save' : 'data.issue.report'));

  protected errorOf(field: FieldTree<unknown>): string | null {
    return this.fieldWords.of(field);
  }

  protected pick(owner: ReferenceOption | null): void {
    this.model.update((model) => ({ ...model, owner }));
  }

  private send({ entity, dimension, ...rest }: IssueModel, issue: DataIssue | null): Promise<DataIssue> {
    const body = { effect: rest.effect.trim(), owner: rest.owner?.id ?? null, dueOn: rest.dueOn || null };
    return issue
      ? this.api.changeIssue(this.desk.code(), issue, body)
      : this.api.addIssue(this.desk.code(), { ...body, entity, dimension });
  }
}

function modelOf({ entity, dimension, effect, owner, dueOn }: DataIssue): IssueModel {
  return { entity: entity.id, dimension, effect, owner, dueOn: dueOn ?? '' };
}
