import type { DecisionTable, Fact, FactAnswers, FactCells, FactValue, TableHint } from '@sightline/contracts';
import { type Cell, cellHolds } from './cell';
import { checkedCell, literalsOf } from './cell-check';

/** Steps a search may take; a table that needs more gets no hint of that kind rather than a slow page. */
const STEPS = 20_000;

/** A fact with one answer for each stretch on which every cell of the table says the same. */
interface Axis {
  fact: string;
  samples: FactValue[];
}
/** Per axis: at which of its samples the rule's cell holds; null where the fact does not matter. */
type Reach = (ReadonlySet<FactValue> | null)[];

/**
 * What a writer may want to look at again: a rule that nothing leads to, two rules with different outcomes of which
 * neither is the special case of the other, and facts for which no rule holds (the outcome is then `allow`). Exact,
 * because cells only change at the literals they name; for text every other word counts as one. A table with a cell that
 * cannot be read gets no hints.
 */
export function tableHints({ rules }: DecisionTable, facts: readonly Fact[]): TableHint[] {
  const cells = rules.map(({ when }) => readCells(when, facts));
  if (cells.some((rule) => rule === null)) return [];
  const read = cells.filter((rule) => rule !== null);
  const axes = facts.flatMap((fact) => axisOf(fact, read));
  const reaches = read.map((rule) => axes.map(({ fact, samples }) => reachOf(rule.get(fact), samples)));
  return [...neverHit(axes, reaches), ...overlaps(axes, reaches, rules), ...gap(axes, reaches)];
}

/** The cells of a rule by fact, without those that always hold; null when one cannot be read. */
function readCells(when: FactCells, facts: readonly Fact[]): Map<string, Cell> | null {
  const cells = new Map<string, Cell>();
  for (const [name, source] of Object.entries(when)) {
    const fact = facts.find((known) => known.name === name);
    const checked = fact && checkedCell(fact, source);
    if (!checked || 'problem' in checked) return null;
    if (!checked.cell.any) cells.set(name, checked.cell);
  }
  return cells;
}

function axisOf(fact: Fact, rules: readonly Map<string, Cell>[]): Axis[] {
  const cells = rules.flatMap((rule) => rule.get(fact.name) ?? []);
  if (cells.length === 0) return [];
  return [{ fact: fact.name, samples: samplesOf(fact, new Set(cells.flatMap(literalsOf))) }];
}

function samplesOf({ type, choices }: Fact, literals: ReadonlySet<FactValue>): FactValue[] {
  if (type === 'boolean') return [true, false];
  if (type === 'choice') return choices;
  if (type === 'text') return [...literals, otherThan(literals)];
  const points = [...literals].map(Number).toSorted((a, b) => a - b);
  const between = points.slice(1).map((point, at) => ((points[at] ?? point) + point) / 2);
  return [...new Set([...points, ...between, (points[0] ?? 0) - 1, (points.at(-1) ?? 0) + 1])];
}

function otherThan(literals: ReadonlySet<FactValue>): string {
  let other = '…';
  while (literals.has(other)) other += '…';
  return other;
}

function reachOf(cell: Cell | undefined, samples: readonly FactValue[]): ReadonlySet<FactValue> | null {
  return cell ? new Set(samples.filter((sample) => cellHolds(cell, sample))) : null;
}

function neverHit(axes: readonly Axis[], reaches: readonly Reach[]): TableHint[] {
  return reaches.flatMap((reach, at): TableHint[] => {
    const found = uncovered(axes, reaches.slice(0, at), reach);
    return found === 'none' ? [{ kind: 'never-hit', rules: [at + 1], example: {} }] : [];
  });
}

function gap(axes: readonly Axis[], reaches: readonly Reach[]): TableHint[] {
  const found = uncovered(
    axes,
    reaches,
    axes.map(() => null),
  );
  return found === 'none' || found === 'too-much' ? [] : [{ kind: 'gap', rules: [], example: found }];
}

function overlaps(axes: readonly Axis[], reaches: readonly Reach[], rules: DecisionTable['rules']): TableHint[] {
  return reaches.flatMap((earlier, i) =>
    reaches.flatMap((later, j): TableHint[] => {
      if (j <= i || rules[i]?.outcome === rules[j]?.outcome) return [];
      if (within(axes, earlier, later) || within(axes, later, earlier)) return [];
      const example = together(axes, earlier, later);
      return example ? [{ kind: 'overlap', rules: [i + 1, j + 1], example }] : [];
    }),
  );
}

/** Whether every answer that passes the first passes the second. */
function within(axes: readonly Axis[], one: Reach, other: Reach): boolean {
  return axes.every(({ samples }, at) =>
    samples.every((sample) => !passes(one, at, sample) || passes(other, at, sample)),
  );
}

/** Facts that pass both; those that matter to neither are left out. */
function together(axes: readonly Axis[], one: Reach, other: Reach): FactAnswers | null {
  const example: FactAnswers = {};
  for (const [at, { fact, samples }] of axes.entries()) {
    const sample = samples.find((value) => passes(one, at, value) && passes(other, at, value));
    if (sample === undefined) return null;
    if (one[at] || other[at]) example[fact] = sample;
  }
  return example;
}

/** Facts that pass `wanted` and none of the others: `none` when there are none, `too-much` when it takes too long to say. */
function uncovered(axes: readonly Axis[], others: readonly Reach[], wanted: Reach): FactAnswers | 'none' | 'too-much' {
  let steps = 0;
  const search = (at: number, standing: readonly Reach[], example: FactAnswers): FactAnswers | null => {
    steps += 1;
    const axis = axes[at];
    if (!axis) return standing.length === 0 ? example : null;
    if (steps > STEPS || standing.some((reach) => reach.slice(at).every((cell) => cell === null))) return null;
    for (const sample of axis.samples.filter((value) => passes(wanted, at, value))) {
      const left = standing.filter((reach) => passes(reach, at, sample));
      const matters = wanted[at] || standing.some((reach) => reach[at]);
      const found = search(at + 1, left, matters ? { ...example, [axis.fact]: sample } : example);
      if (found) return found;
      // Where it matters to nobody, one answer stands for all.
      if (!matters) return null;
    }
    return null;
  };
  const found = search(0, others, {});
  return found ?? (steps > STEPS ? 'too-much' : 'none');
}

function passes(reach: Reach, at: number, sample: FactValue): boolean {
  return reach[at]?.has(sample) ?? true;
}
