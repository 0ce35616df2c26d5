import { Component, input } from '@angular/core';

/** One kind of linked records in the rail: heading with count, `[action]`, and a `<ul>`. */
@Component({
  selector: 'ui-rail-section',
  template: `
    <section>
      <h2>
        {{ heading() }}
        @if (count() !== undefined) {
          <span class="m">{{ count() }}</span>
        }
        <ng-content select="[action]" />
      </h2>
      <ng-content />
    </section>
  `,
  host: { class: 'rail-section' },
})
export class RailSection {
  readonly heading = input.required<string>();
  readonly count = input<number | string>();
}
