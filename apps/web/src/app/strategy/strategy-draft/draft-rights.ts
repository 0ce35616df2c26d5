import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { DECISION_SUBJECTS, VOTING_RULES, type DecisionRight } from '@sightline/contracts';
import { Mark } from '@sightline/ui';
import { Session } from '../../platform/session/session';
import { Words } from '../../platform/words/words';
import { StrategyApi } from '../strategy-api';
import { DraftChoice, type Choice } from './draft-choice';
import { DraftRecords } from './draft-records';
import { DraftStore } from './draft-store';
import { DraftText } from './draft-text';

/** Who decides what: a row per subject and budget band. */
@Component({
  selector: 'app-draft-rights',
  imports: [DraftChoice, DraftText, Mark, TranslocoPipe],
  templateUrl: './draft-rights.html',
  styleUrl: './draft-rights.css',
})
export class DraftRights {
  private readonly store = inject(DraftStore);
  private readonly records = inject(DraftRecords);
  private readonly words = inject(Words);
  private readonly boards = inject(StrategyApi).boards();
  private readonly session = inject(Session);

  protected readonly currency = computed(() => this.session.me()?.organisation.currency ?? '');
  protected readonly refusal = signal<string | null>(null);
  protected readonly rights = computed(() => this.store.version()?.decisionRights ?? []);
  protected readonly subjects = computed<Choice[]>(() =>
    DECISION_SUBJECTS.map((value) => ({ value, label: this.words.say(`strategy.right.subjects.${value}`) })),
  );
  protected readonly rules = computed<Choice[]>(() =>
    VOTING_RULES.map((value) => ({ value, label: this.words.say(`strategy.right.rules.${value}`) })),
  );
  protected readonly boardChoices = computed<Choice[]>(() => {
    const known = this.boards.hasValue() ? this.boards.value().items : this.rights().map(({ board }) => board);
    return [...new Map(known.map(({ id, name }) => [id, { value: id, label: name }])).values()];
  });

  /** A band for charters, on the board that decides already; its amount is the next thing to write. */
  protected async add(): Promise<void> {
    const board = this.boardChoices()[0];
    if (!board) return;
    this.refusal.set(null);
    const taken = this.rights().filter(({ subject }) => subject === 'charter');
    const budgetUpTo = taken.some((right) => right.budgetUpTo === null) ? this.freeBand(taken) : null;
    const body = { subject: 'charter', budgetUpTo, board: board.value, rule: 'simple_majority' };
    await this.records.add('decision-rights', body, (text) => this.refusal.set(text));
  }

  protected remove(right: DecisionRight): void {
    void this.records.removeRight(right, (text) => this.refusal.set(text));
  }

  private freeBand(taken: DecisionRight[]): string {
    const amounts = taken.map(({ budgetUpTo }) => Number(budgetUpTo ?? 0));
    return `${Math.max(0, ...amounts) + 50_000}.00`;
  }
}
