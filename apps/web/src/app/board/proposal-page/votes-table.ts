import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Proposal, ProposalSeat } from '@sightline/contracts';
import { type BareState, SectionHeader, Stat } from '@sightline/ui';
import { Session } from '../../platform/session/session';

interface Row {
  seat: ProposalSeat;
  /** Named in the first row of each constituency only; the others say it to screen readers. */
  constituency: string;
  first: boolean;
  mine: boolean;
  state: BareState;
}

/** Who voted how and why, by constituency; whoever is missing or recused is named too. */
@Component({
  selector: 'app-votes-table',
  imports: [SectionHeader, Stat, TranslocoPipe],
  templateUrl: './votes-table.html',
  styleUrl: './votes-table.css',
})
export class VotesTable {
  private readonly session = inject(Session);

  readonly proposal = input.required<Proposal>();

  protected readonly emptied = computed(() => this.proposal().constituencies.filter(({ emptied }) => emptied));
  protected readonly rows = computed(() =>
    this.proposal().constituencies.flatMap(({ key, name }) =>
      this.proposal()
        .seats.filter(({ constituency }) => constituency === key)
        .map((seat, index) => this.row(seat, name, index === 0)),
    ),
  );

  private row(seat: ProposalSeat, constituency: string, first: boolean): Row {
    const mine = seat.holder !== null && seat.holder.id === this.session.me()?.user.id;
    return { seat, constituency, first, mine, state: seat.vote?.choice ?? (seat.conflict ? 'recused' : 'missing') };
  }
}
