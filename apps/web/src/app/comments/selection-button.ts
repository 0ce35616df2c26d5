import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '@sightline/ui';
import { Session } from '../platform/session/session';
import { CommentStore } from './comment-store';

const WIDTH = 132;
const EDGE = 8;

/** Floats at the end of what is selected; Ctrl+Alt+M does the same for those who select with the keyboard. */
@Component({
  selector: 'app-selection-button',
  imports: [Icon, TranslocoPipe],
  host: { '(document:keydown)': 'press($event)', '(document:scroll)': 'store.selected.set(null)' },
  template: `
    @if (place(); as at) {
      <button
        class="btn s float"
        type="button"
        [style.top.px]="at.top"
        [style.left.px]="at.left"
        (pointerdown)="$event.preventDefault()"
        (click)="begin()"
      >
        <ui-icon name="message-square-plus" [size]="14" />{{ 'comments.onSelection' | transloco }}
      </button>
    }
  `,
  styles: `
    .float {
      position: fixed;
      z-index: 30;
      background: var(--sl-raised);
      box-shadow: var(--sl-shadow-pop);
    }
  `,
})
export class SelectionButton {
  private readonly session = inject(Session);
  protected readonly store = inject(CommentStore);

  protected readonly place = computed(() => {
    const selected = this.store.selected();
    if (!selected || !this.session.may('comment.write')) return null;
    const { right, bottom } = selected.rect;
    return {
      top: Math.min(bottom + EDGE, innerHeight - 48),
      left: Math.max(EDGE, Math.min(right - WIDTH / 2, innerWidth - WIDTH - EDGE)),
    };
  });

  protected press(event: KeyboardEvent): void {
    if (event.ctrlKey && event.altKey && event.code === 'KeyM' && (this.store.selected() ?? this.store.caret())) {
      event.preventDefault();
      this.begin();
    }
  }

  protected begin(): void {
    const passage = this.store.selected() ?? this.store.caret();
    if (!passage || !this.session.may('comment.write')) return;
    const { chapter, principle, anchor } = passage;
    this.store.compose({ chapter, principle, anchor });
    getSelection()?.removeAllRanges();
  }
}
