import { Component, input } from '@angular/core';

/** Nothing here: what belongs here, why it matters, and the button that starts it (projected). */
@Component({
  selector: 'ui-empty',
  host: { class: 'emp' },
  template: `
    @if (level() === 2) {
      <h2>{{ heading() }}</h2>
    } @else {
      <h3>{{ heading() }}</h3>
    }
    <p>{{ text() }}</p>
    <ng-content />
  `,
})
export class Empty {
  readonly heading = input.required<string>();
  readonly text = input.required<string>();
  /** 2 directly below the page's title, 3 inside a section. */
  readonly level = input<2 | 3>(3);
}
