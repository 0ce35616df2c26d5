import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { KpiRecord } from '@sightline/contracts';
import { Banner, ErrorSummary, type FieldIssue, Mark } from '@sightline/ui';
import { StaleSave } from '../../platform/conflict/stale-save';
import { fieldErrors } from '../../platform/problems/form-errors';
import { isStale } from '../../platform/problems/problem-of';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Words } from '../../platform/words/words';
import { OutcomesApi } from '../outcomes-api';
import { draftIssues, FIELD_AT } from './draft-issues';
import { FocusAnchor } from './focus-anchor';
import { bodyOf, type DraftField, draftOf, EMPTY_DRAFT, type KpiDraft } from './kpi-draft';
import { KpiAnswer } from './kpi-answer';
import { KpiCompleteness } from './kpi-completeness';
import { KpiMeasure } from './kpi-measure';
import { KpiWay } from './kpi-way';
import { draftAsText } from './draft-as-text';

/** The form of a KPI on one page: what is measured, from where to where, who answers; beside it what is still missing. */
@Component({
  selector: 'app-kpi-form',
  imports: [Banner, ErrorSummary, KpiAnswer, KpiCompleteness, KpiMeasure, KpiWay, Mark, StaleSave, TranslocoPipe],
  providers: [FocusAnchor],
  templateUrl: './kpi-form.html',
  styleUrl: './kpi-form.css',
})
export class KpiForm {
  private readonly api = inject(OutcomesApi);
  private readonly words = inject(Words);
  private readonly problems = inject(ProblemWords);
  private readonly anchor = inject(FocusAnchor);

  /** Null for a new one. */
  readonly kpi = input.required<KpiRecord | null>();
  readonly saved = output<KpiRecord>();
  readonly cancelled = output<void>();

  /** The record the draft is based on: replaced when somebody saved first. */
  private readonly base = linkedSignal(() => this.kpi());
  protected readonly draft = linkedSignal<KpiDraft>(() => {
    const kpi = this.kpi();
    return kpi ? draftOf(kpi, this.words.locale()) : EMPTY_DRAFT;
  });
  protected readonly saving = signal(false);
  protected readonly refusal = signal<string | null>(null);
  /** What somebody else saved meanwhile. */
  protected readonly theirs = signal<KpiRecord | null>(null);
  private readonly refused = signal<Partial<Record<DraftField, string>>>({});
  private readonly tried = signal(false);
  private readonly issues = computed(() => draftIssues(this.draft(), this.words.locale()));

  /** Whether a reason is asked for: a complete KPI is redefined with one. */
  protected readonly asksReason = computed(() => this.base()?.complete === true);
  protected readonly errors = computed<Partial<Record<DraftField, string>>>(() => {
    const own = this.tried() ? Object.entries(this.issues()).map(([field, key]) => [field, this.words.say(key)]) : [];
    return { ...this.refused(), ...Object.fromEntries(own) };
  });
  protected readonly summary = signal<readonly FieldIssue[]>([]);
  protected readonly mineAsText = computed(() => draftAsText(this.draft()));
  protected readonly theirsAsText = computed(() => {
    const theirs = this.theirs();
    return theirs ? draftAsText(draftOf(theirs, this.words.locale())) : '';
  });

  constructor() {
    this.anchor.focusOnce();
  }

  protected change(changes: Partial<KpiDraft>): void {
    this.draft.update((draft) => ({ ...draft, ...changes }));
    this.refused.update((refused) =>
      Object.fromEntries(Object.entries(refused).filter(([field]) => !(field in changes))),
    );
  }

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    this.tried.set(true);
    this.refusal.set(null);
    this.refused.set({});
    if (this.saving() || this.pointOut()) return;
    this.saving.set(true);
    try {
      this.saved.emit(await this.send());
    } catch (error) {
      await this.explain(error);
    } finally {
      this.saving.set(false);
    }
  }

  protected async keepMine(): Promise<void> {
    this.base.set(this.theirs());
    this.theirs.set(null);
    await this.save();
  }

  protected takeTheirs(): void {
    const theirs = this.theirs();
    if (!theirs) return;
    this.base.set(theirs);
    this.draft.set(draftOf(theirs, this.words.locale()));
    this.theirs.set(null);
  }

  private send(): Promise<KpiRecord> {
    const body = bodyOf(this.draft(), this.words.locale());
    const base = this.base();
    const reason = this.draft().reason.trim();
    return base ? this.api.change(base, { ...body, ...(reason && { reason }) }) : this.api.create(body);
  }

  private async explain(error: unknown): Promise<void> {
    const base = this.base();
    if (base && isStale(error)) return this.theirs.set(await this.api.read(base.id));
    const refused = [...fieldErrors(error)].flatMap(([pointer, detail]) => {
      const field = FIELD_AT[pointer];
      return field ? [[field, detail] as const] : [];
    });
    this.refused.set(Object.fromEntries(refused));
    if (!this.pointOut()) this.refusal.set(this.problems.say(error));
  }

  /** Lists what is wrong at the top; whether there was anything. */
  private pointOut(): boolean {
    const issues = Object.entries(this.errors()).map(([field, message]) => ({ field, message }));
    this.summary.set(issues);
    return issues.length > 0;
  }
}
