import { Component, computed, inject, input, linkedSignal, resource } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Section } from '@sightline/contracts';
import { wordDifferences, type DifferencePart } from '../../platform/conflict/word-differences';
import { DraftStore } from './draft-store';
import { loadTextMerge, type TextMerge } from './text-merge';

export const CHOICES = ['mine', 'theirs', 'both'] as const;
type Choice = (typeof CHOICES)[number];

/** A place where both wrote: the paragraphs as they were, as mine and as theirs, with what changed marked. */
interface Place {
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
  readonly original: string;
  readonly marked: { readonly mine: readonly DifferencePart[]; readonly theirs: readonly DifferencePart[] };
}

/**
 * Two people wrote in the same paragraphs of a section: each such place with mine, theirs and the original, and a choice
 * for each. Everything else of both is merged already. Nothing is saved before every place is decided.
 */
@Component({
  selector: 'app-draft-merge',
  imports: [TranslocoPipe],
  templateUrl: './draft-merge.html',
  styleUrl: './draft-merge.css',
})
export class DraftMerge {
  private readonly store = inject(DraftStore);

  readonly section = input.required<Section>();

  private readonly conflict = computed(() => this.store.conflicts().find(({ path }) => path === this.section()));
  private readonly merged = resource({
    params: () => {
      const conflict = this.conflict();
      if (!conflict) return undefined;
      const [base, theirs] = [String(conflict.base), String(conflict.theirs)];
      return { base, mine: this.store.value<string>(this.section()), theirs };
    },
    loader: async ({ params }) => {
      const merge = (await loadTextMerge())(params);
      return { merge, places: await placesOf(merge) };
    },
  });
  protected readonly places = computed(() => (this.merged.hasValue() ? this.merged.value().places : []));
  protected readonly open = computed(() => this.conflict() !== undefined);
  protected readonly choices = CHOICES;
  protected readonly chosen = linkedSignal<number, (Choice | undefined)[]>({
    source: () => this.places().length,
    computation: (count) => new Array<Choice | undefined>(count).fill(undefined),
  });
  /** Places nobody has decided yet. */
  protected readonly left = computed(() => this.chosen().filter((choice) => choice === undefined).length);

  protected choose(place: number, choice: Choice): void {
    this.chosen.update((chosen) => chosen.with(place, choice));
  }

  protected settle(): void {
    if (this.left() > 0 || !this.merged.hasValue()) return;
    const decided = this.places().map(({ mine, theirs }, index) => {
      const choice = this.chosen()[index];
      return choice === 'mine' ? mine : choice === 'theirs' ? theirs : [...theirs, ...mine];
    });
    this.store.decide(this.section(), this.merged.value().merge.together(decided));
  }
}

async function placesOf({ stretches }: TextMerge): Promise<Place[]> {
  const open = stretches.filter((each) => each.kind === 'conflict');
  return Promise.all(
    open.map(async ({ original, mine, theirs }) => {
      const before = original.join('\n\n');
      const [ours, others] = await Promise.all([
        wordDifferences(mine.join('\n\n'), before),
        wordDifferences(theirs.join('\n\n'), before),
      ]);
      return { mine, theirs, original: before, marked: { mine: ours.mine, theirs: others.mine } };
    }),
  );
}
