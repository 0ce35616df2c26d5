import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { type Decision, type Proposal, RATIONALE_MAX } from '@sightline/contracts';
import { Field, FieldControl, Mark } from '@sightline/ui';
import { newKey } from '../../platform/api/new-key';
import { problemOf } from '../../platform/problems/problem-of';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Words } from '../../platform/words/words';
import { BoardApi } from '../board-api';
import { textOf } from '../text-of';

/** Closes the proposal: what closing yields is computed, whoever closes writes the rationale. */
@Component({
  selector: 'app-close-box',
  imports: [Field, FieldControl, Mark, TranslocoPipe],
  templateUrl: './close-box.html',
  styles: `
    button {
      margin-top: 10px;
    }
  `,
})
export class CloseBox {
  private readonly api = inject(BoardApi);
  private readonly words = inject(Words);
  private readonly problems = inject(ProblemWords);

  readonly proposal = input.required<Proposal>();
  /** Another button of the page is the filled one while the reader's own vote is missing. */
  readonly quiet = input(false);
  readonly closed = output<Decision>();
  /** The gate or the votes are not as shown; the page reads them again. */
  readonly refused = output<void>();

  protected readonly textOf = textOf;
  protected readonly rationaleMax = RATIONALE_MAX;
  protected readonly rationale = signal('');
  protected readonly tried = signal(false);
  protected readonly sending = signal(false);
  protected readonly refusal = signal('');
  /** One intention to close, however often the button is pressed. */
  private readonly key = newKey();

  protected readonly blockers = computed(() =>
    this.proposal().checks.filter(({ passed, level }) => !passed && level === 'blocker'),
  );
  protected readonly outcome = computed(() => this.proposal().result.outcome);
  protected readonly shut = computed(
    () => !this.proposal().canClose || (this.outcome() === 'approved' && this.blockers().length > 0),
  );
  protected readonly early = computed(() => this.proposal().canClose && Date.parse(this.proposal().dueAt) > Date.now());
  protected readonly error = computed(() =>
    this.tried() && !this.rationale().trim() ? this.words.say('board.close.needed') : '',
  );

  protected async close(event: Event): Promise<void> {
    event.preventDefault();
    if (this.shut() || this.sending()) return;
    this.tried.set(true);
    if (this.error()) return;
    this.sending.set(true);
    this.refusal.set('');
    try {
      const { decision } = await this.api.close(this.proposal().code, this.rationale().trim(), this.key);
      this.closed.emit(decision);
    } catch (error) {
      this.refusal.set(
        problemOf(error).code === 'gate-blocked' ? this.words.say('board.close.gate') : this.problems.say(error),
      );
      this.refused.emit();
    } finally {
      this.sending.set(false);
    }
  }
}
