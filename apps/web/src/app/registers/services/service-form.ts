import { Component, inject, input, linkedSignal, output, untracked } from '@angular/core';
import { form, FormField, maxLength, required, type FieldTree } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { DESCRIPTION_MAX, NAME_MAX, type NewService, type Service } from '@sightline/contracts';
import { Field, FieldControl, ReferencePicker, type ReferenceOption } from '@sightline/ui';
import { OpenedForm } from '../../platform/forms/opened-form';
import { SaveProblems } from '../../platform/forms/save-problems';
import { Saving } from '../../platform/forms/saving';
import { FieldWords } from '../../platform/problems/field-words';
import { Lookups } from '../../platform/records/lookups';
import { Session } from '../../platform/session/session';
import { Words } from '../../platform/words/words';
import { RegisterFormFoot } from '../register/register-form-foot';
import { RegistersApi } from '../registers-api';

interface ServiceModel {
  name: string;
  description: string;
  owner: ReferenceOption | null;
  /** As the choice of a select: a text. */
  criticality: string;
}

/** One entry of the register, being created or changed. */
@Component({
  selector: 'app-service-form',
  imports: [Field, FieldControl, FormField, OpenedForm, ReferencePicker, RegisterFormFoot, SaveProblems, TranslocoPipe],
  templateUrl: './service-form.html',
})
export class ServiceForm {
  private readonly api = inject(RegistersApi);
  private readonly fieldWords = inject(FieldWords);
  private readonly words = inject(Words);
  private readonly session = inject(Session);
  protected readonly lookups = inject(Lookups);

  readonly entry = input<Service | null>(null);
  readonly saved = output<Service>();
  readonly left = output<void>();

  protected readonly criticalities = ['1', '2', '3', '4'];
  protected readonly model = linkedSignal(() => ({ ...modelOf(this.entry()), ...untracked(() => this.mine()) }));
  protected readonly form = form(this.model, (path) => {
    required(path.name);
    maxLength(path.name, NAME_MAX);
    maxLength(path.description, DESCRIPTION_MAX);
  });
  protected readonly saving = new Saving<ServiceModel, Service>({
    model: this.model,
    form: this.form,
    record: this.entry,
    toModel: modelOf,
    read: (entry) => this.api.read('/services', entry),
    send: (model, entry) => this.api.save('/services', bodyOf(model), entry),
    saved: (entry) => this.saved.emit(entry),
    describe: (field, value) =>
      field === 'criticality' ? this.words.say(`registers.criticality.${String(value)}`) : undefined,
  });

  /** Who keeps only what is their own owns what they add. */
  private mine(): Partial<ServiceModel> {
    const me = this.session.me();
    return this.entry() || !me || this.session.may('service.manage', {}) ? {} : { owner: { ...me.user, code: null } };
  }

  protected errorOf(field: FieldTree<unknown>): string | null {
    return this.fieldWords.of(field);
  }

  protected pick(owner: ReferenceOption | null): void {
    this.model.update((model) => ({ ...model, owner }));
  }
}

function modelOf(entry: Service | null): ServiceModel {
  return {
    name: entry?.name ?? '',
    description: entry?.description ?? '',
    owner: entry?.owner ?? null,
    criticality: String(entry?.criticality ?? 2),
  };
}

function bodyOf({ name, description, owner, criticality }: ServiceModel): NewService {
  return {
    name: name.trim(),
    description: description.trim() || null,
    owner: owner?.id ?? null,
    criticality: Number(criticality),
  };
}
