import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { GateForecast, GateForecastPage } from '@sightline/contracts';
import { Chip, CodeLink, Failure, Mark, Person, type RecordState, Skeleton } from '@sightline/ui';
import { GateWords } from '../../charters/gate-words';
import { ProblemWords } from '../../platform/problems/problem-words';
import { linkOf } from '../../platform/records/link-of';
import { Words } from '../../platform/words/words';
import { StrategyComparisonApi } from '../strategy-comparison-api';
import { FIRST_LOOK, type Look, lookedFurther, namedFurther } from './gate-look';

/**
 * What decision tables of a version would stop: charters and changes that the gate would hold up or mark when they come to
 * it. So many are looked at by itself, the rest when somebody asks; how far it looked is always said.
 */
@Component({
  selector: 'app-gate-outlook',
  imports: [Chip, CodeLink, Failure, Mark, Person, Skeleton, TranslocoPipe],
  templateUrl: './gate-outlook.html',
  styleUrl: './impact-section.css',
})
export class GateOutlook {
  private readonly api = inject(StrategyComparisonApi);
  private readonly words = inject(Words);
  protected readonly gate = inject(GateWords);
  protected readonly problems = inject(ProblemWords);

  /** Number of the version. */
  readonly n = input.required<number>();
  /** What it depends on as far as the page knows; a change of it looks again. */
  readonly about = input('');
  readonly pageSize = input(10);

  protected readonly first = this.api.gates(this.n, () => ({ pageSize: this.pageSize() }));
  protected readonly look = signal<Look>(FIRST_LOOK);
  protected readonly busy = signal(false);
  protected readonly failed = signal<unknown>(null);
  /** Rises when the first answer is another one: what was asked for the one before does not count any more. */
  private asked = 0;

  protected readonly shown = computed(() => (this.first.hasValue() ? this.first.value() : null));
  protected readonly codes = computed(() => this.shown()?.principles.map(({ code }) => code) ?? []);
  protected readonly figures = computed(() => {
    const { blocked, marked } = this.look().figures;
    return [
      { key: 'blocked', n: blocked },
      { key: 'marked', n: marked },
    ].filter(({ n }) => n > 0);
  });
  protected readonly linkOf = linkOf;

  constructor() {
    effect(() => {
      const page = this.shown();
      untracked(() => this.begin(page));
    });
    let known: string | null = null;
    effect(() => {
      const about = this.about();
      if (known !== null && known !== about) untracked(() => this.first.reload());
      known = about;
    });
  }

  /** On to the end, answer by answer. */
  protected lookOn(): Promise<void> {
    return this.whileBusy(async (isStill) => {
      for (let after = this.look().next; after !== null && isStill(); after = this.look().next) {
        const page = await this.api.gatesBehind(this.n(), after, 1);
        if (isStill()) this.look.update((look) => lookedFurther(look, page));
      }
    });
  }

  protected nameMore(): Promise<void> {
    return this.whileBusy(async (isStill) => {
      const { more } = this.look();
      if (more === null) return;
      const page = await this.api.gatesBehind(this.n(), more, this.pageSize());
      if (isStill()) this.look.update((look) => namedFurther(look, page));
    });
  }

  protected stateOf({ status }: GateForecast): RecordState {
    return status as RecordState;
  }

  protected nameOf({ kind, charter }: GateForecast): string {
    return kind === 'change_request'
      ? this.words.say('compare.impact.change', { charter: charter.code })
      : charter.name;
  }

  private begin(page: GateForecastPage | null): void {
    this.asked += 1;
    this.busy.set(false);
    this.failed.set(null);
    this.look.set(page ? lookedFurther(FIRST_LOOK, page, page.items) : FIRST_LOOK);
  }

  private async whileBusy(work: (isStill: () => boolean) => Promise<void>): Promise<void> {
    const asked = this.asked;
    const isStill = (): boolean => asked === this.asked;
    this.busy.set(true);
    this.failed.set(null);
    try {
      await work(isStill);
    } catch (error) {
      if (isStill()) this.failed.set(error);
    } finally {
      if (isStill()) this.busy.set(false);
    }
  }
}
