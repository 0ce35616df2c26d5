import type { QuoteAnchor } from '@sightline/contracts';

/**
 * Where a passage stands in a text that may have changed since. `same`: word for word where it was; `moved`: word for
 * word, in another block; `changed`: its block is there, worded differently; `gone`: nothing like it is left.
 */
export type QuotePlace =
  | { readonly state: 'same' | 'moved'; readonly block: number; readonly from: number; readonly to: number }
  | { readonly state: 'changed'; readonly block: number }
  | { readonly state: 'gone' };

/** From this share of its words on, a block counts as the one that was quoted. */
const LIKE_ENOUGH = 0.6;
/** Fewer words say nothing about where they came from. */
const WORDS_MIN = 3;

/**
 * Finds the passage of a comment again in the blocks of a text, as they read (without their marks). White space does not
 * count, since one renderer keeps what another drops. The time is linear in the length of the text.
 */
export function placeQuote(blocks: readonly string[], anchor: QuoteAnchor): QuotePlace {
  const quote = bare(anchor.quote).text;
  if (quote === '') return { state: 'gone' };
  return exactPlace(blocks, anchor, quote) ?? likelyPlace(blocks, anchor);
}

interface Bare {
  readonly text: string;
  /** Of each character that is left, where it stood. */
  readonly at: readonly number[];
}

function bare(text: string): Bare {
  const at: number[] = [];
  let kept = '';
  for (let index = 0; index < text.length; index++) {
    const letter = text.charAt(index);
    if (/\s/.test(letter)) continue;
    kept += letter;
    at.push(index);
  }
  return { text: kept, at };
}

/** Of several places that read the same, the one whose surroundings fit best; of those the nearest. */
function exactPlace(blocks: readonly string[], anchor: QuoteAnchor, quote: string): QuotePlace | null {
  const [before, after] = [bare(anchor.before).text, bare(anchor.after).text];
  let best: { score: number; block: number; from: number; to: number } | null = null;
  for (const [block, words] of blocks.entries()) {
    const { text, at } = bare(words);
    for (const start of occurrences(text, quote)) {
      const end = start + quote.length;
      const fit = sharedEnd(text.slice(0, start), before) + sharedStart(text.slice(end, end + after.length), after);
      const score = fit * 2 + (block === anchor.block ? 1 : 0);
      const nearer = best && score === best.score && distance(block, anchor) < distance(best.block, anchor);
      if (!best || score > best.score || nearer)
        best = { score, block, from: at[start] ?? 0, to: (at[end - 1] ?? 0) + 1 };
    }
  }
  if (!best) return null;
  const { block, from, to } = best;
  return { state: block === anchor.block ? 'same' : 'moved', block, from, to };
}

const distance = (block: number, anchor: QuoteAnchor): number => Math.abs(block - anchor.block);

/** Places beyond this many are not weighed: a passage that occurs as often says nothing about itself. */
const OCCURRENCES_MAX = 200;

/** Where `wanted` begins in `text`, by Knuth, Morris and Pratt: linear whatever the texts are. */
function occurrences(text: string, wanted: string): number[] {
  const fallback = [0];
  for (let at = 1, length = 0; at < wanted.length;) {
    if (wanted[at] === wanted[length]) fallback[at++] = ++length;
    else if (length > 0) length = fallback[length - 1] ?? 0;
    else fallback[at++] = 0;
  }
  const found: number[] = [];
  for (let at = 0, length = 0; at < text.length && found.length < OCCURRENCES_MAX;) {
    if (text[at] === wanted[length]) {
      at += 1;
      length += 1;
      if (length < wanted.length) continue;
      found.push(at - length);
      length = fallback[length - 1] ?? 0;
    } else if (length > 0) length = fallback[length - 1] ?? 0;
    else at += 1;
  }
  return found;
}

function sharedStart(one: string, other: string): number {
  let length = 0;
  while (length < Math.min(one.length, other.length) && one[length] === other[length]) length += 1;
  return length;
}

function sharedEnd(one: string, other: string): number {
  let length = 0;
  while (
    length < Math.min(one.length, other.length) &&
    one[one.length - 1 - length] === other[other.length - 1 - length]
  )
    length += 1;
  return length;
}

/** The block that kept most of the words of the passage and its surroundings. */
function likelyPlace(blocks: readonly string[], anchor: QuoteAnchor): QuotePlace {
  const wanted = counted(`${anchor.before} ${anchor.quote} ${anchor.after}`);
  const total = [...wanted.values()].reduce((sum, n) => sum + n, 0);
  if (total < WORDS_MIN) return { state: 'gone' };
  let best: { share: number; block: number } | null = null;
  for (const [block, words] of blocks.entries()) {
    let shared = 0;
    for (const [word, n] of counted(words)) shared += Math.min(n, wanted.get(word) ?? 0);
    const share = shared / total;
    if (share < LIKE_ENOUGH) continue;
    const nearer = best && share === best.share && distance(block, anchor) < distance(best.block, anchor);
    if (!best || share > best.share || nearer) best = { share, block };
  }
  return best ? { state: 'changed', block: best.block } : { state: 'gone' };
}

function counted(text: string): Map<string, number> {
  const words = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) words.set(word, (words.get(word) ?? 0) + 1);
  return words;
}
