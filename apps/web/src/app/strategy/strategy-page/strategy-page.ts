import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { StrategyVersion } from '@sightline/contracts';
import { Banner, Chip, Empty, Failure, Mark, PageHeader, Skeleton } from '@sightline/ui';
import { CommentMargin } from '../../comments/comment-margin';
import { CommentStore } from '../../comments/comment-store';
import { CommentsApi } from '../../comments/comments-api';
import { openNames } from '../../comments/open-names';
import { PageTitle } from '../../platform/pages/page-title';
import { problemOf } from '../../platform/problems/problem-of';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Session } from '../../platform/session/session';
import { Words } from '../../platform/words/words';
import { StrategyApi } from '../strategy-api';
import { StrategyContents } from '../strategy-document/contents';
import { StrategyDocument } from '../strategy-document/strategy-document';
import { StrategySeal } from '../strategy-document/seal';
import { PaperFoot } from '../strategy-export/paper-foot';
import { StrategyExport } from '../strategy-export/strategy-export';
import { StrategyPlaces } from '../strategy-places/strategy-places';
import { VersionBar } from '../strategy-document/version-bar';
import { NextStep } from './next-step';

/** The strategy in force, or any version of it, read as a document. */
@Component({
  selector: 'app-strategy-page',
  imports: [
    Banner,
    Chip,
    CommentMargin,
    Empty,
    Failure,
    Mark,
    NextStep,
    PageHeader,
    PaperFoot,
    RouterLink,
    Skeleton,
    StrategyContents,
    StrategyDocument,
    StrategyExport,
    StrategyPlaces,
    StrategySeal,
    TranslocoPipe,
    VersionBar,
  ],
  providers: [CommentStore],
  templateUrl: './strategy-page.html',
  styleUrl: './strategy-page.css',
})
export class StrategyPage {
  private readonly api = inject(StrategyApi);
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  protected readonly problems = inject(ProblemWords);
  private readonly words = inject(Words);

  /** Number of the version, from the address; the one in force without it. */
  readonly n = input<string>();
  /** Id of a comment, from the address. */
  readonly comment = input<string>();

  protected readonly version = this.api.version(this.n);
  protected readonly versions = this.api.versions();
  protected readonly shown = computed(() => (this.version.hasValue() ? this.version.value() : null));
  private readonly inForce = this.api.principlesInForce(() => this.shown()?.status === 'in_force');
  protected readonly standings = computed(() => (this.inForce.hasValue() ? this.inForce.value().items : []));
  protected readonly all = computed(() => (this.versions.hasValue() ? this.versions.value().items : []));
  /** The draft, or what lies before the board. */
  protected readonly open = computed(
    () => this.all().find(({ status }) => status === 'draft' || status === 'proposed') ?? null,
  );
  /** No strategy yet, as opposed to one that did not load. */
  protected readonly none = computed(
    () => this.n() === undefined && !!this.version.error() && problemOf(this.version.error()).status === 404,
  );
  protected readonly openings = inject(CommentsApi).openings(() => this.shown()?.number);
  protected readonly openTo = computed(() => openNames(this.openings.hasValue() ? this.openings.value().items : []));
  protected readonly starting = signal(false);
  protected readonly refusal = signal<string | null>(null);
  protected readonly mayStart = computed(
    () => this.versions.hasValue() && !this.open() && this.session.may('strategy.draft'),
  );
  protected readonly nextNumber = computed(() => Math.max(0, ...this.all().map(({ number }) => number)) + 1);

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const version = this.shown();
      if (version) title.say(this.words.say('strategy.versionTitle', { n: version.number }));
    });
  }

  /** The version beside the one in force; that one beside its predecessor, or beside what is to follow it. */
  protected compared({ number, status }: StrategyVersion): { to: number } {
    return { to: status === 'in_force' ? (this.open()?.number ?? number) : number };
  }

  protected reload(): void {
    this.version.reload();
    this.versions.reload();
  }

  /** Opens the next version and goes there to write it. */
  protected async start(): Promise<void> {
    if (this.starting()) return;
    this.starting.set(true);
    this.refusal.set(null);
    try {
      const { number } = await this.api.start();
      await this.router.navigate(['/strategy/versions', number, 'edit']);
    } catch (error) {
      this.refusal.set(this.problems.say(error));
      this.versions.reload();
    } finally {
      this.starting.set(false);
    }
  }
}
