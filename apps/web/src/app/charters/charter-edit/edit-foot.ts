import { Component, computed, inject, output, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { CHANGE_REASON_MAX } from '@sightline/contracts';
import { Field, FieldControl, Icon, lettersOver, Mark, MomentPipe, Toasts } from '@sightline/ui';
import { problemOf } from '../../platform/problems/problem-of';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Words } from '../../platform/words/words';
import { ChartersApi } from '../charters-api';
import { changesOf } from './draft-requests';
import { DraftStore } from './draft-store';

/** The foot of every step: drafts save themselves; what the board has seen is saved or asked for in so many words. */
@Component({
  selector: 'app-edit-foot',
  imports: [Field, FieldControl, Icon, Mark, MomentPipe, RouterLink, TranslocoPipe],
  templateUrl: './edit-foot.html',
})
export class EditFoot {
  private readonly api = inject(ChartersApi);
  private readonly problems = inject(ProblemWords);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(Words);
  protected readonly store = inject(DraftStore);

  readonly next = output<void>();

  protected readonly limit = CHANGE_REASON_MAX;
  protected readonly reason = signal('');
  protected readonly refusal = signal<string | null>(null);
  protected readonly blocking = signal<readonly string[]>([]);
  protected readonly sending = signal(false);
  private readonly proposal = this.api.proposal(() =>
    this.store.phase() === 'submitted' ? (this.store.charter()?.proposal?.code ?? null) : null,
  );

  /** Votes that a material change would dismiss. */
  protected readonly votes = computed(() => {
    const tally = this.proposal.hasValue() ? this.proposal.value().tally : null;
    return tally ? tally.approve + tally.return + tally.reject + tally.abstain : 0;
  });
  protected readonly material = computed(() => this.store.material().length > 0);
  protected readonly asksTheBoard = computed(() => this.store.phase() === 'approved' && this.material());
  /** Where nothing saves itself, what counts is what has not been sent. */
  protected readonly saving = computed(() => {
    const state = this.store.state();
    return state === 'saved' && this.store.phase() !== 'draft' ? 'waiting' : state;
  });
  protected readonly idle = computed(() => this.store.sendable().length === 0);

  protected async save(): Promise<void> {
    if (this.idle()) return;
    await this.store.flush();
    this.proposal.reload();
  }

  protected async ask(): Promise<void> {
    const charter = this.store.charter();
    const reason = this.reason().trim();
    if (!charter || this.sending()) return;
    if (!reason) return this.refusal.set(this.words.say('charters.request.reasonNeeded'));
    if (lettersOver(reason, this.limit) > 0) return document.getElementById('reason')?.focus();
    const fields = this.store.sendable();
    this.sending.set(true);
    try {
      await this.api.requestChange(charter, { ...changesOf(fields, this.store.model()), reason });
      this.store.forget();
      this.toasts.say({ text: this.words.say('charters.request.sent', { code: charter.code }) });
      await this.router.navigate(['/charters', charter.code]);
    } catch (error) {
      this.explain(error);
    } finally {
      this.sending.set(false);
    }
  }

  private explain(error: unknown): void {
    const { code, checks, errors } = problemOf(error);
    this.refusal.set(this.problems.say(error));
    const blockers = code === 'gate-blocked' ? (checks ?? []) : [];
    this.blocking.set(blockers.filter(({ passed, level }) => !passed && level === 'blocker').map(messageOf));
    if (errors?.length) this.store.refuse(error, this.store.unsaved());
    if (code === 'stale') void this.store.reread();
  }
}

/** Checks of a refusal carry their sentence like those of an answer. */
function messageOf(check: object): string {
  return 'message' in check && typeof check.message === 'string' ? check.message : '';
}
