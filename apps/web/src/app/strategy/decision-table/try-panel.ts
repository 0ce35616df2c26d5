import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CellResult, DecisionTable, Fact, FactAnswers, FactCells, RuleResult } from '@sightline/contracts';
import { evaluateTable } from '@sightline/rules';
import { Mark, type MarkName, Stat } from '@sightline/ui';
import { Words } from '../../platform/words/words';
import { FactInputs } from './fact-inputs';
import { columnsOf } from './table-edits';

const MARKS: Record<RuleResult['result'], MarkName> = {
  hit: 'force',
  miss: 'abstain',
  unknown: 'draft',
  not_reached: 'later',
};

/** Tries a principle out: give answers, see which rule holds and why, and which answers are missing. */
@Component({
  selector: 'app-try-panel',
  imports: [FactInputs, Mark, Stat, TranslocoPipe],
  templateUrl: './try-panel.html',
  styles: `
    .try {
      border: 1px solid var(--sl-line);
      border-radius: var(--sl-r-m);
      padding: 12px 14px;
    }
    .b {
      padding-bottom: 10px;
    }
    .sides {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1.2fr);
      gap: 16px 28px;
    }
    li {
      display: flex;
      gap: 8px;
      padding: 5px 0;
      border-top: 1px solid var(--sl-line);
      font: var(--sl-text-sm);
      overflow-wrap: anywhere;
    }
    ul {
      margin-top: 8px;
    }
    .hit {
      font-weight: 600;
    }
    @media (max-width: 760px) {
      .sides {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class TryPanel {
  private readonly words = inject(Words);

  /** Says itself what it is, where nothing above it does. */
  readonly heading = input(true);
  readonly prefix = input.required<string>();
  readonly table = input.required<DecisionTable | null>();
  readonly condition = input.required<FactCells | null>();
  /** All that the version declares. */
  readonly facts = input.required<readonly Fact[]>();

  protected readonly marks = MARKS;
  protected readonly answers = signal<FactAnswers>({});
  protected readonly asked = computed(() => {
    const rules = [
      ...(this.table()?.rules ?? []),
      { when: this.condition() ?? {}, outcome: 'allow', reason: '' } as const,
    ];
    return columnsOf(rules, this.facts(), []).filter(({ name }) => this.facts().some((fact) => fact.name === name));
  });
  protected readonly said = computed(() =>
    evaluateTable({ decisionTable: this.table(), applicability: this.condition() }, this.facts(), this.answers()),
  );
  protected readonly why = computed(() => {
    const { applies, rule, outcome, missingFacts } = this.said();
    if (applies === false) return this.words.say('tables.try.notApplicable');
    if (outcome === 'unknown') return this.words.say('tables.try.missing', { facts: missingFacts });
    return rule === null ? this.words.say('tables.try.noRule') : this.words.say('tables.try.rule', { n: rule });
  });
  protected readonly lines = computed(() => this.said().rules.map((rule) => ({ ...rule, text: this.lineOf(rule) })));

  /** Of a rule that holds all that made it so; of another one what kept it from it. */
  private lineOf({ result, cells }: RuleResult): string {
    if (result === 'not_reached') return this.words.say('tables.try.notReached');
    if (cells.length === 0) return this.words.say('tables.try.noCells');
    const telling =
      result === 'hit' ? cells : cells.filter(({ holds }) => holds === (result === 'miss' ? false : null));
    return telling.map((cell) => this.cellOf(cell)).join('; ');
  }

  private cellOf({ fact, cell, value, holds }: CellResult): string {
    if (value === null) return this.words.say('tables.try.cellMissing', { fact, cell });
    const key = holds ? 'tables.try.cellHolds' : 'tables.try.cellFails';
    return this.words.say(key, { fact, cell, value: JSON.stringify(value) });
  }
}
