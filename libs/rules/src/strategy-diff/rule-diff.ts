import type { CellDiff, DecisionRule, DecisionTable, FactCells, RuleDiff } from '@sightline/contracts';
import { plainBlocks, textOfBlock } from './rendered-text';
import { placesOf, type Place } from './table-diff';
import { whole, wordPieces } from './word-pieces';

/** Enough for the most rules a table may have. */
const STEPS = 200_000;

/** Conditions by the name of their fact; those that differ. */
export function compareCells(before: FactCells | null, after: FactCells | null): CellDiff[] {
  return cellsOf(before, after).filter((cell) => cell.before !== cell.after);
}

/** Two decision tables rule by rule. The first rule that holds decides, so that a rule at another place is a change. */
export function compareRules(before: DecisionTable | null, after: DecisionTable | null): RuleDiff[] {
  const [olds, news] = [before?.rules ?? [], after?.rules ?? []];
  const alike = (a: readonly string[], b: readonly string[]) => rulesAlike(a, b);
  const places = placesOf(olds.map(keyOf), news.map(keyOf), alike, { left: STEPS });
  return withMoved(places, olds, news).map((place) => compareRule(place, olds, news));
}

const cellsOf = (before: FactCells | null, after: FactCells | null): CellDiff[] =>
  [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
    .sort()
    .map((fact) => ({ fact, before: before?.[fact] ?? null, after: after?.[fact] ?? null }));

function keyOf({ when, outcome, reason }: DecisionRule): string {
  return JSON.stringify([Object.entries(when).sort(([a], [b]) => (a < b ? -1 : 1)), outcome, reason]);
}

/** Rules between two that stayed: in order, each with the next that asks or decides something of the same. */
function rulesAlike(a: readonly string[], b: readonly string[]): [number, number][] {
  const pairs: [number, number][] = [];
  for (const [at, rule] of a.entries()) {
    const from = (pairs.at(-1)?.[1] ?? -1) + 1;
    const found = b.findIndex((other, place) => place >= from && isAlike(rule, other));
    if (found >= 0) pairs.push([at, found]);
  }
  return pairs;
}

function isAlike(rule: string, other: string): boolean {
  const [one, two] = [rule, other].map((key) => JSON.parse(key) as [[string, string][], string, string]);
  if (!one || !two) return false;
  const cells = one[0].filter(([fact, cell]) => two[0].some(([name, text]) => name === fact && text === cell)).length;
  const most = Math.max(one[0].length, two[0].length);
  const sameOutcome = one[1] === two[1];
  const sameReason = one[2] !== '' && one[2] === two[2];
  return cells * 2 >= most && (cells > 0 || sameOutcome) ? true : sameOutcome && sameReason;
}

/** A rule that left one place and stands word for word at another. */
interface RulePlace extends Place {
  moved: boolean;
}

function withMoved(
  places: readonly Place[],
  olds: readonly DecisionRule[],
  news: readonly DecisionRule[],
): RulePlace[] {
  const gone = new Map<string, number>();
  for (const { before, after } of places)
    if (before !== null && after === null) gone.set(keyOf(olds[before] as DecisionRule), before);
  const taken = new Set<number>();
  const joined = places.map((place): RulePlace => {
    if (place.before !== null || place.after === null) return { ...place, moved: false };
    const from = gone.get(keyOf(news[place.after] as DecisionRule));
    if (from === undefined || taken.has(from)) return { ...place, moved: false };
    taken.add(from);
    return { before: from, after: place.after, moved: true };
  });
  return joined.filter(({ before, after }) => after !== null || before === null || !taken.has(before));
}

function compareRule(place: RulePlace, olds: readonly DecisionRule[], news: readonly DecisionRule[]): RuleDiff {
  const old = place.before === null ? null : (olds[place.before] ?? null);
  const rule = place.after === null ? null : (news[place.after] ?? null);
  return {
    change: place.moved ? 'moved' : changeOf(old, rule),
    from: place.before === null ? null : place.before + 1,
    to: place.after === null ? null : place.after + 1,
    cells: cellsOf(old?.when ?? null, rule?.when ?? null),
    outcome: { before: old?.outcome ?? null, after: rule?.outcome ?? null },
    reason: reasonPieces(old, rule),
  };
}

function changeOf(old: DecisionRule | null, rule: DecisionRule | null): RuleDiff['change'] {
  if (!old) return 'added';
  if (!rule) return 'removed';
  return keyOf(old) === keyOf(rule) ? 'same' : 'changed';
}

function reasonPieces(old: DecisionRule | null, rule: DecisionRule | null): RuleDiff['reason'] {
  const runs = (text: string) => [{ text: plainBlocks(text).map(textOfBlock).join(' '), marks: {} }];
  if (!old) return whole('added', runs(rule?.reason ?? ''));
  if (!rule) return whole('removed', runs(old.reason));
  return wordPieces(runs(old.reason), runs(rule.reason), { left: STEPS });
}
