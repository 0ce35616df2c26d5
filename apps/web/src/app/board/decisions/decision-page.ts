import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Decision, DecisionRecord, GateCheckAnswer } from '@sightline/contracts';
import { Chip, CodeLink, Failure, MomentPipe, RecordHeader, SectionHeader, Skeleton, Stat } from '@sightline/ui';
import { PageTitle } from '../../platform/pages/page-title';
import { ProblemWords } from '../../platform/problems/problem-words';
import { linkOf } from '../../platform/records/link-of';
import { Words } from '../../platform/words/words';
import { BoardApi } from '../board-api';
import { ProposalGate } from '../proposal-page/proposal-gate';
import { ValueWords } from '../value-words';

/** A decision as it was made: who decided, on what grounds, under which strategy, and exactly on what. */
@Component({
  selector: 'app-decision-page',
  imports: [
    Chip,
    CodeLink,
    Failure,
    MomentPipe,
    ProposalGate,
    RecordHeader,
    RouterLink,
    SectionHeader,
    Skeleton,
    Stat,
    TranslocoPipe,
  ],
  templateUrl: './decision-page.html',
  styleUrl: './decision-page.css',
})
export class DecisionPage {
  private readonly api = inject(BoardApi);
  private readonly words = inject(Words);
  private readonly values = inject(ValueWords);
  private readonly title = inject(PageTitle);
  protected readonly problems = inject(ProblemWords);

  /** Of the route. */
  readonly code = input.required<string>();

  protected readonly resource = this.api.decision(this.code);
  protected readonly decision = computed(() => (this.resource.hasValue() ? this.resource.value() : undefined));
  protected readonly crumbs = computed(() => [
    { label: this.words.say('board.title'), link: '/board' },
    { label: this.words.say('board.crumb.decisions'), link: '/board/decisions' },
  ]);
  protected readonly linkOf = linkOf;
  protected readonly seats = computed(() =>
    (this.decision()?.record.seats ?? []).map((seat) => ({ ...seat, state: stateOf(seat) })),
  );
  /** As kept with the decision; where to mend it no longer matters. */
  protected readonly checks = computed<GateCheckAnswer[]>(() =>
    (this.decision()?.record.checks ?? []).map(
      (check) => ({ ...check, variant: '', params: {}, fix: { field: '', path: '' } }) as GateCheckAnswer,
    ),
  );
  protected readonly overrules = computed(() => {
    const decision = this.decision();
    return (decision?.record.overrules ?? []).map(({ by, reason }) => ({
      check: 'OUTCOME' as const,
      by: { id: '', code: null, name: by },
      reason,
      at: `${by} ${reason}`,
    }));
  });
  protected readonly content = computed(() =>
    this.values.fields((this.decision()?.snapshot['content'] ?? {}) as Record<string, unknown>),
  );
  protected readonly wholeSnapshot = computed(() => JSON.stringify(this.decision()?.snapshot, null, 2));
  protected readonly tally = computed(() => {
    const decision = this.decision();
    return decision ? this.words.say('board.decisions.tallyOf', { ...decision.tally }) : '';
  });

  constructor() {
    effect(() => {
      const decision = this.decision();
      if (decision) this.title.say(`${decision.code} ${decision.title}`);
    });
  }

  protected under({ strategyVersion }: Decision): string {
    return strategyVersion === null
      ? this.words.say('board.decision.underFounding')
      : this.words.say('board.decision.underVersion', { n: strategyVersion });
  }
}

function stateOf({ choice, conflict }: DecisionRecord['seats'][number]) {
  return choice ?? (conflict ? ('recused' as const) : ('missing' as const));
}
