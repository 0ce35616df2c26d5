import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Chapter, Comment, CommentText } from '@sightline/contracts';
import { Avatar, Icon, Mark, MenuButton, type MenuEntry, MomentPipe } from '@sightline/ui';
import { ProblemWords } from '../platform/problems/problem-words';
import { Session } from '../platform/session/session';
import { Words } from '../platform/words/words';
import { CommentBox } from './comment-box';
import { CommentStore } from './comment-store';
import { CommentWords } from './comment-words';
import { CommentsApi } from './comments-api';

/** One thing somebody said, and what its author may do with it. */
@Component({
  selector: 'app-comment-item',
  imports: [Avatar, CommentBox, CommentWords, Icon, Mark, MenuButton, MomentPipe, TranslocoPipe],
  templateUrl: './comment-item.html',
  styleUrl: './comment-item.css',
})
export class CommentItem {
  private readonly api = inject(CommentsApi);
  private readonly store = inject(CommentStore);
  private readonly session = inject(Session);
  private readonly words = inject(Words);
  private readonly problems = inject(ProblemWords);

  readonly comment = input.required<Comment>();
  readonly chapter = input<Chapter | null>(null);
  /** Nothing is changed in a thread that is settled. */
  readonly settled = input(false);

  protected readonly editing = signal(false);
  protected readonly refusal = signal<string | null>(null);
  protected readonly own = computed(() => {
    const { createdBy, withdrawnAt } = this.comment();
    const own = createdBy.id === this.session.me()?.user.id;
    return withdrawnAt === null && this.session.may('comment.edit', { own });
  });
  protected readonly entries = computed<MenuEntry[]>(() => [
    ...(this.settled() ? [] : [{ key: 'edit', label: this.words.say('comments.edit'), icon: 'pencil' } as const]),
    { key: 'withdraw', label: this.words.say('comments.withdraw'), icon: 'trash-2', danger: true },
  ]);

  protected readonly save = async (text: CommentText): Promise<void> => {
    await this.api.edit(this.comment(), text);
    await this.store.wrote();
  };

  protected choose(key: string): void {
    if (key === 'edit') this.editing.set(true);
    else void this.withdraw();
  }

  private async withdraw(): Promise<void> {
    this.refusal.set(null);
    try {
      await this.api.withdraw(this.comment());
    } catch (error) {
      this.refusal.set(this.problems.say(error));
    }
    await this.store.refresh();
  }
}
