import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { IMPACT_FILTERS, type ImpactEntry, type ImpactFilter, type StrategyImpact } from '@sightline/contracts';
import { Chip, CodeLink, Empty, Failure, FilterButton, Pager, Person, type RecordState, Skeleton } from '@sightline/ui';
import { ProblemWords } from '../../platform/problems/problem-words';
import { linkOf } from '../../platform/records/link-of';
import { Words } from '../../platform/words/words';
import { StrategyComparisonApi } from '../strategy-comparison-api';
import { GateOutlook } from './gate-outlook';

const FIGURES = ['change', 'reaffirm', 'blocked', 'exceptions', 'mandates', 'named', 'proposals'] as const;

/** What would lose its footing if a version were ratified: figures, principles, and every record by name. */
@Component({
  selector: 'app-impact-section',
  imports: [Chip, CodeLink, Empty, Failure, FilterButton, GateOutlook, Pager, Person, Skeleton, TranslocoPipe],
  templateUrl: './impact-section.html',
  styleUrl: './impact-section.css',
})
export class ImpactSection {
  private readonly words = inject(Words);
  protected readonly problems = inject(ProblemWords);

  /** Number of the version. */
  readonly n = input.required<number>();
  /** What it depends on as far as the page knows; a change of it asks again. */
  readonly about = input('');
  readonly pageSize = input(10);
  /** How many records would lose their footing, of every kind. */
  readonly counted = output<number>();

  protected readonly page = signal(1);
  protected readonly kind = signal<ImpactFilter | null>(null);
  protected readonly impact = inject(StrategyComparisonApi).impact(this.n, () => ({
    kind: this.kind() ?? undefined,
    page: this.page(),
    pageSize: this.pageSize(),
  }));
  protected readonly shown = computed<StrategyImpact | null>(() =>
    this.impact.hasValue() ? this.impact.value() : null,
  );
  protected readonly figures = computed(() => {
    const found = this.shown();
    return found ? FIGURES.map((key) => ({ key, n: found.figures[key] })).filter(({ n }) => n > 0) : [];
  });
  protected readonly isNothing = computed(() => this.shown()?.total === 0 && this.kind() === null);
  protected readonly kinds = computed(() =>
    IMPACT_FILTERS.map((kind) => ({ value: kind, label: this.words.say(`compare.impact.kinds.${kind}`) })),
  );
  protected readonly linkOf = linkOf;

  constructor() {
    effect(() => {
      const found = this.shown();
      if (found && this.kind() === null) this.counted.emit(found.total);
    });
    let known: string | null = null;
    effect(() => {
      const about = this.about();
      if (known !== null && known !== about) untracked(() => this.impact.reload());
      known = about;
    });
  }

  protected choose(kind: string | null): void {
    this.page.set(1);
    this.kind.set(IMPACT_FILTERS.find((one) => one === kind) ?? null);
  }

  /** Of everything but an order, which is only listed while it is translated. */
  protected chipOf({ kind, status }: ImpactEntry): RecordState | null {
    return kind === 'mandate' ? null : (status as RecordState);
  }

  protected nameOf({ kind, record, charter }: ImpactEntry): string {
    if (kind === 'change_request') return this.words.say('compare.impact.change', { charter: charter?.code });
    return kind === 'exception' ? (charter?.name ?? '') : record.name;
  }

  protected codeOf({ kind, record, charter }: ImpactEntry): string {
    return (kind === 'change_request' ? charter?.code : record.code) ?? '';
  }

  protected why({ kind, reason, principles, missing }: ImpactEntry): string {
    const codes = principles.map(({ code }) => code);
    if (reason === 'untranslated') {
      const gaps = missing.map((gap) => this.words.say(`compare.impact.missing.${gap}`));
      return this.words.say('compare.impact.why.untranslated', { missing: gaps });
    }
    return this.words.say(`compare.impact.why.${kind === 'exception' ? 'exception' : reason}`, { principles: codes });
  }
}
