import { Component, computed, input, output } from '@angular/core';
import type { GateCheckAnswer } from '@sightline/contracts';
import { Mark } from '../mark/mark';

/** What the page says about a check beside its own message. */
export interface GateRowWords {
  /** Why it matters and what counts as fixed. */
  readonly why?: string;
  /** What the button says; without it there is none. */
  readonly fix?: string;
}

/** One check that does not pass: what is wrong, why, and the one button that leads into the field. */
@Component({
  selector: 'li[ui-gate-row]',
  imports: [Mark],
  template: `
    <span [class]="family() + ' fg'"><ui-mark [name]="mark()" /></span>
    <div>
      <div>
        <b>{{ check().message }}</b><span class="cc">{{ check().code }}</span>
      </div>
      @if (words().why) {
        <div class="w">{{ words().why }}</div>
      }
    </div>
    @if (words().fix; as label) {
      <button class="btn s" type="button" [class.p]="first()" (click)="fix.emit(check())">{{ label }}</button>
    }
  `,
})
export class GateRow {
  readonly check = input.required<GateCheckAnswer>();
  readonly words = input<GateRowWords>({});
  /** The next thing to do: its button is the filled one. */
  readonly first = input(false);
  readonly fix = output<GateCheckAnswer>();

  protected readonly family = computed(
    () => ({ blocker: 'bad', warning: 'warn', info: 'neutral' })[this.check().level],
  );
  protected readonly mark = computed(
    () => (({ blocker: 'blocked', warning: 'risk', info: 'later' }) as const)[this.check().level],
  );
}
