import { Component, input } from '@angular/core';

/** Nothing here: what belongs here, why it matters, and the button that starts it (projected). */
@Component({
  selector: 'ui-empty',
  host: { class: 'emp' },
  template: `
    <h3>{{ heading() }}</h3>
    <p>{{ text() }}</p>
    <ng-content />
  `,
})
export class Empty {
  readonly heading = input.required<string>();
  readonly text = input.required<string>();
}
