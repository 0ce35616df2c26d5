import { Component, computed, input, output } from '@angular/core';
import type { GateCheckAnswer } from '@sightline/contracts';
import { Icon } from '../icon/icon';
import { Mark } from '../mark/mark';
import { WordPipe } from '../speech/word-pipe';
import { GateRow, type GateRowWords } from './gate-row';
import { Ticks } from './ticks';

const WORST_FIRST = { blocker: 0, warning: 1, info: 2 } as const;

let boxes = 0;

/** The gate as a merge box: the verdict, what is wrong worst first, what passes, and the transition it guards. */
@Component({
  selector: 'ui-gate-box',
  imports: [GateRow, Icon, Mark, Ticks, WordPipe],
  templateUrl: './gate-box.html',
})
export class GateBox {
  readonly checks = input.required<readonly GateCheckAnswer[]>();
  /** The verdict in words: "3 checks block submission". */
  readonly verdict = input.required<string>();
  /** Counts, when, and against which version it was checked. */
  readonly note = input('');
  /** Names of checks that apply at a later transition. */
  readonly later = input<readonly string[]>([]);
  /** Words for a row; the page takes them from its language files. */
  readonly wordsFor = input<(check: GateCheckAnswer) => GateRowWords>(() => ({}));
  /** The transition's button; null where the reader may not do it. */
  readonly action = input<string | null>(null);
  /** Why the transition is shut, or what it will do; always in text. */
  readonly reason = input('');
  /** Shut for another reason than the checks, such as a save under way. */
  readonly held = input(false);

  readonly fix = output<GateCheckAnswer>();
  readonly act = output<void>();

  protected readonly id = `gate-${++boxes}`;
  protected readonly failing = computed(() =>
    this.checks()
      .filter((check) => !check.passed)
      .sort((one, other) => WORST_FIRST[one.level] - WORST_FIRST[other.level]),
  );
  protected readonly passed = computed(() => this.checks().filter((check) => check.passed));
  protected readonly blocked = computed(() => this.failing().some((check) => check.level === 'blocker'));
  protected readonly shut = computed(() => this.blocked() || this.held());
  protected readonly family = computed(() =>
    this.blocked() ? 'bad' : this.failing().some((check) => check.level === 'warning') ? 'warn' : 'good',
  );
  protected readonly mark = computed(() => (({ bad: 'blocked', warn: 'risk', good: 'force' }) as const)[this.family()]);

  protected tryToAct(): void {
    if (!this.shut()) this.act.emit();
  }
}
