import type { CellProblem, CellProblemCode, DecisionTable, Fact, FactCells, FactValue } from '@sightline/contracts';
import { type Cell, type CellTest, parseCell } from './cell';

/** A cell that fits its fact, or why it does not. */
export type CheckedCell = { cell: Cell } | { problem: CellProblemCode; params: Record<string, unknown> };

const TYPE_OF: Record<Fact['type'], 'number' | 'boolean' | 'string'> = {
  number: 'number',
  boolean: 'boolean',
  choice: 'string',
  text: 'string',
};

/** Reads a cell for a fact: literals of its type, order only among numbers, choices only from its list. */
export function checkedCell(fact: Fact, source: string): CheckedCell {
  const parsed = parseCell(source);
  if ('problem' in parsed) return { problem: parsed.problem, params: { fact: fact.name } };
  if (parsed.cell.any) return parsed;
  for (const test of parsed.cell.tests) {
    const problem = testProblem(fact, test);
    if (problem) return problem;
  }
  return parsed;
}

function testProblem(fact: Fact, test: CellTest): Exclude<CheckedCell, { cell: Cell }> | null {
  const values = test.kind === 'range' ? [test.from, test.to] : [test.value];
  if (values.some((value) => typeof value !== TYPE_OF[fact.type]))
    return { problem: 'cell-type', params: { fact: fact.name, type: fact.type } };
  const ordered = test.kind === 'range' || !['=', '!='].includes(test.operator);
  if (ordered && fact.type !== 'number') return { problem: 'cell-operator', params: { fact: fact.name } };
  const strange = fact.type === 'choice' ? values.find((value) => !fact.choices.includes(String(value))) : undefined;
  if (strange === undefined) return null;
  return { problem: 'cell-choice', params: { fact: fact.name, value: strange, choices: fact.choices } };
}

/** Every cell of a table that cannot be saved, by rule and fact; empty when the whole table can. */
export function tableProblems({ rules }: DecisionTable, facts: readonly Fact[]): CellProblem[] {
  return rules.flatMap(({ when }, rule) => cellProblems(when, facts, rule));
}

/** The same for one condition: the cells of a rule, or those of the applicability with `rule` null. */
export function cellProblems(when: FactCells, facts: readonly Fact[], rule: number | null = null): CellProblem[] {
  return Object.entries(when).flatMap(([name, source]): CellProblem[] => {
    const fact = facts.find((known) => known.name === name);
    if (!fact) return [{ rule, fact: name, code: 'unknown-fact', params: { fact: name } }];
    const checked = checkedCell(fact, source);
    return 'problem' in checked ? [{ rule, fact: name, code: checked.problem, params: checked.params }] : [];
  });
}

/** The literals a cell names, for whoever looks for the places where its answer changes. */
export function literalsOf(cell: Cell): FactValue[] {
  if (cell.any) return [];
  return cell.tests.flatMap((test) => (test.kind === 'range' ? [test.from, test.to] : [test.value]));
}
