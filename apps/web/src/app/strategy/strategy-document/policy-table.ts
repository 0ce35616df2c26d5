import { Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  GATE_CODES,
  GATE_TRANSITIONS,
  type GateCode,
  type GatePolicy,
  type GateTransition,
} from '@sightline/contracts';
import { ALWAYS_BLOCK, gatePolicyProblems } from '@sightline/rules';
import { Icon } from '@sightline/ui';

/** Checks down, steps across. Read: a mark where a check stops the step. Written: a box to tick, but where rules forbid it. */
@Component({
  selector: 'app-policy-table',
  imports: [Icon, TranslocoPipe],
  templateUrl: './policy-table.html',
  styleUrl: './policy-table.css',
})
export class PolicyTable {
  readonly policy = input.required<GatePolicy>();
  readonly editable = input(false);
  readonly changed = output<GatePolicy>();

  protected readonly codes = GATE_CODES;
  protected readonly transitions = GATE_TRANSITIONS;

  protected stops(code: GateCode, transition: GateTransition): boolean {
    return this.isLocked(code, transition) || this.policy()[transition].includes(code);
  }

  protected isLocked(code: GateCode, transition: GateTransition): boolean {
    return ALWAYS_BLOCK[transition].includes(code);
  }

  protected onlyWarns(code: GateCode, transition: GateTransition): boolean {
    const alone = { submit: [], approve: [], go_live: [], close: [], [transition]: [code] };
    return gatePolicyProblems(alone).length > 0;
  }

  protected toggle(code: GateCode, transition: GateTransition): void {
    const standing = this.policy()[transition];
    const wanted = GATE_CODES.filter((each) => (each === code ? !standing.includes(code) : standing.includes(each)));
    this.changed.emit({ ...this.policy(), [transition]: wanted });
  }
}
