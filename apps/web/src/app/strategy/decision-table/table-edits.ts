import type { DecisionRule, Fact, FactCells } from '@sightline/contracts';

/** The facts a table has a column for: those a rule asks, in the order in which they are declared, then those opened. */
export function columnsOf(rules: readonly DecisionRule[], facts: readonly Fact[], opened: readonly string[]): Fact[] {
  const asked = new Set([...rules.flatMap(({ when }) => Object.keys(when)), ...opened]);
  const known = facts.filter(({ name }) => asked.has(name));
  // A fact that is no longer declared keeps its column, so that its cells can be seen and taken out.
  const gone = [...asked].filter((name) => !facts.some((fact) => fact.name === name));
  return [...known, ...gone.map((name): Fact => ({ name, type: 'text', unit: null, question: '', choices: [] }))];
}

/** A blank cell asks nothing. */
export function withCell(when: FactCells, fact: string, cell: string): FactCells {
  const others = Object.fromEntries(Object.entries(when).filter(([name]) => name !== fact));
  return cell.trim() === '' ? others : { ...others, [fact]: cell };
}

export function withoutColumn(rules: readonly DecisionRule[], fact: string): DecisionRule[] {
  return rules.map((rule) => ({ ...rule, when: withCell(rule.when, fact, '') }));
}

/** Rules or facts with one of them a place up or down; null where there is none further. */
export function movedBy<T>(all: readonly T[], at: number, by: 1 | -1): T[] | null {
  const one = all[at];
  const target = at + by;
  if (!one || target < 0 || target >= all.length) return null;
  const others = all.filter((_one, index) => index !== at);
  return [...others.slice(0, target), one, ...others.slice(target)];
}

/** What a cell of this fact may say, for those who do not know the language yet. */
export function suggestionsFor({ type, choices }: Fact): string[] {
  if (type === 'boolean') return ['true', 'false'];
  if (type === 'number') return ['< 10', '>= 10', '[1..10]', 'not(0)'];
  return choices.flatMap((choice) => [JSON.stringify(choice), `not(${JSON.stringify(choice)})`]);
}
