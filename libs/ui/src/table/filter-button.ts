import { CdkMenu, CdkMenuItemRadio, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, computed, input, output } from '@angular/core';
import { Icon } from '../icon/icon';
import { WordPipe } from '../speech/word-pipe';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A filter: a dashed button that opens its choices, solid when one is set. */
@Component({
  selector: 'ui-filter-button',
  imports: [CdkMenu, CdkMenuItemRadio, CdkMenuTrigger, Icon, WordPipe],
  template: `
    <button class="filter" type="button" [class.on]="chosen()" [cdkMenuTriggerFor]="choices">
      {{ chosen() ? label() + ': ' + chosen() : label() }}<ui-icon name="chevron-down" [size]="13" />
    </button>
    <ng-template #choices>
      <div class="menu" cdkMenu [attr.aria-label]="label()">
        <button
          cdkMenuItemRadio
          type="button"
          [cdkMenuItemChecked]="!value()"
          (cdkMenuItemTriggered)="chose.emit(null)"
        >
          {{ 'all' | word }}
        </button>
        @for (choice of options(); track choice.value) {
          <button
            cdkMenuItemRadio
            type="button"
            [cdkMenuItemChecked]="choice.value === value()"
            (cdkMenuItemTriggered)="chose.emit(choice.value)"
          >
            {{ choice.label }}
            @if (choice.value === value()) {
              <ui-icon name="check" />
            }
          </button>
        }
      </div>
    </ng-template>
  `,
})
export class FilterButton {
  readonly label = input.required<string>();
  readonly options = input.required<readonly Choice[]>();
  readonly value = input<string | null>(null);
  /** Null lifts the filter. */
  readonly chose = output<string | null>();

  protected readonly chosen = computed(
    () => this.options().find((option) => option.value === this.value())?.label ?? this.value(),
  );
}
