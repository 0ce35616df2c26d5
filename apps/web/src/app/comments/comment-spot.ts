import { Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '@sightline/ui';

/** Beside a paragraph: how much is said about it, or the way to say something. */
@Component({
  selector: 'app-comment-spot',
  imports: [Icon, TranslocoPipe],
  host: { class: 'spot no-print', '[class.spoken]': 'count() > 0' },
  template: `
    <button
      type="button"
      [tabindex]="first() ? 0 : -1"
      [title]="'comments.spot.hint' | transloco"
      (click)="pressed.emit()"
    >
      <ui-icon [name]="count() > 0 ? 'message-square' : 'message-square-plus'" [size]="16" />
      @if (count() > 0) {
        <span aria-hidden="true">{{ count() }}</span>
      }
      <span class="vh">{{
        (count() > 0 ? 'comments.spot.read' : 'comments.spot.write') | transloco: { n: count(), words: words() }
      }}</span>
    </button>
  `,
  styles: `
    :host {
      display: block;
      position: relative;
      height: 0;
    }
    button {
      position: absolute;
      left: calc(100% + 4px);
      top: -1px;
      display: flex;
      gap: 3px;
      align-items: center;
      justify-content: center;
      min-width: 28px;
      height: 28px;
      padding: 0 4px;
      border: 0;
      border-radius: var(--sl-r-s);
      background: none;
      color: var(--sl-ink-3);
      font: 500 12px/16px var(--sl-font-ui);
      cursor: pointer;
      opacity: 0;
    }
    button:hover {
      background: var(--sl-hover);
      color: var(--sl-ink);
    }
    :host(.spoken) button {
      color: var(--sl-primary);
      opacity: 1;
    }
    :host(:hover) button,
    :host(:has(+ :hover)) button,
    button:focus-visible {
      opacity: 1;
    }
    @media (max-width: 760px) {
      :host {
        display: none;
      }
      :host(.spoken) {
        display: block;
        float: right;
        height: 28px;
        margin-left: 6px;
      }
      button {
        position: static;
      }
    }
  `,
})
export class CommentSpot {
  readonly count = input(0);
  /** How the paragraph begins. */
  readonly words = input('');
  /** One stop for the keyboard per chapter; arrow keys lead on. */
  readonly first = input(false);
  readonly pressed = output<void>();
}
