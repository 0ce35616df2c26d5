import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Chapter, CommentText, CommentThread as Thread } from '@sightline/contracts';
import { Failure, Icon, Skeleton } from '@sightline/ui';
import { ProblemWords } from '../platform/problems/problem-words';
import { Session } from '../platform/session/session';
import { CommentBox } from './comment-box';
import { CommentStore } from './comment-store';
import { CommentThread } from './comment-thread';
import { CommentsApi } from './comments-api';

/** What is said about a document, chapter by chapter; the one that is read is unfolded. */
@Component({
  selector: 'app-comment-panel',
  imports: [CommentBox, CommentThread, Failure, Icon, Skeleton, TranslocoPipe],
  host: { '(focusin)': 'store.held.set(true)', '(focusout)': 'store.held.set(false)' },
  templateUrl: './comment-panel.html',
  styleUrl: './comment-panel.css',
})
export class CommentPanel {
  private readonly api = inject(CommentsApi);
  private readonly session = inject(Session);
  protected readonly problems = inject(ProblemWords);
  protected readonly store = inject(CommentStore);

  /** To whom outside a chapter is open, in words; they read what is said there. */
  readonly openTo = input<(chapter: Chapter) => string>(() => '');

  protected readonly mayWrite = computed(() => this.session.may('comment.write', { linked: true }));
  protected readonly groups = computed(() =>
    this.store.chapters().map((chapter) => {
      const threads = this.store.in(chapter);
      return {
        chapter,
        open: threads.filter(({ resolvedAt }) => resolvedAt === null),
        settled: threads.filter(({ resolvedAt }) => resolvedAt !== null),
      };
    }),
  );

  /** A thread that an address leads to is not left folded. */
  protected isChosen(threads: readonly Thread[]): boolean {
    return threads.some(({ id }) => id === this.store.active());
  }

  protected toggle(chapter: Chapter): void {
    this.store.chapter.update((one) => (one === chapter ? null : chapter));
  }

  /** About the chapter as a whole. */
  protected begin(chapter: Chapter): void {
    this.store.compose({ chapter, principle: null, anchor: null });
  }

  protected readonly say = async (text: CommentText, key: string): Promise<void> => {
    const [record, passage] = [this.store.record(), this.store.composing()];
    if (!record || !passage) return;
    const { chapter, principle, anchor } = passage;
    const place = { chapter, ...(principle && { principle }), ...(anchor && { anchor }) };
    const thread = await this.api.begin({ ...record, ...place, ...text }, key);
    this.store.composing.set(null);
    this.store.active.set(thread.id);
    await this.store.wrote(thread);
  };
}
