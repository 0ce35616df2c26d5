import { Component, inject, input, linkedSignal, output, untracked } from '@angular/core';
import { form, FormField, maxLength, required, type FieldTree } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  DESCRIPTION_MAX,
  NAME_MAX,
  SYSTEM_LIFECYCLES,
  type NewSystem,
  type System,
  type SystemLifecycle,
} from '@sightline/contracts';
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

interface SystemModel {
  name: string;
  description: string;
  vendor: string;
  owner: ReferenceOption | null;
  lifecycle: SystemLifecycle;
}

/** One entry of the register, being created or changed. */
@Component({
  selector: 'app-system-form',
  imports: [Field, FieldControl, FormField, OpenedForm, ReferencePicker, RegisterFormFoot, SaveProblems, TranslocoPipe],
  templateUrl: './system-form.html',
})
export class SystemForm {
  private readonly api = inject(RegistersApi);
  private readonly fieldWords = inject(FieldWords);
  private readonly words = inject(Words);
  private readonly session = inject(Session);
  protected readonly lookups = inject(Lookups);

  readonly entry = input<System | null>(null);
  readonly saved = output<System>();
  readonly left = output<void>();

  protected readonly lifecycles = SYSTEM_LIFECYCLES;
  protected readonly model = linkedSignal(() => ({ ...modelOf(this.entry()), ...untracked(() => this.mine()) }));
  protected readonly form = form(this.model, (path) => {
    required(path.name);
    maxLength(path.name, NAME_MAX);
    maxLength(path.description, DESCRIPTION_MAX);
    maxLength(path.vendor, NAME_MAX);
  });
  protected readonly saving = new Saving<SystemModel, System>({
    model: this.model,
    form: this.form,
    record: this.entry,
    toModel: modelOf,
    read: (entry) => this.api.read('/systems', entry),
    send: (model, entry) => this.api.save('/systems', bodyOf(model), entry),
    saved: (entry) => this.saved.emit(entry),
    describe: (field, value) =>
      field === 'lifecycle' ? this.words.say(`registers.lifecycle.${String(value)}`) : undefined,
  });

  /** Who keeps only what is their own owns what they add. */
  private mine(): Partial<SystemModel> {
    const me = this.session.me();
    return this.entry() || !me || this.session.may('system.manage', {}) ? {} : { owner: { ...me.user, code: null } };
  }

  protected errorOf(field: FieldTree<unknown>): string | null {
    return this.fieldWords.of(field);
  }

  protected pick(owner: ReferenceOption | null): void {
    this.model.update((model) => ({ ...model, owner }));
  }
}

function modelOf(entry: System | null): SystemModel {
  return {
    name: entry?.name ?? '',
    description: entry?.description ?? '',
    vendor: entry?.vendor ?? '',
    owner: entry?.owner ?? null,
    lifecycle: entry?.lifecycle ?? 'active',
  };
}

function bodyOf({ name, description, vendor, owner, lifecycle }: SystemModel): NewSystem {
  return {
    name: name.trim(),
    description: description.trim() || null,
    vendor: vendor.trim() || null,
    owner: owner?.id ?? null,
    lifecycle,
  };
}
