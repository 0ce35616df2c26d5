import { Component, input } from '@angular/core';

/** Something that ought to be there and is not; the action that fills it is projected into it. */
@Component({
  selector: 'ui-hole',
  host: { class: 'hole' },
  template: `<span class="tx">{{ text() }}</span> <ng-content />`,
})
export class Hole {
  readonly text = input.required<string>();
}
