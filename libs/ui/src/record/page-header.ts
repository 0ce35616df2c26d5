import { Component, input } from '@angular/core';

/** The head of a page that is no record: its title says the news. `[actions]` at the right. */
@Component({
  selector: 'ui-page-header',
  host: { class: 'head-host' },
  template: `
    <header class="head">
      @if (over()) {
        <p class="sm m">{{ over() }}</p>
      }
      <div class="t">
        <h1>{{ heading() }}</h1>
        <span class="sp"></span>
        <ng-content select="[actions]" />
      </div>
      @if (text()) {
        <p class="i2 sub">{{ text() }}</p>
      }
      <ng-content />
    </header>
  `,
})
export class PageHeader {
  readonly heading = input.required<string>();
  readonly over = input<string>('');
  readonly text = input<string>('');
}
