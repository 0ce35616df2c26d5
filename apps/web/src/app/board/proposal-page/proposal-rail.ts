import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Decision, Proposal } from '@sightline/contracts';
import { Words } from '../../platform/words/words';
import { BoardApi } from '../board-api';
import { BallotSummary } from './ballot-summary';
import { CloseBox } from './close-box';
import { ReasonAction } from './reason-action';
import { SubstituteForm } from './substitute-form';
import { VoteBox } from './vote-box';

/** Everything one can do on a proposal, the reader's vote first; in the one coloured box of the page. */
@Component({
  selector: 'app-proposal-rail',
  imports: [BallotSummary, CloseBox, ReasonAction, SubstituteForm, TranslocoPipe, VoteBox],
  templateUrl: './proposal-rail.html',
  styleUrl: './proposal-rail.css',
})
export class ProposalRail {
  private readonly api = inject(BoardApi);
  private readonly words = inject(Words);

  readonly proposal = input.required<Proposal>();
  readonly voted = output<Proposal>();
  readonly changed = output<Proposal>();
  readonly decided = output<Decision>();
  readonly outdated = output<void>();

  protected readonly mine = computed(() => this.proposal().mine);
  protected readonly open = computed(() => this.proposal().status === 'open');
  protected readonly emptied = computed(() =>
    this.open() && this.mine().maySubstitute
      ? this.proposal().constituencies.filter(({ emptied, substitute }) => emptied && !substitute)
      : [],
  );
  /** Only while OUTCOME is what stands in the way. */
  protected readonly overrulable = computed(
    () =>
      this.mine().mayOverrule &&
      this.proposal().checks.some(({ code, level, passed }) => code === 'OUTCOME' && level === 'blocker' && !passed),
  );
  protected readonly whyNot = computed(() => {
    const { whyNot, conflict, mayVote } = this.mine();
    if (mayVote || whyNot === null || whyNot === 'closed') return '';
    const stake = conflict ? ` ${this.words.say(`board.proposal.conflict.${conflict}`)}` : '';
    return this.words.say(`board.vote.whyNot.${whyNot}`) + stake;
  });
  protected readonly shortHash = computed(() => {
    const { snapshotHash } = this.proposal();
    return `${snapshotHash.slice(0, 4)}…${snapshotHash.slice(-4)}`;
  });

  protected readonly returnForForm = (reason: string): Promise<Proposal> =>
    this.api.returnForForm(this.proposal().code, reason);
  protected readonly withdraw = (): Promise<Proposal> => this.api.withdraw(this.proposal().code);
  protected readonly overrule = (reason: string): Promise<Proposal> =>
    this.api.overruleOutcome(this.proposal().code, reason);
}
