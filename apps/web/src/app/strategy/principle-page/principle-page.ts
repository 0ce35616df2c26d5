import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PrincipleRevision } from '@sightline/contracts';
import { Chip, CodeLink, Empty, Failure, MomentPipe, RecordHeader, SectionHeader, Skeleton } from '@sightline/ui';
import { Waivers } from '../../exceptions/waivers';
import { PageTitle } from '../../platform/pages/page-title';
import { problemOf } from '../../platform/problems/problem-of';
import { ProblemWords } from '../../platform/problems/problem-words';
import { linkOf } from '../../platform/records/link-of';
import { TableView } from '../decision-table/table-view';
import { TryPanel } from '../decision-table/try-panel';
import { StrategyApi } from '../strategy-api';

const FIELDS = ['rationale', 'implications', 'exceptionGuidance'] as const;

/** One principle through all versions: how each words it, and which charters cite it. */
@Component({
  selector: 'app-principle-page',
  imports: [
    Chip,
    CodeLink,
    Empty,
    Failure,
    MomentPipe,
    RecordHeader,
    RouterLink,
    SectionHeader,
    Skeleton,
    TableView,
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
  protected readonly heading = computed(() => {
    if (!this.principle.hasValue()) return this.code();
    const { inForce, revisions } = this.principle.value();
    return inForce?.title ?? revisions[0]?.title ?? this.code();
  });
  /** Each revision with what it says, and whether it only repeats the version before it. */
  protected readonly revisions = computed(() => {
    const all = this.principle.hasValue() ? this.principle.value().revisions : [];
    return all.map((revision, index) => {
      const before = all[index + 1];
      const says = FIELDS.map((field) => ({ field, text: revision[field] })).filter(({ text }) => text !== '');
      return {
        ...revision,
        says,
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
    (['title', 'statement', ...FIELDS] as const).every((field) => one[field] === other[field]) &&
    JSON.stringify([one.applicability, one.decisionTable]) ===
      JSON.stringify([other.applicability, other.decisionTable])
  );
}
