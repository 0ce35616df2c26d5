import { Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DecisionRight } from '@sightline/contracts';
import { Words } from '../../platform/words/words';
import { formatMoney, Speech } from '@sightline/ui';

/** Who decides what, in sentences. */
@Component({
  selector: 'app-rights-list',
  imports: [TranslocoPipe],
  template: `
    @for (right of rights(); track right.id) {
      <p>{{ sentence(right) }}</p>
    } @empty {
      <p class="m">{{ 'strategy.right.none' | transloco }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
      margin-top: 12px;
    }
    p + p {
      margin-top: 8px;
    }
  `,
})
export class RightsList {
  private readonly words = inject(Words);
  private readonly speech = inject(Speech);

  readonly rights = input.required<readonly DecisionRight[]>();
  readonly currency = input.required<string>();

  protected sentence({ subject, budgetUpTo, board, rule }: DecisionRight): string {
    const params = { board: board.name, rule: this.words.say(`strategy.right.rules.${rule}`) };
    if (budgetUpTo === null) return this.words.say(`strategy.right.${subject}`, params);
    const amount = formatMoney({ amount: budgetUpTo, currency: this.currency() }, this.speech.locale());
    return this.words.say(`strategy.right.${subject}UpTo`, { ...params, amount });
  }
}
