import { Component, input, output } from '@angular/core';
import { Mark } from '../mark/mark';
import type { MarkName } from '../mark/marks';
import { WordPipe } from '../speech/word-pipe';
import type { Family } from '../state/states';

export interface Step {
  readonly key: string;
  readonly label: string;
  readonly state: 'done' | 'problem' | 'open';
}

const LOOKS: Record<Step['state'], { family: Family; mark: MarkName }> = {
  done: { family: 'good', mark: 'force' },
  problem: { family: 'bad', mark: 'blocked' },
  open: { family: 'neutral', mark: 'draft' },
};

/** The steps of a form, each with a mark, taken in any order. */
@Component({
  selector: 'ui-steps',
  imports: [Mark, WordPipe],
  template: `
    <nav class="steps" [attr.aria-label]="label() || ('steps' | word)">
      @for (step of steps(); track step.key) {
        <button
          type="button"
          [attr.aria-current]="step.key === current() ? 'step' : null"
          (click)="chose.emit(step.key)"
        >
          <span [class]="look(step).family + ' fg'"><ui-mark [name]="look(step).mark" [size]="14" /></span>
          {{ step.label }}<span class="vh">, {{ 'step.' + step.state | word }}</span>
        </button>
      }
    </nav>
  `,
})
export class Steps {
  readonly steps = input.required<readonly Step[]>();
  readonly current = input.required<string>();
  readonly label = input('');
  readonly chose = output<string>();

  protected look(step: Step) {
    return LOOKS[step.state];
  }
}
