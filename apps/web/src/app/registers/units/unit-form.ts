import { Component, inject, input, linkedSignal, output } from '@angular/core';
import { form, FormField, maxLength, required, type FieldTree } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { NAME_MAX, UNIT_KINDS, type BusinessUnit, type NewBusinessUnit, type UnitKind } from '@sightline/contracts';
import { Field, FieldControl } from '@sightline/ui';
import { OpenedForm } from '../../platform/forms/opened-form';
import { SaveProblems } from '../../platform/forms/save-problems';
import { Saving } from '../../platform/forms/saving';
import { FieldWords } from '../../platform/problems/field-words';

import { Words } from '../../platform/words/words';
import { RegisterFormFoot } from '../register/register-form-foot';
import { RegistersApi } from '../registers-api';

interface UnitModel {
  name: string;
  kind: UnitKind;
}

/** One entry of the register, being created or changed. */
@Component({
  selector: 'app-unit-form',
  imports: [Field, FieldControl, FormField, OpenedForm, RegisterFormFoot, SaveProblems, TranslocoPipe],
  templateUrl: './unit-form.html',
})
export class UnitForm {
  private readonly api = inject(RegistersApi);
  private readonly fieldWords = inject(FieldWords);
  private readonly words = inject(Words);

  readonly entry = input<BusinessUnit | null>(null);
  readonly saved = output<BusinessUnit>();
  readonly left = output<void>();

  protected readonly kinds = UNIT_KINDS;
  protected readonly model = linkedSignal(() => modelOf(this.entry()));
  protected readonly form = form(this.model, (path) => {
    required(path.name);
    maxLength(path.name, NAME_MAX);
  });
  protected readonly saving = new Saving<UnitModel, BusinessUnit>({
    model: this.model,
    form: this.form,
    record: this.entry,
    toModel: modelOf,
    read: (entry) => this.api.read('/business-units', entry),
    send: (model, entry) => this.api.save('/business-units', bodyOf(model), entry),
    saved: (entry) => this.saved.emit(entry),
    describe: (field, value) => (field === 'kind' ? this.words.say(`registers.unitKind.${String(value)}`) : undefined),
  });

  protected errorOf(field: FieldTree<unknown>): string | null {
    return this.fieldWords.of(field);
  }
}

function modelOf(entry: BusinessUnit | null): UnitModel {
  return { name: entry?.name ?? '', kind: entry?.kind ?? 'business' };
}

function bodyOf({ name, kind }: UnitModel): NewBusinessUnit {
  return { name: name.trim(), kind };
}
