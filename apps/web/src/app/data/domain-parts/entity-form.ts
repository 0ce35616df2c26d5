import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { form, FormField, maxLength, required, type FieldTree } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  CLASSIFICATIONS,
  DESCRIPTION_MAX,
  NAME_MAX,
  type Classification,
  type DataEntity,
  type NewDataEntity,
} from '@sightline/contracts';
import { Field, FieldControl, ReferencePicker, type ReferenceOption } from '@sightline/ui';
import { OpenedForm } from '../../platform/forms/opened-form';
import { SaveProblems } from '../../platform/forms/save-problems';
import { Saving } from '../../platform/forms/saving';
import { FieldWords } from '../../platform/problems/field-words';
import { Lookups } from '../../platform/records/lookups';
import { Words } from '../../platform/words/words';
import { DataApi } from '../data-api';
import { DomainDesk } from '../domain-page/domain-desk';

interface EntityModel {
  name: string;
  description: string;
  /** Empty while nobody has classified it. */
  classification: Classification | '';
  source: ReferenceOption | null;
}

/** One kind of thing a domain holds: what it is, how it is protected, which system is right about it. */
@Component({
  selector: 'app-entity-form',
  imports: [Field, FieldControl, FormField, OpenedForm, ReferencePicker, SaveProblems, TranslocoPipe],
  templateUrl: './entity-form.html',
})
export class EntityForm {
  private readonly api = inject(DataApi);
  private readonly desk = inject(DomainDesk);
  private readonly fieldWords = inject(FieldWords);
  private readonly words = inject(Words);
  protected readonly lookups = inject(Lookups);

  readonly entity = input<DataEntity | null>(null);
  readonly focus = input('');
  readonly saved = output<DataEntity>();
  readonly left = output<void>();

  protected readonly classifications = CLASSIFICATIONS;
  protected readonly model = linkedSignal(() => modelOf(this.entity()));
  protected readonly form = form(this.model, (path) => {
    required(path.name);
    maxLength(path.name, NAME_MAX);
    maxLength(path.description, DESCRIPTION_MAX);
  });
  protected readonly saving = new Saving<EntityModel, DataEntity>({
    model: this.model,
    form: this.form,
    record: this.entity,
    toModel: modelOf,
    read: async (entity) => {
      const { entities } = await this.api.read(this.desk.code());
      return entities.find(({ id }) => id === entity.id) ?? entity;
    },
    send: (model, entity) =>
      entity
        ? this.api.changeEntity(this.desk.code(), entity, bodyOf(model))
        : this.api.addEntity(this.desk.code(), bodyOf(model)),
    saved: (entity) => this.saved.emit(entity),
    describe: (field, value) =>
      field === 'classification' && value ? this.words.say(`data.classification.${String(value)}`) : undefined,
  });
  protected readonly submitWord = computed(() => (this.entity() ? 'data.save' : 'data.entity.add'));

  protected errorOf(field: FieldTree<unknown>): string | null {
    return this.fieldWords.of(field);
  }

  protected pick(source: ReferenceOption | null): void {
    this.model.update((model) => ({ ...model, source }));
  }
}

function modelOf(entity: DataEntity | null): EntityModel {
  return {
    name: entity?.name ?? '',
    description: entity?.description ?? '',
    classification: entity?.classification ?? '',
    source: entity?.authoritativeSource ?? null,
  };
}

function bodyOf({ name, description, classification, source }: EntityModel): NewDataEntity {
  return {
    name: name.trim(),
    description: description.trim(),
    classification: classification || null,
    authoritativeSource: source?.id ?? null,
  };
}
