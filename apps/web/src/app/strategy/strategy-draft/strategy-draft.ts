import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { GatePolicy } from '@sightline/contracts';
import { Banner, Chip, Failure, Mark, RecordHeader, Skeleton, Toasts } from '@sightline/ui';
import { ChapterTalk } from '../../comments/chapter-talk';
import { CommentMargin } from '../../comments/comment-margin';
import { CommentStore } from '../../comments/comment-store';
import { Commentable } from '../../comments/commentable';
import { CommentsApi } from '../../comments/comments-api';
import { openNames } from '../../comments/open-names';
import { PageTitle } from '../../platform/pages/page-title';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Session } from '../../platform/session/session';
import { Words } from '../../platform/words/words';
import { StrategyApi } from '../strategy-api';
import { StrategyContents } from '../strategy-document/contents';
import { PolicyTable } from '../strategy-document/policy-table';
import { Connection } from './connection';
import { DraftAuthors } from './draft-authors';
import { DraftCapabilities } from './draft-capabilities';
import { DraftConflictBox } from './draft-conflict-box';
import { DraftDrivers } from './draft-drivers';
import { DraftGate } from './draft-gate';
import { DraftGone } from './draft-gone';
import { DraftHints } from './draft-hints';
import { DraftKpis } from './draft-kpis';
import { DraftPresence } from './draft-presence';
import { DraftPrinciples } from './draft-principles';
import { DraftProse } from './draft-prose';
import { DraftRecords } from './draft-records';
import { DraftFacts } from '../decision-table/draft-facts';
import { DraftRights } from './draft-rights';
import { DraftStore } from './draft-store';
import { DraftText } from './draft-text';
import { DraftWeights } from './draft-weights';
import { SavingLine } from './saving-line';

/** A version of the strategy as it is written: everything in place, saved by itself, and put before the board from here. */
@Component({
  selector: 'app-strategy-draft',
  imports: [
    Banner,
    ChapterTalk,
    Chip,
    CommentMargin,
    Commentable,
    DraftAuthors,
    DraftCapabilities,
    DraftConflictBox,
    DraftDrivers,
    DraftFacts,
    DraftGate,
    DraftGone,
    DraftKpis,
    DraftPrinciples,
    DraftProse,
    DraftRights,
    DraftText,
    DraftWeights,
    Failure,
    Mark,
    NgTemplateOutlet,
    PolicyTable,
    RecordHeader,
    RouterLink,
    SavingLine,
    Skeleton,
    StrategyContents,
    TranslocoPipe,
  ],
  providers: [CommentStore, DraftStore, DraftRecords, DraftHints, DraftPresence, Connection],
  templateUrl: './strategy-draft.html',
  styleUrl: './strategy-draft.css',
})
export class StrategyDraft {
  private readonly api = inject(StrategyApi);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(Words);
  protected readonly problems = inject(ProblemWords);
  protected readonly store = inject(DraftStore);

  /** Number of the version, from the address. */
  readonly n = input.required<string>();
  /** Id of a comment, from the address. */
  readonly comment = input<string>();

  /** The prose before and after the principles. */
  protected readonly before = ['purpose', 'alignment', 'capabilitiesNarrative'] as const;
  protected readonly after = ['governance', 'dataGovernance', 'resilience', 'successMetrics'] as const;
  protected readonly loaded = this.api.version(this.n);
  protected readonly version = this.store.version;
  protected readonly mayEdit = computed(() => this.session.may('strategy.edit'));
  protected readonly mayPropose = computed(() => this.session.may('strategy.propose'));
  private readonly comments = inject(CommentsApi);
  protected readonly openings = this.comments.openings(() => this.version()?.number);
  protected readonly openTo = computed(() => openNames(this.openings.hasValue() ? this.openings.value().items : []));
  /** What is still open on the version this one was copied from. */
  protected readonly earlier = this.comments.earlier(() => this.version()?.copiedFrom ?? null);
  protected readonly policy = computed(() => this.store.value<GatePolicy>('gatePolicy'));
  protected readonly proposing = signal(false);
  protected readonly refusal = signal<string | null>(null);
  protected readonly records = inject(DraftRecords);
  /** Why the button is off; empty when it is on. */
  protected readonly reason = computed(() => {
    if (this.store.conflicts().length > 0) return this.words.say('strategy.whyNot.conflict');
    if (this.store.refused()) return this.words.say('strategy.whyNot.refused');
    if (this.version()?.openPoints.length) return this.words.say('strategy.open.text');
    return this.store.state() === 'saved' ? '' : this.words.say('strategy.whyNot.unsaved');
  });

  constructor() {
    const title = inject(PageTitle);
    // Who signs in again in the middle is the same person: what was read when the page opened is not put back.
    const writer = computed(() => this.session.me()?.user.id);
    effect(() => {
      const user = writer();
      if (!this.loaded.hasValue() || user === undefined) return;
      const version = this.loaded.value();
      untracked(() => this.store.open(version, user));
      title.say(this.words.say('strategy.draftTitle', { n: version.number }));
    });
  }

  protected writePolicy(policy: GatePolicy): void {
    this.store.edit('gatePolicy', policy);
  }

  protected async propose(): Promise<void> {
    const version = this.version();
    if (!version || this.proposing() || this.reason()) return;
    this.proposing.set(true);
    this.refusal.set(null);
    try {
      const { proposal } = await this.api.propose(version);
      this.toasts.say({ text: this.words.say('strategy.proposed', { n: version.number, code: proposal.code }) });
      await this.router.navigate(['/strategy/versions', version.number]);
    } catch (error) {
      this.refusal.set(this.problems.say(error));
      this.loaded.reload();
    } finally {
      this.proposing.set(false);
    }
  }
}
