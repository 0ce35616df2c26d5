import { Component, inject } from '@angular/core';
import { Icon } from '../icon/icon';
import { WordPipe } from '../speech/word-pipe';
import { Toasts } from './toasts';

/** Where toasts appear; stands once in the frame. */
@Component({
  selector: 'ui-toast-box',
  imports: [Icon, WordPipe],
  host: {
    class: 'toasts',
    role: 'status',
    '(mouseenter)': 'toasts.hold()',
    '(mouseleave)': 'toasts.release()',
    '(focusin)': 'toasts.hold()',
    '(focusout)': 'toasts.release()',
  },
  template: `
    @if (toasts.current(); as toast) {
      <div class="toast">
        <ui-icon [name]="toast.icon ?? 'check'" [size]="15" />
        <span>{{ toast.text }}</span>
        @if (toast.action; as action) {
          <button class="btn s" type="button" (click)="run(action.run)">{{ action.label }}</button>
        }
        <button class="ib" type="button" [attr.aria-label]="'close' | word" (click)="toasts.dismiss()">
          <ui-icon name="x" [size]="15" />
        </button>
      </div>
    }
  `,
})
export class ToastBox {
  protected readonly toasts = inject(Toasts);

  protected run(work: () => void): void {
    this.toasts.dismiss();
    work();
  }
}
