import { Component, input } from '@angular/core';

/** The line of sight through a ring. */
@Component({
  selector: 'app-logo',
  host: { class: 'mk-host' },
  template: `
    <svg class="logo" viewBox="0 0 24 24" aria-hidden="true" [attr.width]="size()" [attr.height]="size()">
      <circle cx="12" cy="12" r="8.4" fill="none" stroke="currentColor" stroke-width="2" />
      <path d="M0 12h8M16 12h8" stroke="currentColor" stroke-width="2" />
      <circle cx="12" cy="12" r="2.6" fill="currentColor" />
    </svg>
  `,
})
export class Logo {
  readonly size = input(22);
}
