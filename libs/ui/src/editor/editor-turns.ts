import { Injectable } from '@angular/core';
import { inIdle } from '../slices/in-idle';

/** Editors of a long page open one after the other, when the browser has nothing else to do. */
@Injectable({ providedIn: 'root' })
export class EditorTurns {
  private last: Promise<void> = Promise.resolve();

  /** Runs `open` when its turn has come. */
  next<T>(open: () => T | Promise<T>): Promise<T> {
    const turn = this.last.then(idle).then(open);
    this.last = turn.then(
      () => undefined,
      () => undefined,
    );
    return turn;
  }
}

const idle = (): Promise<void> => new Promise((resolve) => inIdle(resolve));
