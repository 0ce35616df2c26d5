import { increasing, type Pair } from '../strategy-diff/increasing';

/** Trying more pairs of blocks than these would take seconds and gigabytes. */
const PAIRS_MAX = 1_000_000;

/** A stretch of a text in which nobody, one, or both writers changed something. */
export type MergedStretch =
  | { readonly kind: 'settled'; readonly blocks: readonly string[] }
  | {
      readonly kind: 'conflict';
      readonly original: readonly string[];
      readonly mine: readonly string[];
      readonly theirs: readonly string[];
    };

type GrowingStretch = { kind: 'settled'; blocks: string[] } | Extract<MergedStretch, { kind: 'conflict' }>;

/**
 * Merges what two people made of one text, block by block (EXPERIENCE.md, strategy: merges rather than overwrites). What
 * only one of them changed is taken over, what both changed to the same is settled, and where both changed the same
 * blocks differently all three wordings are handed back. Nothing that either wrote is left out.
 */
export function mergeBlocks(
  original: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): MergedStretch[] {
  const inMine = counterparts(original, mine);
  const inTheirs = counterparts(original, theirs);
  const stretches: GrowingStretch[] = [];
  let from = { original: 0, mine: 0, theirs: 0 };
  for (let index = 0; index <= original.length; index++) {
    const at = { original: index, mine: inMine[index], theirs: inTheirs[index] };
    const isEnd = index === original.length;
    if (!isEnd && (at.mine === undefined || at.theirs === undefined)) continue;
    const to = { original: index, mine: at.mine ?? mine.length, theirs: at.theirs ?? theirs.length };
    const open = {
      original: original.slice(from.original, to.original),
      mine: mine.slice(from.mine, to.mine),
      theirs: theirs.slice(from.theirs, to.theirs),
    };
    for (const stretch of between(open.original, open.mine, open.theirs)) push(stretches, stretch);
    if (!isEnd) push(stretches, { kind: 'settled', blocks: original.slice(index, index + 1) });
    from = { original: to.original + 1, mine: to.mine + 1, theirs: to.theirs + 1 };
  }
  return stretches;
}

/** Whether a merge needs nobody to decide. */
export const isSettled = (stretches: readonly MergedStretch[]): boolean =>
  stretches.every(({ kind }) => kind === 'settled');

/**
 * What lies between two blocks that nobody touched. Where all three have as many blocks, each stands for itself, so that
 * two people who rewrite neighbours do not get in each other's way.
 */
function between(
  original: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): readonly MergedStretch[] {
  if (original.length !== mine.length || mine.length !== theirs.length) return [decided(original, mine, theirs)];
  return original.map((_, index) => {
    const one = (blocks: readonly string[]) => blocks.slice(index, index + 1);
    return decided(one(original), one(mine), one(theirs));
  });
}

function decided(original: readonly string[], mine: readonly string[], theirs: readonly string[]): MergedStretch {
  if (isSame(mine, theirs) || isSame(theirs, original)) return { kind: 'settled', blocks: mine };
  if (isSame(mine, original)) return { kind: 'settled', blocks: theirs };
  return { kind: 'conflict', original, mine, theirs };
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((block, index) => block === b[index]);

/** Neighbours that are settled are one stretch. */
function push(stretches: GrowingStretch[], next: MergedStretch): void {
  const last = stretches.at(-1);
  if (next.kind === 'conflict') stretches.push(next);
  else if (last?.kind === 'settled') for (const block of next.blocks) last.blocks.push(block);
  else if (next.blocks.length > 0) stretches.push({ kind: 'settled', blocks: [...next.blocks] });
}

/** Where each block of the original stands in a later text; undefined for one that is gone. The longest such matching, but for texts of thousands of changed blocks. */
function counterparts(original: readonly string[], later: readonly string[]): (number | undefined)[] {
  const places: (number | undefined)[] = original.map(() => undefined);
  let head = 0;
  while (head < Math.min(original.length, later.length) && original[head] === later[head]) places[head] = head++;
  let tail = 0;
  const most = Math.min(original.length, later.length) - head;
  while (tail < most && original[original.length - 1 - tail] === later[later.length - 1 - tail]) {
    tail += 1;
    places[original.length - tail] = later.length - tail;
  }
  const a = original.slice(head, original.length - tail);
  const b = later.slice(head, later.length - tail);
  const pairs = a.length * b.length > PAIRS_MAX ? landmarks(a, b) : longest(a, b);
  for (const [i, j] of pairs) places[head + i] = head + j;
  return places;
}

/** What stands once in both texts, as far as it kept its order: for texts too long to try every pair. */
function landmarks(a: readonly string[], b: readonly string[]): Pair[] {
  const [inA, inB] = [onceIn(a), onceIn(b)];
  const pairs = [...inA].flatMap(([block, i]) => {
    const j = inB.get(block);
    return j === undefined ? [] : [[i, j] as const];
  });
  return increasing(pairs);
}

function onceIn(blocks: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  const several = new Set<string>();
  blocks.forEach((block, index) => (places.has(block) ? several.add(block) : places.set(block, index)));
  for (const block of several) places.delete(block);
  return places;
}

function longest(a: readonly string[], b: readonly string[]): Pair[] {
  const lengths = commonLengths(a, b);
  const pairs: Pair[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if ((lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** How many blocks, in order, the rests of two texts have in common, for every pair of rests. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const lengths: number[][] = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    const row = lengths[i] ?? [];
    const next = lengths[i + 1] ?? [];
    for (let j = b.length - 1; j >= 0; j--) {
      row[j] = a[i] === b[j] ? (next[j + 1] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}
