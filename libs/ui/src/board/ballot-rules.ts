import { Component, input } from '@angular/core';
import { Mark } from '../mark/mark';

export interface BallotRule {
  readonly label: string;
  /** How it stands: "3 of 4". */
  readonly figure: string;
  readonly met: boolean;
}

/** The board's rules, each with a tick or an open circle and how it stands. */
@Component({
  selector: 'ui-ballot-rules',
  imports: [Mark],
  template: `
    <ul class="rules">
      @for (rule of rules(); track rule.label) {
        <li>
          <span>{{ rule.label }}</span>
          <span [class]="(rule.met ? 'good' : 'warn') + ' fg b nw'">
            <ui-mark [name]="rule.met ? 'force' : 'missing'" [size]="14" /> {{ rule.figure }}
          </span>
        </li>
      }
    </ul>
  `,
})
export class BallotRules {
  readonly rules = input.required<readonly BallotRule[]>();
}
