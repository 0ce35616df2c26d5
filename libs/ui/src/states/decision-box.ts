import { Component, input } from '@angular/core';

/** The one decision of a page: a sentence of fact, one of consequence, and one filled button (projected). */
@Component({
  selector: 'ui-decision-box',
  host: { '[class]': "'decision ' + (danger() ? 'bad' : 'prim')" },
  template: `
    <div class="tx">
      <b>{{ fact() }}</b>&ngsp;<span class="i2">{{ consequence() }}</span>
    </div>
    <ng-content />
  `,
})
export class DecisionBox {
  readonly fact = input.required<string>();
  readonly consequence = input('');
  /** Overdue or dangerous. */
  readonly danger = input(false);
}
