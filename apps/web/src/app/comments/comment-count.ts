import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Chapter } from '@sightline/contracts';
import { Icon } from '@sightline/ui';
import { Session } from '../platform/session/session';
import { CommentStore } from './comment-store';

/** At the head of a chapter or principle: how much is said about it, or the way to say something. */
@Component({
  selector: 'app-comment-count',
  imports: [Icon, TranslocoPipe],
  host: { class: 'no-print' },
  template: `
    @if (store?.state() === 'ready' && (count() > 0 || mayWrite())) {
      <button class="btn t s" type="button" (click)="press()">
        <ui-icon [name]="count() > 0 ? 'message-square' : 'message-square-plus'" [size]="14" />
        {{ (count() > 0 ? 'comments.count' : 'comments.new') | transloco: { n: count() } }}
        <span class="vh">: {{ about() }}</span>
      </button>
    }
  `,
  styles: `
    :host {
      display: inline-block;
    }
  `,
})
export class CommentCount {
  private readonly session = inject(Session);
  protected readonly store = inject(CommentStore, { optional: true });

  readonly chapter = input.required<Chapter>();
  /** Id of a principle. */
  readonly principle = input<string | null>(null);
  /** The name of what is talked about. */
  readonly about = input.required<string>();
  /** In a text that is written: begins at the paragraph the caret was in last. */
  readonly atCaret = input(false);

  protected readonly count = computed(() => this.store?.openIn(this.chapter(), this.principle()).length ?? 0);
  protected readonly mayWrite = computed(() => this.session.may('comment.write'));

  protected press(): void {
    const [first] = this.store?.openIn(this.chapter(), this.principle()) ?? [];
    const caret = this.store?.caret();
    if (this.principle() === null && this.count() > 0) this.store?.show(this.chapter());
    else if (first) this.store?.choose(first);
    else {
      const here = this.atCaret() && caret?.chapter === this.chapter() ? caret.anchor : null;
      this.store?.compose({ chapter: this.chapter(), principle: this.principle(), anchor: here });
    }
  }
}
