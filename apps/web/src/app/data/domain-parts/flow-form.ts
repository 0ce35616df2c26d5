import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { form, FormField, required, validate, type FieldTree } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  CLASSIFICATIONS,
  FLOW_PATTERNS,
  type Classification,
  type DataEntity,
  type DataFlow,
  type FlowPattern,
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

interface FlowModel {
  from: ReferenceOption | null;
  to: ReferenceOption | null;
  entities: string[];
  pattern: FlowPattern;
  classification: Classification | '';
}

/** Maps where data goes: from which system to which, what of it, and how. */
@Component({
  selector: 'app-flow-form',
  imports: [Field, FieldControl, FormField, OpenedForm, ReferencePicker, SaveProblems, TranslocoPipe],
  templateUrl: './flow-form.html',
  styles: `
    fieldset {
      border: 0;
      margin: 16px 0 0;
      padding: 0;
    }
    .choices {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(200px, 1fr));
      gap: 0 16px;
    }
  `,
})
export class FlowForm {
  private readonly api = inject(DataApi);
  private readonly desk = inject(DomainDesk);
  private readonly words = inject(Words);
  private readonly fieldWords = inject(FieldWords);
  protected readonly lookups = inject(Lookups);

  /** The entity whose flow is mapped; its source is where it most likely comes from. */
  readonly carried = input<DataEntity | null>(null);
  readonly saved = output<DataFlow>();
  readonly left = output<void>();

  protected readonly patterns = FLOW_PATTERNS;
  protected readonly classifications = CLASSIFICATIONS;
  protected readonly entities = computed(() => this.desk.domain()?.entities ?? []);
  protected readonly model = linkedSignal<DataEntity | null, FlowModel>({
    source: this.carried,
    computation: (entity) => ({
      from: entity?.authoritativeSource ?? null,
      to: null,
      entities: entity ? [entity.id] : [],
      pattern: 'api',
      classification: '',
    }),
  });
  protected readonly form = form(this.model, (path) => {
    required(path.from);
    required(path.to);
    validate(path.entities, ({ value }) =>
      value().length > 0 ? undefined : { kind: 'none', message: this.words.say('data.flow.noneChosen') },
    );
  });
  protected readonly saving = new Saving<FlowModel, DataFlow>({
    model: this.model,
    form: this.form,
    record: () => null,
    toModel: () => this.model(),
    read: (flow) => Promise.resolve(flow),
    send: ({ from, to, entities, pattern, classification }) =>
      this.api.addFlow(this.desk.code(), {
        from: from?.id ?? '',
        to: to?.id ?? '',
        entities,
        pattern,
        classification: classification || null,
      }),
    saved: (flow) => this.saved.emit(flow),
  });

  protected errorOf(field: FieldTree<unknown>): string | null {
    return this.fieldWords.of(field);
  }

  protected pick(end: 'from' | 'to', system: ReferenceOption | null): void {
    this.model.update((model) => ({ ...model, [end]: system }));
  }

  protected carry(entity: string, carried: boolean): void {
    this.model.update((model) => ({
      ...model,
      entities: carried ? [...model.entities, entity] : model.entities.filter((id) => id !== entity),
    }));
  }
}
