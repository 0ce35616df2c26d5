import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CommentThread, StrategyVersion } from '@sightline/contracts';
import { Icon, Mark } from '@sightline/ui';
import { CommentStore } from '../../comments/comment-store';
import { OpenComments } from '../../comments/open-comments';
import { Words } from '../../platform/words/words';
import { ImpactSection } from '../strategy-impact/impact-section';
import { DraftImport } from './draft-import';
import { type Fold, FOLDS, FoldShelf } from './fold-shelf';
import { OpenPoints } from './open-points';

/**
 * Where the draft stands on its way to the board, above its text: the verdict, the button that asks the board, and one
 * line with everything there is to look at before, folded, so that whoever comes to write is at the text at once.
 */
@Component({
  selector: 'app-draft-gate',
  imports: [DraftImport, Icon, ImpactSection, Mark, OpenComments, OpenPoints, TranslocoPipe],
  templateUrl: './draft-gate.html',
  styleUrl: './draft-gate.css',
})
export class DraftGate {
  private readonly words = inject(Words);
  private readonly comments = inject(CommentStore);

  readonly version = input.required<StrategyVersion>();
  /** Threads of the version this one was copied from. */
  readonly earlier = input<readonly CommentThread[]>([]);
  /** Why the draft cannot be proposed now, in words; empty when it can. */
  readonly reason = input.required<string>();
  /** Whether the reader proposes at all. */
  readonly mayPropose = input(false);
  readonly busy = input(false);
  readonly proposed = output<void>();

  protected readonly points = computed(() => this.version().openPoints);
  protected readonly shut = computed(() => this.reason() !== '' || this.busy());
  /** Said beside the button; it has to be one line whatever happens, or the text below would jump while one writes. */
  protected readonly why = computed(() =>
    this.mayPropose()
      ? this.reason() || this.words.say('strategy.proposeThen')
      : this.words.say('strategy.whyNot.permission'),
  );
  protected readonly talks = computed(() => [
    ...this.comments.open(),
    ...this.earlier().filter(({ resolvedAt }) => resolvedAt === null),
  ]);
  /** What of the draft others rest on: it is looked at anew when that has been saved, not with every word. */
  protected readonly resting = computed(() => {
    const { principles, facts, gatePolicy } = this.version();
    return JSON.stringify([principles, facts, gatePolicy]);
  });
  /** How many records would lose their footing; null until that is known. */
  protected readonly unsettled = signal<number | null>(null);
  protected readonly folds = computed(() =>
    [
      { fold: 'points', n: this.points().length },
      { fold: 'comments', n: this.talks().length },
      { fold: 'impact', n: this.unsettled() },
      { fold: 'markdown', n: null },
    ].filter(({ n, fold }) => n !== 0 || fold === 'impact'),
  );

  private readonly kept = signal<readonly Fold[]>(FoldShelf.read());

  protected isOpen(fold: string): boolean {
    return this.kept().some((one) => one === fold) && this.folds().some((one) => one.fold === fold);
  }

  protected turn(fold: string): void {
    const isOpen = this.isOpen(fold);
    this.kept.update((kept) => FOLDS.filter((one) => (one === fold ? !isOpen : kept.includes(one))));
    FoldShelf.keep(this.kept());
  }

  protected propose(): void {
    if (!this.shut()) this.proposed.emit();
  }
}
