import { Component, computed, effect, inject, input, linkedSignal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Decision, Proposal } from '@sightline/contracts';
import {
  Banner,
  Chip,
  CodeLink,
  Failure,
  formatMeasure,
  LineOfSight,
  Mark,
  MomentPipe,
  RecordHeader,
  SectionHeader,
  Skeleton,
  Speech,
  Toasts,
} from '@sightline/ui';
import { PageTitle } from '../../platform/pages/page-title';
import { ProblemWords } from '../../platform/problems/problem-words';
import { linkOf } from '../../platform/records/link-of';
import { Words } from '../../platform/words/words';
import { BoardApi } from '../board-api';
import { lastMomentBefore } from '../last-moment';
import { ImpactSection } from '../../strategy/strategy-impact/impact-section';
import { Ask } from '../proposals/ask';
import { ProposalChanges } from './proposal-changes';
import { ProposalEffects } from './proposal-effects';
import { ProposalException } from './proposal-exception';
import { ProposalGate } from './proposal-gate';
import { ProposalRail } from './proposal-rail';
import { charterIn, exceptionIn, kpisIn } from './snapshot';
import { sightStops } from './sight-stops';
import { VotesTable } from './votes-table';

/** Everything needed to decide on a proposal in a minute. */
@Component({
  selector: 'app-proposal-page',
  imports: [
    Ask,
    Banner,
    Chip,
    CodeLink,
    Failure,
    ImpactSection,
    LineOfSight,
    Mark,
    MomentPipe,
    ProposalChanges,
    ProposalEffects,
    ProposalException,
    ProposalGate,
    ProposalRail,
    RecordHeader,
    RouterLink,
    SectionHeader,
    Skeleton,
    TranslocoPipe,
    VotesTable,
  ],
  templateUrl: './proposal-page.html',
  styleUrl: './proposal-page.css',
})
export class ProposalPage {
  private readonly api = inject(BoardApi);
  private readonly words = inject(Words);
  private readonly speech = inject(Speech);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly title = inject(PageTitle);
  protected readonly problems = inject(ProblemWords);

  /** Of the route. */
  readonly code = input.required<string>();

  protected readonly resource = this.api.proposal(this.code);
  /** As last read, or as the answer to the reader's own act left it; a reload keeps what is shown until it is there. */
  protected readonly proposal = linkedSignal<Proposal | undefined, Proposal | undefined>({
    source: () => (this.resource.hasValue() ? this.resource.value() : undefined),
    computation: (read, previous) => read ?? (previous?.value?.code === this.code() ? previous.value : undefined),
  });

  protected readonly crumbs = computed(() => [
    { label: this.words.say('board.title'), link: '/board' },
    { label: this.words.say('board.crumb.proposals'), link: '/board' },
  ]);
  protected readonly subjectLink = computed(() => {
    const { subjectType, subject } = this.proposal() as Proposal;
    return subjectType === 'strategy_version' ? `/strategy/versions/${subject.code}` : linkOf(subject.code);
  });
  protected readonly lastDay = computed(() => lastMomentBefore((this.proposal() as Proposal).dueAt));
  protected readonly overdue = computed(() => Date.parse(this.proposal()?.dueAt ?? '') < Date.now());
  protected readonly stops = computed(() => {
    const proposal = this.proposal();
    const content = proposal ? charterIn(proposal) : null;
    if (!proposal || !content) return [];
    return sightStops(proposal.subject, content, kpisIn(proposal), {
      noDriver: this.words.say('board.proposal.sight.noDriver'),
      noPrinciple: this.words.say('board.proposal.sight.noPrinciple'),
      noKpi: this.words.say('board.proposal.sight.noKpi'),
      weight: (n) => this.words.say('board.proposal.sight.weight', { n }),
      effect: ({ from, to, unit }, known) => this.effectOf(from, to, unit, known?.target.value ?? null),
    });
  });
  protected readonly exception = computed(() => {
    const proposal = this.proposal();
    return proposal ? exceptionIn(proposal) : null;
  });
  /** An exception is worded once; nothing is different until it has been before the board before. */
  protected readonly hasChanges = computed(() => {
    const { changed, dismissed } = this.proposal() as Proposal;
    return changed.length > 0 || dismissed !== null;
  });
  protected readonly ending = computed(() => {
    const { status, decision, closeReason } = this.proposal() as Proposal;
    if (status === 'open') return '';
    const key = status === 'returned' && !decision ? 'formReturned' : status;
    return [this.words.say(`board.closed.${key}`), closeReason].filter(Boolean).join(' ');
  });

  constructor() {
    effect(() => this.title.say(this.proposal()?.title ?? ''));
  }

  /** Number of the version of the strategy that is asked for. */
  protected versionOf({ ask }: Proposal): number | null {
    return ask.versionNumber ?? null;
  }

  protected show(proposal: Proposal): void {
    this.proposal.set(proposal);
  }

  protected showVoted(proposal: Proposal): void {
    this.proposal.set(proposal);
    this.toasts.say({ text: this.words.say('board.vote.recorded') });
  }

  protected openDecision({ code }: Decision): void {
    void this.router.navigate(['/board/decisions', code]);
  }

  private effectOf(from: number | null, to: number | null, unit: string | null, target: number | null): string {
    const locale = this.speech.locale();
    const moves =
      from === null || to === null ? '' : `${formatMeasure(from, null, locale)} → ${formatMeasure(to, unit, locale)}`;
    if (target === null) return moves;
    return `${moves}, ${this.words.say('board.proposal.sight.target', { value: formatMeasure(target, null, locale) })}`;
  }
}
