import { Component, computed, inject, input, output } from '@angular/core';
import type { Chapter, SectionOpening } from '@sightline/contracts';
import { Words } from '../platform/words/words';
import { ChapterOpening } from './chapter-opening';
import { CommentCount } from './comment-count';

/** Below the heading of a chapter: what is said about it, and who outside reads it. */
@Component({
  selector: 'app-chapter-talk',
  imports: [ChapterOpening, CommentCount],
  host: { class: 'no-print' },
  template: `
    <app-comment-count [chapter]="chapter()" [about]="name()" [atCaret]="atCaret()" />
    @if (opening(); as opening) {
      <app-chapter-opening [n]="n()" [opening]="opening" (changed)="changed.emit()" />
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 0 8px;
      align-items: center;
      margin: 0 0 4px -10px;
    }
    @media print {
      :host {
        display: none;
      }
    }
  `,
})
export class ChapterTalk {
  private readonly words = inject(Words);

  readonly chapter = input.required<Chapter>();
  /** Number of the version. */
  readonly n = input.required<number>();
  /** Of every chapter; empty for whoever may not know. */
  readonly openings = input<readonly SectionOpening[]>([]);
  readonly atCaret = input(false);
  readonly changed = output<void>();

  protected readonly opening = computed(
    () => this.openings().find(({ chapter }) => chapter === this.chapter()) ?? null,
  );
  protected readonly name = computed(() => this.words.say(`strategy.section.${this.chapter()}`));
}
