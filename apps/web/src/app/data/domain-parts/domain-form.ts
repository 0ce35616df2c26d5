import { Component, computed, inject, input, linkedSignal, output, untracked } from '@angular/core';
import { form, FormField, max, maxLength, min, required, type FieldTree } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  DESCRIPTION_MAX,
  DOMAIN_TIERS,
  NAME_MAX,
  type DataDomain,
  type DomainTier,
  type NewDataDomain,
} from '@sightline/contracts';
import { Field, FieldControl, ReferencePicker, type ReferenceOption } from '@sightline/ui';
import { OpenedForm } from '../../platform/forms/opened-form';
import { SaveProblems } from '../../platform/forms/save-problems';
import { Saving } from '../../platform/forms/saving';
import { FieldWords } from '../../platform/problems/field-words';
import { Lookups } from '../../platform/records/lookups';
import { Session } from '../../platform/session/session';
import { Words } from '../../platform/words/words';
import { DataApi } from '../data-api';

const WAVE_MAX = 99;
interface DomainModel {
  name: string;
  description: string;
  tier: DomainTier;
  wave: number | null;
  owner: ReferenceOption | null;
  steward: ReferenceOption | null;
}

/** What a domain is called, how much hangs on it, and who answers for it. Creates and changes. */
@Component({
  selector: 'app-domain-form',
  imports: [Field, FieldControl, FormField, OpenedForm, ReferencePicker, SaveProblems, TranslocoPipe],
  templateUrl: './domain-form.html',
})
export class DomainForm {
  private readonly api = inject(DataApi);
  private readonly fieldWords = inject(FieldWords);
  private readonly words = inject(Words);
  private readonly session = inject(Session);
  protected readonly lookups = inject(Lookups);

  readonly domain = input<DataDomain | null>(null);
  /** The field that takes the cursor. */
  readonly focus = input<string>('');
  readonly saved = output<DataDomain>();
  readonly left = output<void>();

  protected readonly tiers = DOMAIN_TIERS;
  protected readonly model = linkedSignal(() => ({ ...modelOf(this.domain()), ...untracked(() => this.mine()) }));
  protected readonly form = form(this.model, (path) => {
    required(path.name);
    maxLength(path.name, NAME_MAX);
    maxLength(path.description, DESCRIPTION_MAX);
    required(path.wave);
    min(path.wave, 1);
    max(path.wave, WAVE_MAX);
  });
  protected readonly saving = new Saving<DomainModel, DataDomain>({
    model: this.model,
    form: this.form,
    record: this.domain,
    toModel: modelOf,
    read: ({ code }) => this.api.read(code),
    send: (model, domain) => (domain ? this.api.change(domain, bodyOf(model)) : this.api.create(bodyOf(model))),
    saved: (domain) => this.saved.emit(domain),
    describe: (field, value) => (field === 'tier' ? this.words.say(`data.tier.${String(value)}`) : undefined),
  });
  protected readonly submitWord = computed(() => (this.domain() ? 'data.save' : 'data.form.create'));

  /** Who may only keep domains of their own is the steward of the one they describe. */
  private mine(): Partial<DomainModel> {
    const me = this.session.me();
    return this.domain() || !me || this.session.may('domain.create', {}) ? {} : { steward: { ...me.user, code: null } };
  }

  protected errorOf(field: FieldTree<unknown>): string | null {
    return this.fieldWords.of(field);
  }

  protected pick(who: 'owner' | 'steward', person: ReferenceOption | null): void {
    this.model.update((model) => ({ ...model, [who]: person }));
  }
}

function modelOf(domain: DataDomain | null): DomainModel {
  return {
    name: domain?.name ?? '',
    description: domain?.description ?? '',
    tier: domain?.tier ?? 'important',
    wave: domain?.wave ?? 1,
    owner: domain?.owner ?? null,
    steward: domain?.steward ?? null,
  };
}

function bodyOf({ name, description, tier, wave, owner, steward }: DomainModel): NewDataDomain {
  return {
    name: name.trim(),
    description: description.trim(),
    tier,
    wave: wave ?? 1,
    owner: owner?.id ?? null,
    steward: steward?.id ?? null,
  };
}
