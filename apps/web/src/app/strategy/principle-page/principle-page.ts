import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PrincipleRevision } from '@sightline/contracts';
import {
  Chip,
  CodeLink,
  Empty,
  Failure,
  MomentPipe,
  RailSection,
  RecordHeader,
  SectionHeader,
  Skeleton,
} from '@sightline/ui';
import { Waivers } from '../../exceptions/waivers';
import { PageTitle } from '../../platform/pages/page-title';
import { problemOf } from '../../platform/problems/problem-of';
import { ProblemWords } from '../../platform/problems/problem-words';
import { linkOf } from '../../platform/records/link-of';
import { TryPanel } from '../decision-table/try-panel';
import { StrategyApi } from '../strategy-api';
import { PrincipleWords } from './principle-words';

const WORDS = ['title', 'statement', 'rationale', 'implications', 'exceptionGuidance'] as const;

/** One principle: as it holds today, which charters cite it, how often it is waived, and how every version worded it. */
@Component({
  selector: 'app-principle-page',
  imports: [
    Chip,
    CodeLink,
    Empty,
    Failure,
    MomentPipe,
    PrincipleWords,
    RailSection,
    RecordHeader,
    RouterLink,
    SectionHeader,
    Skeleton,
    TranslocoPipe,
    TryPanel,
    Waivers,
  ],
  templateUrl: './principle-page.html',
  styleUrl: './principle-page.css',
})
export class PrinciplePage {
  protected readonly problems = inject(ProblemWords);

  /** From the address: `P-03`. */
  readonly code = input.required<string>();

  protected readonly principle = inject(StrategyApi).principle(this.code);
  private readonly strategy = inject(StrategyApi).version(() => undefined);
  /** What the version in force asks, for whoever tries the principle out. */
  protected readonly facts = computed(() => (this.strategy.hasValue() ? this.strategy.value().facts : []));
  protected readonly linkOf = linkOf;
  protected readonly missing = computed(
    () => !!this.principle.error() && problemOf(this.principle.error()).status === 404,
  );
  protected readonly holding = computed(() => (this.principle.hasValue() ? this.principle.value().inForce : null));
  protected readonly heading = computed(() => {
    if (!this.principle.hasValue()) return this.code();
    const { inForce, revisions } = this.principle.value();
    return inForce?.title ?? revisions[0]?.title ?? this.code();
  });
  /** Each revision, and whether it only repeats what holds today or the version before it. */
  protected readonly revisions = computed(() => {
    const all = this.principle.hasValue() ? this.principle.value().revisions : [];
    const holding = this.holding();
    return all.map((revision, index) => {
      const before = all[index + 1];
      return {
        ...revision,
        asInForce: holding !== null && isSameWording(revision, holding),
        unchangedSince: before && isSameWording(revision, before) ? before.versionNumber : null,
      };
    });
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      if (this.principle.hasValue()) title.say(`${this.principle.value().code} ${this.heading()}`);
    });
  }
}

function isSameWording(one: PrincipleRevision, other: PrincipleRevision): boolean {
  return (
    WORDS.every((field) => one[field] === other[field]) &&
    JSON.stringify([one.applicability, one.decisionTable]) ===
      JSON.stringify([other.applicability, other.decisionTable])
  );
}
