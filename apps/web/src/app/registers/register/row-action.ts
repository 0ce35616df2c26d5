import { Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

/** The button at the end of a row that opens its form. */
@Component({
  selector: 'app-row-action',
  imports: [TranslocoPipe],
  template: `
    <button
      class="btn s t"
      type="button"
      [attr.aria-label]="'registers.changeNamed' | transloco: { name: name() }"
      (click)="chose.emit()"
    >
      {{ 'registers.change' | transloco }}
    </button>
  `,
})
export class RowAction {
  readonly name = input.required<string>();
  readonly chose = output<void>();
}
