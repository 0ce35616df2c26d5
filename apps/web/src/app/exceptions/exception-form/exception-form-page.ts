import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { form, FormField, type FieldTree } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { EXCEPTION_CATEGORIES, type PrincipleException, type Reference } from '@sightline/contracts';
import { Failure, Field, FieldControl, RecordHeader, Skeleton } from '@sightline/ui';
import { OneReference } from '../../charters/charter-edit/one-reference';
import { Searches } from '../../charters/searches';
import { newKey } from '../../platform/api/new-key';
import { keptInTab } from '../../platform/forms/kept-in-tab';
import { SaveProblems } from '../../platform/forms/save-problems';
import { Saving } from '../../platform/forms/saving';
import { PageTitle } from '../../platform/pages/page-title';
import { FieldWords } from '../../platform/problems/field-words';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Words } from '../../platform/words/words';
import { ExceptionsApi } from '../exceptions-api';
import { organisationToday } from '../today';
import {
  draftOfException,
  emptyException,
  exceptionSchema,
  proposedExpiry,
  requestOf,
  type ExceptionDraft,
} from './exception-draft';

/** An exception being asked for, reworded while it is a draft, or asked for anew before the one that holds ends. */
@Component({
  selector: 'app-exception-form-page',
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
  templateUrl: './exception-form-page.html',
  styles: `
    .guidance {
      margin-top: 8px;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class ExceptionFormPage {
  private readonly api = inject(ExceptionsApi);
  private readonly fieldWords = inject(FieldWords);
  private readonly router = inject(Router);
  private readonly words = inject(Words);
  private readonly today = organisationToday();
  protected readonly problems = inject(ProblemWords);
  protected readonly searches = inject(Searches);

  /** Of the exception that is changed or renewed; a new one has none yet. */
  readonly code = input<string>();
  readonly mode = input<'edit' | 'renew'>();
  /** Codes from the address: where the deviation was found. */
  readonly charter = input<string>();
  readonly principle = input<string>();

  protected readonly categories = EXCEPTION_CATEGORIES;
  protected readonly resource = this.api.exception(this.code);
  private readonly source = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  private readonly forCharter = this.api.charter(() => this.charter());
  private readonly fromPrinciple = this.api.principle(() => this.principle());
  protected readonly loading = computed(() => this.code() !== undefined && this.source() === null);

  protected readonly kept = keptInTab<ExceptionDraft>(
    () => {
      const found = [this.code() ?? this.charter(), this.source()?.version ?? this.principle()];
      return ['exception', this.mode() ?? 'new', ...found].join('.');
    },
    () => this.begin(),
  );
  protected readonly model = this.kept.model;
  protected readonly form = form(this.model, (path) =>
    exceptionSchema(path, { today: this.today, say: (key, params) => this.words.say(key, params) }),
  );
  protected readonly saving = new Saving<ExceptionDraft, PrincipleException>({
    model: this.model,
    form: this.form,
    record: () => (this.mode() === 'edit' ? this.source() : null),
    toModel: draftOfException,
    read: ({ code }) => this.api.read(code),
    send: (draft, record) => this.send(draft, record),
    saved: ({ code }) => {
      this.kept.forget();
      void this.router.navigate(['/strategy/exceptions', code]);
    },
    describe: (field, value) =>
      field === 'category' ? this.words.say(`exceptions.category.${String(value)}`) : undefined,
  });
  private readonly key = signal(newKey());

  private readonly chosen = this.api.principle(() => this.model().principle?.code);
  /** What the principle itself says about deviating from it. */
  protected readonly guidance = computed(() =>
    this.chosen.hasValue() ? (this.chosen.value().inForce?.exceptionGuidance ?? '') : '',
  );

  protected readonly heading = computed(() =>
    this.words.say(`exceptions.form.${this.mode() ?? 'new'}`, { code: this.code() ?? '' }),
  );
  protected readonly crumbs = computed(() => [
    { label: this.words.say('strategy.title'), link: '/strategy' },
    { label: this.words.say('exceptions.title'), link: '/strategy/exceptions' },
    ...(this.code() ? [{ label: this.code() ?? '', link: ['/strategy/exceptions', this.code()] }] : []),
  ]);
  /** Where leaving goes: back to where the deviation was found. */
  protected readonly back = computed(() => {
    if (this.code()) return ['/strategy/exceptions', this.code()];
    return this.charter() ? ['/charters', this.charter()] : ['/strategy/exceptions'];
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.say(this.heading()));
  }

  protected errorOf(field: FieldTree<unknown>): string | null {
    return this.fieldWords.of(field);
  }

  protected set<F extends keyof ExceptionDraft>(field: F, value: ExceptionDraft[F]): void {
    this.model.update((draft) => ({ ...draft, [field]: value }));
  }

  protected pick(field: 'charter' | 'principle', picked: Reference | null): void {
    this.set(field, picked);
  }

  /** From the exception it changes or renews; else from where the deviation was found. */
  private begin(): ExceptionDraft {
    const [today, source] = [this.today(), this.source()];
    if (!source) return { ...emptyException(today), ...this.foundAt(today) };
    const draft = draftOfException(source);
    return this.mode() === 'renew' ? { ...draft, expiresOn: proposedExpiry(today, null) } : draft;
  }

  private foundAt(today: string): Partial<ExceptionDraft> {
    const found: Partial<ExceptionDraft> = {};
    if (this.forCharter.hasValue()) {
      const { id, code, title, endDate } = this.forCharter.value();
      found.charter = { id, code, name: title };
      found.expiresOn = proposedExpiry(today, endDate);
    }
    if (this.fromPrinciple.hasValue()) {
      const { id, code, inForce, revisions } = this.fromPrinciple.value();
      found.principle = { id, code, name: inForce?.title ?? revisions[0]?.title ?? code };
    }
    return found;
  }

  private send(draft: ExceptionDraft, record: PrincipleException | null): Promise<PrincipleException> {
    const { charter, principle, ...words } = requestOf(draft);
    const source = this.source();
    if (record) return this.api.change(record, words);
    if (source) return this.api.renew(source, words, this.key());
    return this.api.create({ charter, principle, ...words }, this.key());
  }
}
