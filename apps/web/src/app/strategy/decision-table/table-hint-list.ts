import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DecisionTable, Fact, TableHint } from '@sightline/contracts';
import { tableHints } from '@sightline/rules';
import { Mark } from '@sightline/ui';
import { Words } from '../../platform/words/words';

/** What a writer may want to look at again: rules nothing leads to, two that overlap, and answers no rule knows. */
@Component({
  selector: 'app-table-hint-list',
  imports: [Mark, TranslocoPipe],
  template: `
    <div aria-live="polite">
      @if (lines().length > 0) {
        <ul [attr.aria-label]="'tables.hints' | transloco">
          @for (line of lines(); track line.text) {
            <li [class]="line.gap ? 'i2' : 'warn fg'">
              <ui-mark [name]="line.gap ? 'later' : 'risk'" [size]="14" />{{ line.text }}
            </li>
          }
        </ul>
      }
    </div>
  `,
  styles: `
    li {
      display: flex;
      gap: 6px;
      padding: 3px 0;
      font: var(--sl-text-sm);
    }
  `,
})
export class TableHintList {
  private readonly words = inject(Words);

  readonly table = input.required<DecisionTable>();
  readonly facts = input.required<readonly Fact[]>();

  protected readonly lines = computed(() =>
    tableHints(this.table(), this.facts()).map((hint) => ({ text: this.say(hint), gap: hint.kind === 'gap' })),
  );

  private say({ kind, rules, example }: TableHint): string {
    const [rule, other] = rules;
    const parts = Object.entries(example).map(([fact, value]) => `${fact} = ${JSON.stringify(value)}`);
    return this.words.say(`tables.hint.${kind}`, { rule, other, example: parts });
  }
}
