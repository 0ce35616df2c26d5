import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { form, FormField, maxLength, required, type FieldTree } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  type Mandate,
  MANDATE_TEXT_MAX,
  MANDATE_TITLE_MAX,
  type NewMandate,
  type Reference,
} from '@sightline/contracts';
import { Failure, Field, FieldControl, RecordHeader, Skeleton } from '@sightline/ui';
import { OneReference } from '../../charters/charter-edit/one-reference';
import { newKey } from '../../platform/api/new-key';
import { keptInTab } from '../../platform/forms/kept-in-tab';
import { SaveProblems } from '../../platform/forms/save-problems';
import { Saving } from '../../platform/forms/saving';
import { PageTitle } from '../../platform/pages/page-title';
import { FieldWords } from '../../platform/problems/field-words';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Lookups } from '../../platform/records/lookups';
import { Words } from '../../platform/words/words';
import { MandatesApi } from '../mandates-api';

interface MandateDraft {
  title: string;
  text: string;
  sponsor: Reference | null;
  dateReceived: string;
}

/** An order as it came: its words, who gave it, and when. */
@Component({
  selector: 'app-mandate-form-page',
  imports: [
    Failure,
    Field,
    FieldControl,
    FormField,
    OneReference,
    RecordHeader,
    RouterLink,
    SaveProblems,
    Skeleton,
    TranslocoPipe,
  ],
  templateUrl: './mandate-form-page.html',
})
export class MandateFormPage {
  private readonly api = inject(MandatesApi);
  private readonly fieldWords = inject(FieldWords);
  private readonly router = inject(Router);
  private readonly words = inject(Words);
  protected readonly lookups = inject(Lookups);
  protected readonly problems = inject(ProblemWords);

  /** Of the order that is changed; a new one has none yet. */
  readonly code = input<string>();

  protected readonly resource = this.api.mandate(this.code);
  private readonly mandate = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  protected readonly loading = computed(() => this.code() !== undefined && this.mandate() === null);

  protected readonly kept = keptInTab<MandateDraft>(
    () => ['mandate', this.code() ?? 'new', this.mandate()?.version].join('.'),
    () => draftOf(this.mandate()),
  );
  private readonly model = this.kept.model;
  protected readonly form = form(this.model, (path) => {
    required(path.text);
    required(path.sponsor);
    required(path.dateReceived);
    maxLength(path.title, MANDATE_TITLE_MAX);
    maxLength(path.text, MANDATE_TEXT_MAX);
  });
  private readonly key = signal(newKey());
  protected readonly saving = new Saving<MandateDraft, Mandate>({
    model: this.model,
    form: this.form,
    record: this.mandate,
    toModel: draftOf,
    read: ({ code }) => this.api.read(code),
    send: (draft, mandate) =>
      mandate ? this.api.change(mandate, bodyOf(draft)) : this.api.create(bodyOf(draft), this.key()),
    saved: ({ code }) => {
      this.kept.forget();
      void this.router.navigate(['/strategy/mandates', code]);
    },
  });

  protected readonly heading = computed(() =>
    this.words.say(this.code() ? 'mandates.form.edit' : 'mandates.form.new', { code: this.code() ?? '' }),
  );
  protected readonly crumbs = computed(() => [
    { label: this.words.say('strategy.title'), link: '/strategy' },
    { label: this.words.say('mandates.title'), link: '/strategy/mandates' },
  ]);
  protected readonly back = computed(() => ['/strategy/mandates', ...(this.code() ? [this.code()] : [])]);

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.say(this.heading()));
  }

  protected errorOf(field: FieldTree<unknown>): string | null {
    return this.fieldWords.of(field);
  }

  protected name(sponsor: Reference | null): void {
    this.model.update((draft) => ({ ...draft, sponsor }));
  }
}

function draftOf(mandate: Mandate | null): MandateDraft {
  return {
    title: mandate?.title ?? '',
    text: mandate?.text ?? '',
    sponsor: mandate ? { id: mandate.sponsor.id, code: null, name: mandate.sponsor.name } : null,
    dateReceived: mandate?.dateReceived ?? '',
  };
}

/** Without a title the first words of the order stand for it. */
function bodyOf({ title, text, sponsor, dateReceived }: MandateDraft): NewMandate {
  return {
    ...(title.trim() ? { title: title.trim() } : {}),
    text: text.trim(),
    sponsor: sponsor?.id ?? '',
    dateReceived,
  };
}
