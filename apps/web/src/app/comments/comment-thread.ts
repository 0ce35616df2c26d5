import { Component, computed, effect, ElementRef, inject, input, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CommentText, CommentThread as Thread } from '@sightline/contracts';
import { Icon, Mark, MomentPipe } from '@sightline/ui';
import { isStale } from '../platform/problems/problem-of';
import { ProblemWords } from '../platform/problems/problem-words';
import { Session } from '../platform/session/session';
import { Words } from '../platform/words/words';
import { CommentBox } from './comment-box';
import { CommentItem } from './comment-item';
import { CommentStore } from './comment-store';
import { CommentsApi } from './comments-api';

/** A passage with what was said about it; the words it was about stay when the text has lost them. */
@Component({
  selector: 'app-comment-thread',
  imports: [CommentBox, CommentItem, Icon, Mark, MomentPipe, TranslocoPipe],
  host: { '[class.on]': 'active()', '[id]': "'comment-' + thread().id", tabindex: '-1' },
  templateUrl: './comment-thread.html',
  styleUrl: './comment-thread.css',
})
export class CommentThread {
  private readonly api = inject(CommentsApi);
  private readonly session = inject(Session);
  private readonly problems = inject(ProblemWords);
  private readonly words = inject(Words);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly store = inject(CommentStore);

  readonly thread = input.required<Thread>();

  protected readonly replying = signal(false);
  protected readonly settling = signal(false);
  protected readonly refusal = signal<string | null>(null);
  protected readonly active = computed(() => this.store.active() === this.thread().id);
  protected readonly place = computed(() => this.store.places().get(this.thread().id) ?? null);
  protected readonly settled = computed(() => this.thread().resolvedAt !== null);
  protected readonly mayReply = computed(() => this.session.may('comment.write', { linked: true }));
  protected readonly maySettle = computed(() => {
    const own = this.thread().createdBy.id === this.session.me()?.user.id;
    return this.session.may('comment.resolve', { own });
  });

  constructor() {
    effect(() => {
      if (this.active()) untracked(() => this.host.scrollIntoView({ block: 'nearest' }));
    });
  }

  protected readonly reply = async (text: CommentText, key: string): Promise<void> => {
    await this.api.reply(this.thread().id, text, key);
    await this.store.wrote();
  };

  /** Leads the eyes to the words this is about. */
  protected find(): void {
    this.store.active.set(this.thread().id);
    this.store.led.set({ thread: this.thread().id });
  }

  protected async settle(resolved: boolean): Promise<void> {
    if (this.settling()) return;
    this.settling.set(true);
    this.refusal.set(null);
    try {
      await this.store.wrote(await this.api.settle(this.thread(), resolved));
    } catch (error) {
      this.refusal.set(isStale(error) ? this.words.say('comments.answeredMeanwhile') : this.problems.say(error));
      await this.store.refresh();
    } finally {
      this.settling.set(false);
    }
  }
}
