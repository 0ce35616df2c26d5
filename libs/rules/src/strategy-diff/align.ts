import { diffArrays } from 'diff';
import { increasing, type Pair } from './increasing';

/**
 * Steps an alignment may still take; it is shared by all of one text. Out of steps, what is left counts as different, so
 * that a comparison takes time in proportion to its texts, whatever they are.
 */
export interface Effort {
  left: number;
}

/** Edits between two landmarks that are looked for; more than these are a text of its own. */
const EDITS_MAX = 256;

interface Span {
  a: readonly [number, number];
  b: readonly [number, number];
}

/**
 * Which parts of two lists are the same, in order: first what stands once in both (patience), then the shortest way from
 * one to the other between such landmarks. Swapping the lists swaps the pairs and changes nothing else.
 */
export function align(a: readonly string[], b: readonly string[], effort: Effort): Pair[] {
  if (comesAfter(a, b)) return align(b, a, effort).map(([x, y]) => [y, x] as const);
  const numbers = new Map<string, number>();
  const numbered = (list: readonly string[]): number[] =>
    list.map((part) => {
      const known = numbers.get(part) ?? numbers.size;
      numbers.set(part, known);
      return known;
    });
  const [x, y] = [numbered(a), numbered(b)];
  const pairs: Pair[] = [];
  const open: Span[] = [{ a: [0, x.length], b: [0, y.length] }];
  for (let span = open.pop(); span; span = open.pop()) {
    const inner = withoutEnds(x, y, span, pairs);
    const size = inner.a[1] - inner.a[0] + inner.b[1] - inner.b[0];
    if (inner.a[0] === inner.a[1] || inner.b[0] === inner.b[1] || effort.left < size) continue;
    effort.left -= size;
    const landmarks = increasing(onceInBoth(x, y, inner));
    if (landmarks.length > 0) open.push(...between(inner, landmarks, pairs));
    else pairs.push(...shortest(x, y, inner, effort));
  }
  return pairs.sort(([first], [second]) => first - second);
}

/** Of two different lists the same one is always looked at first. */
export function comesAfter(a: readonly string[], b: readonly string[]): boolean {
  const most = Math.min(a.length, b.length);
  for (let at = 0; at < most; at += 1) {
    const [x = '', y = ''] = [a[at], b[at]];
    if (x !== y) return x > y;
  }
  return a.length > b.length;
}

/** Pairs what both begin and end with; answers what is left. */
function withoutEnds(x: readonly number[], y: readonly number[], { a, b }: Span, pairs: Pair[]): Span {
  let [a0, a1] = a;
  let [b0, b1] = b;
  while (a0 < a1 && b0 < b1 && x[a0] === y[b0]) pairs.push([a0++, b0++]);
  while (a0 < a1 && b0 < b1 && x[a1 - 1] === y[b1 - 1]) pairs.push([--a1, --b1]);
  return { a: [a0, a1], b: [b0, b1] };
}

/** What stands exactly once in both, in the order of the first. */
function onceInBoth(x: readonly number[], y: readonly number[], { a, b }: Span): Pair[] {
  const inX = places(x, a);
  const inY = places(y, b);
  const pairs: Pair[] = [];
  for (const [part, at] of inX) {
    const other = inY.get(part);
    if (at !== SEVERAL && other !== undefined && other !== SEVERAL) pairs.push([at, other]);
  }
  return pairs;
}

const SEVERAL = -1;

function places(list: readonly number[], [from, to]: readonly [number, number]): Map<number, number> {
  const found = new Map<number, number>();
  for (let at = from; at < to; at += 1) {
    const part = list[at] as number;
    found.set(part, found.has(part) ? SEVERAL : at);
  }
  return found;
}

/** Pairs the landmarks; answers the spans between them. */
function between({ a, b }: Span, landmarks: readonly Pair[], pairs: Pair[]): Span[] {
  const spans: Span[] = [];
  let [x, y] = [a[0], b[0]];
  for (const [atX, atY] of landmarks) {
    spans.push({ a: [x, atX], b: [y, atY] });
    pairs.push([atX, atY]);
    [x, y] = [atX + 1, atY + 1];
  }
  spans.push({ a: [x, a[1]], b: [y, b[1]] });
  return spans;
}

/** The shortest way from the one to the other, where it takes few edits. */
function shortest(x: readonly number[], y: readonly number[], { a, b }: Span, effort: Effort): Pair[] {
  const most = Math.min(EDITS_MAX, Math.floor(Math.sqrt(effort.left)));
  const steps = diffArrays(x.slice(...a), y.slice(...b), { maxEditLength: most });
  if (!steps) {
    effort.left -= most * most;
    return [];
  }
  const pairs: Pair[] = [];
  let [atX, atY] = [a[0], b[0]];
  for (const { added, removed, count } of steps) {
    if (!added && !removed) for (let each = 0; each < count; each += 1) pairs.push([atX + each, atY + each]);
    if (added || removed) effort.left -= count;
    if (!added) atX += count;
    if (!removed) atY += count;
  }
  return pairs;
}
