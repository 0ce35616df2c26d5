import { Component, input } from '@angular/core';

/** The head of a section: title, a quiet remark, and at the right what one can do (projected). */
@Component({
  selector: 'ui-section-header',
  host: { class: 'sh' },
  template: `
    <div class="tt">
      <h2 [id]="anchor()">{{ heading() }}</h2>
      @if (note()) {
        <span class="m">{{ note() }}</span>
      }
    </div>
    <span class="sp"></span>
    <ng-content />
  `,
})
export class SectionHeader {
  readonly heading = input.required<string>();
  readonly note = input<string>('');
  /** The id of the heading, for `aria-labelledby` of its section. */
  readonly anchor = input<string>('');
}
