import { Component, computed, inject, output, signal } from '@angular/core';
import { email, form, FormField, maxLength, required, validate, type FieldTree } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  EMAIL_MAX,
  NAME_MAX,
  USER_KINDS,
  type InvitedUser,
  type NewUser,
  type Role,
  type UserKind,
} from '@sightline/contracts';
import { Field, FieldControl, ReferencePicker, type ReferenceOption } from '@sightline/ui';
import { OpenedForm } from '../../platform/forms/opened-form';
import { SaveProblems } from '../../platform/forms/save-problems';
import { Saving } from '../../platform/forms/saving';
import { FieldWords } from '../../platform/problems/field-words';
import { Lookups } from '../../platform/records/lookups';
import { Words } from '../../platform/words/words';
import { RegistersApi } from '../registers-api';
import { RoleChoice } from './role-choice';

interface InvitationModel {
  name: string;
  email: string;
  kind: UserKind;
  roles: Role[];
  businessUnit: ReferenceOption | null;
  party: ReferenceOption | null;
}

/** Invites somebody of our own into a unit, or somebody of another company for a party. */
@Component({
  selector: 'app-invitation-form',
  imports: [Field, FieldControl, FormField, OpenedForm, ReferencePicker, RoleChoice, SaveProblems, TranslocoPipe],
  templateUrl: './invitation-form.html',
})
export class InvitationForm {
  private readonly api = inject(RegistersApi);
  private readonly words = inject(Words);
  private readonly fieldWords = inject(FieldWords);
  protected readonly lookups = inject(Lookups);

  readonly invited = output<InvitedUser>();
  readonly left = output<void>();

  protected readonly kinds = USER_KINDS;
  protected readonly model = signal<InvitationModel>({
    name: '',
    email: '',
    kind: 'internal',
    roles: [],
    businessUnit: null,
    party: null,
  });
  protected readonly isExternal = computed(() => this.model().kind === 'external');
  protected readonly form = form(this.model, (path) => {
    required(path.name);
    maxLength(path.name, NAME_MAX);
    required(path.email);
    email(path.email);
    maxLength(path.email, EMAIL_MAX);
    validate(path.party, ({ value, valueOf }) =>
      valueOf(path.kind) === 'external' && !value()
        ? { kind: 'party-needed', message: this.words.say('registers.partyNeeded') }
        : undefined,
    );
  });
  protected readonly saving = new Saving<InvitationModel, InvitedUser>({
    model: this.model,
    form: this.form,
    record: () => null,
    toModel: () => this.model(),
    read: (person) => Promise.resolve(person),
    send: (model) => this.api.invite(bodyOf(model)),
    saved: (person) => this.invited.emit(person),
  });

  protected errorOf(field: FieldTree<unknown>): string | null {
    return this.fieldWords.of(field);
  }

  protected fill(changes: Partial<InvitationModel>): void {
    this.model.update((model) => ({ ...model, ...changes }));
  }

  /** Roles of the other kind would be refused; somebody external has the one there is for them. */
  protected become(kind: string): void {
    this.fill({ roles: kind === 'external' ? ['external'] : [] });
  }
}

function bodyOf({ name, email: address, kind, roles, businessUnit, party }: InvitationModel): NewUser {
  const belongs =
    kind === 'external' ? party && { party: party.id } : businessUnit && { businessUnit: businessUnit.id };
  return { name: name.trim(), email: address.trim(), kind, roles, ...belongs };
}
