import { Component, inject, input, linkedSignal, output } from '@angular/core';
import { form, FormField, maxLength, required, type FieldTree } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { NAME_MAX, PARTY_KINDS, type NewParty, type Party, type PartyKind } from '@sightline/contracts';
import { Field, FieldControl } from '@sightline/ui';
import { OpenedForm } from '../../platform/forms/opened-form';
import { SaveProblems } from '../../platform/forms/save-problems';
import { Saving } from '../../platform/forms/saving';
import { FieldWords } from '../../platform/problems/field-words';

import { Words } from '../../platform/words/words';
import { RegisterFormFoot } from '../register/register-form-foot';
import { RegistersApi } from '../registers-api';

const COST_CENTRE_MAX = 100;
interface PartyModel {
  name: string;
  kind: PartyKind;
  organisation: string;
  costCentre: string;
}

/** One entry of the register, being created or changed. */
@Component({
  selector: 'app-party-form',
  imports: [Field, FieldControl, FormField, OpenedForm, RegisterFormFoot, SaveProblems, TranslocoPipe],
  templateUrl: './party-form.html',
})
export class PartyForm {
  private readonly api = inject(RegistersApi);
  private readonly fieldWords = inject(FieldWords);
  private readonly words = inject(Words);

  readonly entry = input<Party | null>(null);
  readonly saved = output<Party>();
  readonly left = output<void>();

  protected readonly kinds = PARTY_KINDS;
  protected readonly model = linkedSignal(() => modelOf(this.entry()));
  protected readonly form = form(this.model, (path) => {
    required(path.name);
    maxLength(path.name, NAME_MAX);
    maxLength(path.organisation, NAME_MAX);
    maxLength(path.costCentre, COST_CENTRE_MAX);
  });
  protected readonly saving = new Saving<PartyModel, Party>({
    model: this.model,
    form: this.form,
    record: this.entry,
    toModel: modelOf,
    read: (entry) => this.api.read('/parties', entry),
    send: (model, entry) => this.api.save('/parties', bodyOf(model), entry),
    saved: (entry) => this.saved.emit(entry),
    describe: (field, value) => (field === 'kind' ? this.words.say(`registers.partyKind.${String(value)}`) : undefined),
  });

  protected errorOf(field: FieldTree<unknown>): string | null {
    return this.fieldWords.of(field);
  }
}

function modelOf(entry: Party | null): PartyModel {
  return {
    name: entry?.name ?? '',
    kind: entry?.kind ?? 'team',
    organisation: entry?.organisation ?? '',
    costCentre: entry?.costCentre ?? '',
  };
}

function bodyOf({ name, kind, organisation, costCentre }: PartyModel): NewParty {
  return { name: name.trim(), kind, organisation: organisation.trim() || null, costCentre: costCentre.trim() || null };
}
