import { Component, input } from '@angular/core';
import type { Family } from '../state/states';

/** A line across the page about what is not as usual; the mark or icon goes into `[lead]`, a button behind the text. */
@Component({
  selector: 'ui-banner',
  host: { '[class]': "'ban ' + family()", '[attr.role]': "family() === 'bad' ? 'alert' : 'status'" },
  template: `
    <span class="fg"><ng-content select="[lead]" /></span>
    <div class="tx">
      <b>{{ heading() }}</b>&ngsp;<span class="sm i2">{{ text() }}</span>
    </div>
    <ng-content />
  `,
})
export class Banner {
  readonly heading = input.required<string>();
  readonly text = input('');
  readonly family = input<Family>('neutral');
}
