import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, input, output } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';

export interface MenuEntry {
  readonly key: string;
  readonly label: string;
  readonly icon?: IconName;
  readonly danger?: boolean;
}

/** More that one can do here, behind a button with a name. */
@Component({
  selector: 'ui-menu-button',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, Icon],
  template: `
    @if (text()) {
      <button class="btn s" type="button" [attr.aria-label]="text() + ': ' + label()" [cdkMenuTriggerFor]="menu">
        {{ text() }}
      </button>
    } @else {
      <button class="ib" type="button" [attr.aria-label]="label()" [title]="label()" [cdkMenuTriggerFor]="menu">
        <ui-icon [name]="icon()" [size]="17" />
      </button>
    }
    <ng-template #menu>
      <div class="menu" cdkMenu [attr.aria-label]="label()">
        @for (entry of entries(); track entry.key) {
          <button
            cdkMenuItem
            type="button"
            [class.danger]="entry.danger"
            (cdkMenuItemTriggered)="chose.emit(entry.key)"
          >
            @if (entry.icon) {
              <ui-icon [name]="entry.icon" />
            }
            {{ entry.label }}
          </button>
        }
      </div>
    </ng-template>
  `,
})
export class MenuButton {
  readonly label = input.required<string>();
  readonly entries = input.required<readonly MenuEntry[]>();
  /** Said on the button instead of an icon: in rows, where an icon alone says too little. */
  readonly text = input<string>();
  readonly icon = input<IconName>('ellipsis');
  readonly chose = output<string>();
}
