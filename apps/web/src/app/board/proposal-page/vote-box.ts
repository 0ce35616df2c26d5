import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  CONDITION_MAX,
  CONDITIONS_MAX,
  type Proposal,
  REASON_MAX,
  VOTE_CHOICES,
  type VoteChoice,
} from '@sightline/contracts';
import { Field, FieldControl, Mark } from '@sightline/ui';
import { fieldErrors } from '../../platform/problems/form-errors';
import { problemOf } from '../../platform/problems/problem-of';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Words } from '../../platform/words/words';
import { BoardApi } from '../board-api';
import { textOf } from '../text-of';

/** Where one votes: whose vote it is, why it matters now, four equal choices of which none is chosen beforehand. */
@Component({
  selector: 'app-vote-box',
  imports: [Field, FieldControl, Mark, TranslocoPipe],
  templateUrl: './vote-box.html',
  styleUrl: './vote-box.css',
})
export class VoteBox {
  private readonly api = inject(BoardApi);
  private readonly words = inject(Words);
  private readonly problems = inject(ProblemWords);

  readonly proposal = input.required<Proposal>();
  /** The proposal as it stands with the vote. */
  readonly voted = output<Proposal>();
  /** What is voted on is no longer what was shown; the page reads it again. */
  readonly outdated = output<void>();

  protected readonly textOf = textOf;
  protected readonly choices = VOTE_CHOICES;
  protected readonly reasonMax = REASON_MAX;
  protected readonly choice = signal<VoteChoice | null>(null);
  protected readonly reason = signal('');
  protected readonly conditions = signal('');
  protected readonly sending = signal(false);
  protected readonly tried = signal(false);
  protected readonly refusal = signal('');
  protected readonly refusedFields = signal<ReadonlyMap<string, string>>(new Map());

  protected readonly mine = computed(() => this.proposal().mine);
  protected readonly reasonRequired = computed(() => this.choice() === 'return' || this.choice() === 'reject');
  protected readonly choiceError = computed(() =>
    this.tried() && this.choice() === null ? this.words.say('board.vote.chooseFirst') : '',
  );
  protected readonly reasonError = computed(() => {
    if (this.tried() && this.reasonRequired() && !this.reason().trim())
      return this.words.say('board.vote.reasonNeeded');
    return this.refusedFields().get('/reason') ?? '';
  });
  protected readonly conditionsError = computed(() => {
    const lines = this.conditionLines();
    if (lines.length > CONDITIONS_MAX) return this.words.say('board.vote.conditionsTooMany', { max: CONDITIONS_MAX });
    if (lines.some((line) => line.length > CONDITION_MAX)) {
      return this.words.say('board.vote.conditionTooLong', { max: CONDITION_MAX });
    }
    return this.refusedFields().get('/conditions') ?? '';
  });
  /** Why this vote matters now. */
  protected readonly stakes = computed(() => {
    const missing = this.proposal().constituencies.filter(({ voted }) => !voted);
    const [only] = missing;
    if (missing.length === 1 && only?.name === this.mine().constituency) {
      return this.words.say('board.vote.only', { constituency: only?.name });
    }
    if (missing.length > 0) return this.words.say('board.vote.missing', { n: missing.length });
    return this.words.say('board.vote.counted');
  });

  private readonly conditionLines = computed(() =>
    this.conditions()
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  );

  protected async record(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const choice = this.choice();
    if (this.sending() || choice === null || this.reasonError() || this.conditionsError()) return;
    this.sending.set(true);
    this.refusal.set('');
    this.refusedFields.set(new Map());
    try {
      this.voted.emit(await this.api.vote(this.proposal().code, this.voteOf(choice)));
      this.forget();
    } catch (error) {
      this.refuse(error);
    } finally {
      this.sending.set(false);
    }
  }

  private voteOf(choice: VoteChoice) {
    const reason = this.reason().trim();
    const conditions = choice === 'approve' ? this.conditionLines() : [];
    return {
      choice,
      snapshotHash: this.proposal().snapshotHash,
      ...(reason ? { reason } : {}),
      ...(conditions.length > 0 ? { conditions } : {}),
    };
  }

  private forget(): void {
    this.choice.set(null);
    this.reason.set('');
    this.conditions.set('');
    this.tried.set(false);
  }

  /** What was typed stays; what is voted on may be another by now. */
  private refuse(error: unknown): void {
    this.refusedFields.set(fieldErrors(error));
    if (problemOf(error).code === 'snapshot-changed') {
      this.refusal.set(this.words.say('board.vote.snapshotChanged'));
      this.outdated.emit();
    } else {
      this.refusal.set(this.problems.say(error));
    }
  }
}
