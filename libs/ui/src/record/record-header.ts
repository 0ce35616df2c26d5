import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { WordPipe } from '../speech/word-pipe';

export interface Crumb {
  readonly label: string;
  readonly link: string | readonly unknown[];
}

/**
 * The head of every record page: where it belongs with its code, its title, then `[state]` (chip and remarks),
 * `[actions]` at the right, and below one line of who as `<dl class="facts">`.
 */
@Component({
  selector: 'ui-record-header',
  imports: [RouterLink, WordPipe],
  template: `
    <header class="head">
      <nav class="crumb" [attr.aria-label]="'breadcrumb' | word">
        @for (crumb of crumbs(); track $index) {
          <a [routerLink]="crumb.link">{{ crumb.label }}</a>
          @if (!$last || code()) {
            <span aria-hidden="true">/</span>
          }
        }
        @if (code()) {
          <span class="code">{{ code() }}</span>
        }
      </nav>
      <div class="t">
        <h1>{{ heading() }}</h1>
        <ng-content select="[state]" />
        <span class="sp"></span>
        <ng-content select="[actions]" />
      </div>
      <ng-content />
    </header>
  `,
  host: { class: 'head-host' },
})
export class RecordHeader {
  readonly heading = input.required<string>();
  readonly code = input<string | null>(null);
  readonly crumbs = input<readonly Crumb[]>([]);
}
