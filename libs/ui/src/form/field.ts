import { Component, computed, input, signal } from '@angular/core';
import { Mark } from '../mark/mark';
import { WordPipe } from '../speech/word-pipe';

/**
 * A field's frame: label, hint above, error above with its mark. The control is projected and takes `[id]="for"` and
 * `[attr.aria-describedby]` from `FieldControl`, the directive beside this.
 */
@Component({
  selector: 'ui-field',
  imports: [Mark, WordPipe],
  host: { class: 'fld' },
  template: `
    <label class="l" [for]="for()">
      {{ label() }}
      @if (optional()) {
        <span class="m">({{ 'optional' | word }})</span>
      }
    </label>
    @if (hint()) {
      <p class="hint" [id]="for() + '-hint'">{{ hint() }}</p>
    }
    @if (wrong()) {
      @let by = tooLong();
      @let said = by ? ('tooLong' | word: { n: by.over, max: by.max }) : error();
      <p class="errmsg" role="alert" [id]="for() + '-error'"><ui-mark name="blocked" [size]="15" />{{ said }}</p>
    }
    <ng-content />
  `,
})
export class Field {
  /** The id of the control. */
  readonly for = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly error = input<string | null | undefined>('');
  readonly optional = input(false);

  /** Said by the control as soon as more is in it than fits; it comes before what else is wrong. */
  readonly tooLong = signal<{ over: number; max: number } | null>(null);
  readonly wrong = computed(() => this.tooLong() !== null || !!this.error());

  /** Ids the control is described by. */
  readonly describedBy = computed(
    () =>
      [this.hint() && `${this.for()}-hint`, this.wrong() && `${this.for()}-error`].filter(Boolean).join(' ') || null,
  );
}
