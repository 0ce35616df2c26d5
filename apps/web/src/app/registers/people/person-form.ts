import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { form, FormField, maxLength, required, type FieldTree } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { NAME_MAX, type Role, type User } from '@sightline/contracts';
import { Field, FieldControl, ReferencePicker, type ReferenceOption } from '@sightline/ui';
import { OpenedForm } from '../../platform/forms/opened-form';
import { SaveProblems } from '../../platform/forms/save-problems';
import { Saving } from '../../platform/forms/saving';
import { FieldWords } from '../../platform/problems/field-words';
import { Lookups } from '../../platform/records/lookups';
import { Words } from '../../platform/words/words';
import { RegisterFormFoot } from '../register/register-form-foot';
import { RegistersApi } from '../registers-api';
import { RoleChoice } from './role-choice';

interface PersonModel {
  name: string;
  roles: Role[];
  /** The unit of somebody of our own, the party of somebody external. */
  belongs: ReferenceOption | null;
}

/** Somebody's name, roles and where they belong. */
@Component({
  selector: 'app-person-form',
  imports: [
    Field,
    FieldControl,
    FormField,
    OpenedForm,
    ReferencePicker,
    RegisterFormFoot,
    RoleChoice,
    SaveProblems,
    TranslocoPipe,
  ],
  templateUrl: './person-form.html',
})
export class PersonForm {
  private readonly api = inject(RegistersApi);
  private readonly words = inject(Words);
  private readonly fieldWords = inject(FieldWords);
  private readonly lookups = inject(Lookups);

  readonly person = input.required<User>();
  readonly saved = output<User>();
  readonly left = output<void>();

  protected readonly isExternal = computed(() => this.person().kind === 'external');
  protected readonly places = computed(() => (this.isExternal() ? this.lookups.parties : this.lookups.units));
  protected readonly model = linkedSignal(() => modelOf(this.person()));
  protected readonly form = form(this.model, (path) => {
    required(path.name);
    maxLength(path.name, NAME_MAX);
  });
  protected readonly saving = new Saving<PersonModel, User>({
    model: this.model,
    form: this.form,
    record: this.person,
    toModel: modelOf,
    read: (person) => this.api.person(person),
    send: ({ name, roles, belongs }, person) => {
      const place = this.isExternal() ? { party: belongs?.id ?? null } : { businessUnit: belongs?.id ?? null };
      return this.api.changePerson(person ?? this.person(), { name: name.trim(), roles, ...place });
    },
    saved: (person) => this.saved.emit(person),
    describe: (field, value) =>
      field === 'roles' && Array.isArray(value)
        ? value.map((role) => this.words.say(`registers.role.${String(role)}`)).join(', ')
        : undefined,
  });

  protected errorOf(field: FieldTree<unknown>): string | null {
    return this.fieldWords.of(field);
  }

  protected fill(changes: Partial<PersonModel>): void {
    this.model.update((model) => ({ ...model, ...changes }));
  }
}

function modelOf({ name, roles, kind, businessUnit, party }: User): PersonModel {
  return { name, roles, belongs: kind === 'external' ? party : businessUnit };
}
