import { Component, computed, input } from '@angular/core';
import { ICONS, type IconName } from './icons';

/** A Lucide icon, decoration beside a word; an icon alone gets its name from the button it stands in. */
@Component({
  selector: 'ui-icon',
  host: { class: 'mk-host' },
  template: `
    <svg class="ic" viewBox="0 0 24 24" aria-hidden="true" [attr.width]="size()" [attr.height]="size()">
      @for (path of paths(); track $index) {
        <path [attr.d]="path" />
      }
    </svg>
  `,
})
export class Icon {
  readonly name = input.required<IconName>();
  readonly size = input(16);

  protected readonly paths = computed<readonly string[]>(() => ICONS[this.name()]);
}
