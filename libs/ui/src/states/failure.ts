import { Component, input, output } from '@angular/core';
import { Mark } from '../mark/mark';
import { WordPipe } from '../speech/word-pipe';

/** What happened, and the way to try again. */
@Component({
  selector: 'ui-failure',
  imports: [Mark, WordPipe],
  host: { class: 'ban bad', role: 'alert' },
  template: `
    <span class="fg"><ui-mark name="blocked" [size]="17" /></span>
    <div class="tx">
      <b>{{ heading() ?? ('failed' | word) }}</b>
      <span class="sm i2">
        {{ text() }}
        @if (reference()) {
          {{ 'reference' | word: { id: reference() } }}
        }
      </span>
    </div>
    <button class="btn s" type="button" (click)="retry.emit()">{{ 'retry' | word }}</button>
  `,
})
export class Failure {
  readonly heading = input<string>();
  readonly text = input<string>('');
  /** The trace id of the answer, for whoever is asked for help. */
  readonly reference = input<string>();
  readonly retry = output<void>();
}
