import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  type CellProblem,
  type DecisionRule,
  type DecisionTable,
  type Fact,
  RULE_REASON_MAX,
  TABLE_OUTCOMES,
  TABLE_RULES_MAX,
  type TableOutcome,
} from '@sightline/contracts';
import { Icon, lettersOver, Mark } from '@sightline/ui';
import { Words } from '../../platform/words/words';
import { columnsOf, movedBy, suggestionsFor, withCell, withoutColumn } from './table-edits';

/** A decision table as a table: rules over facts, each with its outcome and reason. On a phone every rule is a card. */
@Component({
  selector: 'app-table-editor',
  imports: [Icon, Mark, TranslocoPipe],
  templateUrl: './table-editor.html',
  styleUrl: './table-editor.css',
})
export class TableEditor {
  private readonly words = inject(Words);

  /** Before the ids of the controls; tells one table of a page from another. */
  readonly prefix = input.required<string>();
  readonly table = input.required<DecisionTable | null>();
  readonly facts = input.required<readonly Fact[]>();
  readonly problems = input<readonly CellProblem[]>([]);
  readonly changed = output<DecisionTable>();

  protected readonly outcomes = TABLE_OUTCOMES;
  protected readonly suggestionsFor = suggestionsFor;
  protected readonly rules = computed(() => this.table()?.rules ?? []);
  /** Columns that the writer opened and no rule fills yet. */
  private readonly opened = linkedSignal<string, string[]>({ source: this.prefix, computation: () => [] });
  protected readonly columns = computed(() => columnsOf(this.rules(), this.facts(), this.opened()));
  protected readonly others = computed(() =>
    this.facts().filter(({ name }) => !this.columns().some((column) => column.name === name)),
  );
  protected readonly full = computed(() => this.rules().length >= TABLE_RULES_MAX);

  protected idOf(rule: number, part: string): string {
    return `${this.prefix()}-${rule}-${part}`;
  }

  protected errorAt(rule: number, fact: string): string | null {
    const problem = this.problems().find((each) => each.rule === rule && each.fact === fact);
    return problem ? this.words.say(`validation.${problem.code}`, problem.params) : null;
  }

  protected tooLong(reason: string): string | null {
    const over = lettersOver(reason, RULE_REASON_MAX);
    return over > 0 ? this.words.say('ui.tooLong', { n: over, max: RULE_REASON_MAX }) : null;
  }

  protected writeCell(rule: number, fact: string, cell: string): void {
    this.put(rule, ({ when, ...rest }) => ({ ...rest, when: withCell(when, fact, cell) }));
  }

  protected choose(rule: number, index: number): void {
    const outcome: TableOutcome = TABLE_OUTCOMES[index] ?? 'allow';
    this.put(rule, (before) => ({ ...before, outcome }));
  }

  protected explain(rule: number, reason: string): void {
    this.put(rule, (before) => ({ ...before, reason }));
  }

  protected openColumn(index: number): void {
    const fact = this.others()[index - 1];
    if (fact) this.opened.update((names) => [...names, fact.name]);
  }

  protected closeColumn(name: string): void {
    this.opened.update((names) => names.filter((other) => other !== name));
    this.changed.emit({ rules: withoutColumn(this.rules(), name) });
  }

  protected add(): void {
    if (this.full()) return;
    const at = this.rules().length;
    this.changed.emit({ rules: [...this.rules(), { when: {}, outcome: 'avoid', reason: '' }] });
    this.focusLater(at, this.columns()[0]?.name ?? 'outcome');
  }

  protected remove(rule: number): void {
    this.changed.emit({ rules: this.rules().filter((_one, at) => at !== rule) });
  }

  protected move(rule: number, by: 1 | -1, part: string): void {
    const moved = movedBy(this.rules(), rule, by);
    if (!moved) return;
    this.changed.emit({ rules: moved });
    this.focusLater(rule + by, part);
  }

  /** Arrows go up and down a column, but within a reason of several lines; with Alt they take the rule along. */
  protected key(event: KeyboardEvent, rule: number, part: string): void {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    const by = event.key === 'ArrowUp' ? -1 : 1;
    if (event.altKey) this.move(rule, by, part);
    else if (event.target instanceof HTMLSelectElement || part === 'reason') return;
    else document.getElementById(this.idOf(rule + by, part))?.focus();
    event.preventDefault();
  }

  private put(rule: number, change: (before: DecisionRule) => DecisionRule): void {
    this.changed.emit({ rules: this.rules().map((before, at) => (at === rule ? change(before) : before)) });
  }

  private focusLater(rule: number, part: string): void {
    setTimeout(() => document.getElementById(this.idOf(rule, part))?.focus());
  }
}
