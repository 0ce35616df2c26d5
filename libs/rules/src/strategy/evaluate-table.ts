import type {
  CellResult,
  DecisionTable,
  Fact,
  FactAnswers,
  FactCells,
  Holds,
  RuleResult,
  TableEvaluation,
} from '@sightline/contracts';
import { cellHolds } from './cell';
import { type CheckedCell, checkedCell } from './cell-check';
import { answersWithout, factProblems } from './fact-answers';

/** A principle as the rules read it. */
export interface DecidingPrinciple {
  decisionTable: DecisionTable | null;
  /** When it applies; null is always. */
  applicability: FactCells | null;
}

/**
 * What a principle says about these facts (PRODUCT.md section 2): the first rule that holds decides, none is `allow`.
 * A fact that is missing, of another type or not declared, for any rule up to the first hit, gives `unknown` and never
 * `allow`; so does a cell that cannot be read. Costs a few comparisons per cell, whatever the cell says.
 */
export function evaluateTable(
  { decisionTable, applicability }: DecidingPrinciple,
  facts: readonly Fact[],
  answers: Readonly<Record<string, unknown>>,
): TableEvaluation {
  const problems = factProblems(answers, facts);
  const given = answersWithout(problems, answers);
  const condition = cellsOf(applicability ?? {}, facts, given);
  const applies = allHold(condition);
  const rules = applies === false ? notReached(decisionTable) : rulesOf(decisionTable, facts, given);
  const base = { applies, applicability: condition, rules, problems };
  const doubtful = [...(applies === null ? condition : []), ...rules.flatMap((rule) => doubtsOf(rule))];
  const missingFacts = namesIn(doubtful, facts);
  if (applies === false) return { ...base, outcome: 'allow', rule: null, reason: null, missingFacts: [] };
  if (applies === null || rules.some(({ result }) => result === 'unknown'))
    return { ...base, outcome: 'unknown', rule: null, reason: null, missingFacts };
  const hit = rules.find(({ result }) => result === 'hit');
  const reason = hit ? (decisionTable?.rules[hit.rule - 1]?.reason ?? null) : null;
  return { ...base, outcome: hit?.outcome ?? 'allow', rule: hit?.rule ?? null, reason, missingFacts: [] };
}

function rulesOf(table: DecisionTable | null, facts: readonly Fact[], answers: FactAnswers): RuleResult[] {
  let decided = false;
  return (table?.rules ?? []).map(({ when, outcome }, index) => {
    const rule = index + 1;
    if (decided) return { rule, outcome, result: 'not_reached', cells: [] };
    const cells = cellsOf(when, facts, answers);
    // A fact that is missing counts also where another cell of the rule fails: nobody looked at the whole rule.
    const holds = cells.some((cell) => cell.holds === null) ? null : allHold(cells);
    decided = holds === true;
    return { rule, outcome, result: holds === null ? 'unknown' : holds ? 'hit' : 'miss', cells };
  });
}

function notReached(table: DecisionTable | null): RuleResult[] {
  return (table?.rules ?? []).map(({ outcome }, index) => ({
    rule: index + 1,
    outcome,
    result: 'not_reached',
    cells: [],
  }));
}

/** The cells in the order in which the facts are declared; those of facts that are not declared come last. */
function cellsOf(when: FactCells, facts: readonly Fact[], answers: FactAnswers): CellResult[] {
  const known = facts.filter(({ name }) => Object.hasOwn(when, name));
  const strange = Object.keys(when).filter((name) => !facts.some((fact) => fact.name === name));
  return [
    ...known.map((fact): CellResult => {
      const cell = when[fact.name] ?? '';
      const value = Object.hasOwn(answers, fact.name) ? (answers[fact.name] ?? null) : null;
      const checked = readCell(fact, cell);
      if ('problem' in checked) return { fact: fact.name, cell, value, holds: null };
      if (checked.cell.any) return { fact: fact.name, cell, value, holds: true };
      return { fact: fact.name, cell, value, holds: value === null ? null : cellHolds(checked.cell, value) };
    }),
    ...strange.map((fact): CellResult => ({ fact, cell: when[fact] ?? '', value: null, holds: null })),
  ];
}

/** A cell is read once per declared fact: whoever asks of many charters asks the same cells again and again. */
const READ = new WeakMap<Fact, Map<string, CheckedCell>>();

function readCell(fact: Fact, source: string): CheckedCell {
  const known = READ.get(fact) ?? new Map<string, CheckedCell>();
  READ.set(fact, known);
  const checked = known.get(source) ?? checkedCell(fact, source);
  known.set(source, checked);
  return checked;
}

/** No when one does not; otherwise it cannot be said while one cannot. */
function allHold(cells: readonly CellResult[]): Holds {
  if (cells.some(({ holds }) => holds === false)) return false;
  return cells.some(({ holds }) => holds === null) ? null : true;
}

function doubtsOf({ result, cells }: RuleResult): CellResult[] {
  return result === 'unknown' ? cells : [];
}

/** Facts without a usable answer among these cells, as declared. */
function namesIn(cells: readonly CellResult[], facts: readonly Fact[]): string[] {
  const missing = new Set(cells.filter(({ holds, value }) => holds === null && value === null).map(({ fact }) => fact));
  const order = facts.map(({ name }) => name);
  return [...missing].toSorted((a, b) => place(order, a) - place(order, b));
}

function place(order: readonly string[], name: string): number {
  const at = order.indexOf(name);
  return at < 0 ? order.length : at;
}
