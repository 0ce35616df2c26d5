import { Injectable } from '@angular/core';
import { inIdle } from '../slices/in-idle';

interface Turn {
  readonly isNear: () => boolean;
  readonly take: () => Promise<unknown>;
}

/**
 * Editors of a long page open one after the other, when the browser has nothing else to do: first those the reader sees
 * or is about to see.
 */
@Injectable({ providedIn: 'root' })
export class EditorTurns {
  private readonly waiting: Turn[] = [];
  private isOpening = false;

  /** Runs `open` when its turn has come. */
  next<T>(open: () => T | Promise<T>, isNear: () => boolean): Promise<T> {
    return new Promise((resolve, reject) => {
      const take = (): Promise<void> => Promise.resolve().then(open).then(resolve, reject);
      this.waiting.push({ isNear, take });
      void this.openAll();
    });
  }

  private async openAll(): Promise<void> {
    if (this.isOpening) return;
    this.isOpening = true;
    while (this.waiting.length > 0) {
      await new Promise<void>(inIdle);
      const near = this.waiting.findIndex(({ isNear }) => isNear());
      const [turn] = this.waiting.splice(Math.max(near, 0), 1);
      await turn?.take();
    }
    this.isOpening = false;
  }
}
