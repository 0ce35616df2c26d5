import { ApplicationRef, computed, DestroyRef, effect, inject, Injectable, signal, type Signal } from '@angular/core';
import { inIdle } from './in-idle';

/** A list that is drawn in slices. */
export interface Sliced<T> {
  /** What stands on the page so far, from the beginning of the list. */
  readonly shown: Signal<readonly T[]>;
  /** More is to come; whatever holds the list is busy meanwhile (`aria-busy`). */
  readonly growing: Signal<boolean>;
}

/** What a list takes of the window, in px. */
export interface Extent {
  /** The least that one of them takes. */
  readonly height: number;
  /** The least that stands above the list while nobody has scrolled. */
  readonly above: number;
}

/** How many the first slice of a list has; what that took says how many the next may have. */
const FIRST_SLICE = 4;
/** So long a slice may take, in ms: a key or a click in between waits for no more than a few frames. */
const SLICE_MS = 50;

/**
 * Long lists: what fits into the window is drawn at once, the rest a few at a time while the browser has nothing else
 * to do, until all of it stands there to be searched, read aloud and printed. A list that was whole once stays so: other
 * rows in it are drawn together.
 */
@Injectable({ providedIn: 'root' })
export class Slices {
  private readonly app = inject(ApplicationRef);
  private readonly growing = new Set<Growth>();
  private isWaiting = false;

  constructor() {
    addEventListener('beforeprint', () => this.finish());
  }

  /** Call it where things may be injected. */
  of<T>(all: () => readonly T[], { height, above }: Extent): Sliced<T> {
    const limit = signal(Math.max(1, Math.ceil((innerHeight - above) / height)));
    const growing = computed(() => limit() < all().length);
    const growth: Growth = { slice: FIRST_SLICE, more: (by) => limit.update((size) => size + by) };
    effect(() => {
      if (growing()) this.add(growth);
      else this.growing.delete(growth);
    });
    inject(DestroyRef).onDestroy(() => this.growing.delete(growth));
    return { shown: computed(() => (growing() ? all().slice(0, limit()) : all())), growing };
  }

  /** Draws all of every list now, for whoever is about to look for something in it. */
  finish(): void {
    if (this.growing.size === 0) return;
    for (const { more } of this.growing) more(Infinity);
    this.app.tick();
  }

  private add(growth: Growth): void {
    this.growing.add(growth);
    this.wait();
  }

  /** The list that began first grows first. */
  private turn(): void {
    this.isWaiting = false;
    const [first] = this.growing;
    if (!first) return;
    const began = performance.now();
    first.more(first.slice);
    this.app.tick();
    const took = Math.max(1, performance.now() - began);
    first.slice = Math.max(1, Math.round(first.slice * Math.min(2, SLICE_MS / took)));
    if (this.growing.size > 0) this.wait();
  }

  private wait(): void {
    if (this.isWaiting) return;
    this.isWaiting = true;
    inIdle(() => this.turn());
  }
}

interface Growth {
  slice: number;
  more(by: number): void;
}
