import { comesAfter, type Effort } from './align';
import type { Pair } from './increasing';
import { isWord, tokensOf } from './rendered-text';

/** From this share of common words on, a paragraph counts as the same one reworded. */
const ALIKE = 0.4;
/** Short words are in every text and say nothing about it, unless there are hardly others. */
const SHORT_WORD = 3;
const FEW_WORDS = 4;
/** How far from its expected place the counterpart of a paragraph is looked for. */
const REACH = 30;

/**
 * Which of the paragraphs that differ are the same ones reworded, in order: the pairing with the most in common. `kinds`
 * that differ are never the same.
 */
export function likeness(
  a: readonly { text: string; kind: string }[],
  b: readonly { text: string; kind: string }[],
  effort: Effort,
): Pair[] {
  const textsOf = (list: typeof a): string[] => list.map(({ text }) => text);
  if (comesAfter(textsOf(a), textsOf(b))) return likeness(b, a, effort).map(([x, y]) => [y, x] as const);
  const [bagsA, bagsB] = [a.map(({ text }) => bagOf(text)), b.map(({ text }) => bagOf(text))];
  const alike = (x: number, y: number): number => {
    const [one, other] = [bagsA[x] as Bag, bagsB[y] as Bag];
    effort.left -= Math.min(one.size, other.size);
    if (effort.left < 0 || a[x]?.kind !== b[y]?.kind) return 0;
    const share = shareOf(one, other);
    return share >= ALIKE ? share : 0;
  };
  return bestPairs(a.length, b.length, alike);
}

type Bag = ReadonlySet<string>;

function bagOf(text: string): Bag {
  const words = tokensOf(text.toLowerCase()).filter(isWord);
  const long = words.filter(({ length }) => length > SHORT_WORD);
  return new Set(long.length >= FEW_WORDS ? long : words);
}

/** Twice what both have, by what each has; 0 to 1. */
function shareOf(a: Bag, b: Bag): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  if (few.size * 2 < ALIKE * (few.size + many.size)) return 0;
  let both = 0;
  for (const word of few) if (many.has(word)) both += 1;
  return few.size + many.size === 0 ? 0 : (2 * both) / (few.size + many.size);
}

/** The pairs in order whose sum is the greatest, each looked for around the place where it is to be expected. */
function bestPairs(sizeA: number, sizeB: number, alike: (x: number, y: number) => number): Pair[] {
  const reach = REACH + Math.abs(sizeA - sizeB);
  const from = (x: number): number => Math.max(0, Math.round((x * sizeB) / sizeA) - reach);
  const to = (x: number): number => Math.min(sizeB, Math.round((x * sizeB) / sizeA) + reach);
  const sums: Float64Array[] = [];
  const found: Float64Array[] = [];
  const sumAt = (x: number, y: number): number => {
    if (x < 0 || y < 0) return 0;
    return (sums[x] as Float64Array)[Math.min(y, to(x) - 1) - from(x)] ?? 0;
  };
  for (let x = 0; x < sizeA; x += 1) {
    const [first, end] = [from(x), to(x)];
    const row = (sums[x] = new Float64Array(end - first));
    const shares = (found[x] = new Float64Array(end - first));
    for (let y = first; y < end; y += 1) {
      const share = (shares[y - first] = alike(x, y));
      const skip = Math.max(sumAt(x - 1, y), y > first ? (row[y - first - 1] as number) : 0);
      row[y - first] = share > 0 ? Math.max(skip, sumAt(x - 1, y - 1) + share) : skip;
    }
  }
  return traced(sizeA, sizeB, { from, sumAt, shareAt: (x, y) => found[x]?.[y - from(x)] ?? 0 });
}

interface Sums {
  from: (x: number) => number;
  sumAt: (x: number, y: number) => number;
  shareAt: (x: number, y: number) => number;
}

function traced(sizeA: number, sizeB: number, { from, sumAt, shareAt }: Sums): Pair[] {
  const pairs: Pair[] = [];
  let [x, y] = [sizeA - 1, sizeB - 1];
  while (x >= 0 && y >= from(x)) {
    const share = shareAt(x, y);
    if (share > 0 && sumAt(x, y) === sumAt(x - 1, y - 1) + share) pairs.push([x--, y--]);
    else if (sumAt(x, y) === sumAt(x - 1, y)) x -= 1;
    else y -= 1;
  }
  return pairs.reverse();
}
