import type { Meaning } from './word-list';
import type { Phrase } from './phrases';
import type { Token } from './tokens';

/**
 * A number that could be a measured effect: with a unit (`measured`, `duration` when the unit is one of time) or a bare
 * `count`. Dates, versions and parts of names are none.
 */
export interface Quantity {
  first: number;
  last: number;
  kind: 'measured' | 'duration' | 'count';
}

const DURATION =
  /^(second|minute|hour|day|week|month|quarter|year|hr|min|h$|sekunde|stunde|tag|woche|monat|quartal|jahr|werktag|arbeitstag)/;
const CURRENCY = new Set(['€', '$', '£', 'eur', 'usd', 'chf', 'gbp']);
const DIGITS = /^\p{N}/u;
/** 12 · 1.200,5 · 3m */
const AMOUNT = /^\p{N}+(?:[.,:/]\p{N}+)*(?:k|m|mn|bn)?$/u;
const PLAIN = /^\p{N}+$/u;
const GROUPED = /^\p{N}{1,3}(?:[.,]\p{N}{3})+$/u;
const ARTICLES = new Set(['ein', 'one', 'eins']);

/** The quantities of a text in order; looks at most three words around each number. */
export function quantitiesOf(tokens: readonly Token[], phraseAt: readonly (Phrase | undefined)[]): Quantity[] {
  const found: Quantity[] = [];
  const means = (at: number, meaning: Meaning): boolean => phraseAt[at]?.meanings.has(meaning) ?? false;
  for (let at = 0; at < tokens.length; at++) {
    const quantity = fractionAt(at, phraseAt) ?? numberAt(tokens, at, means);
    if (!quantity) continue;
    found.push(quantity);
    at = quantity.last;
  }
  return found;
}

type Means = (at: number, meaning: Meaning) => boolean;

function fractionAt(at: number, phraseAt: readonly (Phrase | undefined)[]): Quantity | undefined {
  const phrase = phraseAt[at];
  if (!phrase?.meanings.has('fraction') || phrase.first !== at) return undefined;
  return { first: at, last: phrase.last, kind: 'measured' };
}

function numberAt(tokens: readonly Token[], at: number, means: Means): Quantity | undefined {
  const { word, gap } = tokens[at]!;
  const digits = AMOUNT.test(word);
  if (!digits && !means(at, 'number')) return undefined;
  const unit = unitAfter(tokens, at, means);
  if (unit !== undefined)
    return { first: at, last: unit, kind: DURATION.test(tokens[unit]!.word) ? 'duration' : 'measured' };
  if (at > 0 && CURRENCY.has(tokens[at - 1]!.word)) return { first: at - 1, last: at, kind: 'measured' };
  if (gap === 'hyphen' || ARTICLES.has(word) || (digits && namesOrDates(tokens, at, means))) return undefined;
  return { first: at, last: at, kind: 'count' };
}

function unitAfter(tokens: readonly Token[], at: number, means: Means): number | undefined {
  for (let next = at + 1; next <= at + 3 && next < tokens.length; next++) {
    const gap = tokens[next]!.gap;
    if (gap === 'sentence') return undefined;
    if (means(next, 'unit')) return next;
    if (!means(next, 'scale') && !(next === at + 1 && gap === 'comma' && DIGITS.test(tokens[next]!.word)))
      return undefined;
  }
  return undefined;
}

/** Release 5.22, 30 June, 2027, 31.12.2027, 10:30, 24/7: numbers that measure nothing. */
function namesOrDates(tokens: readonly Token[], at: number, means: Means): boolean {
  const { word } = tokens[at]!;
  if (at > 0 && (means(at - 1, 'skips') || means(at - 1, 'month'))) return true;
  if (means(at + 1, 'month') || tokens[at + 1]?.gap === 'hyphen') return true;
  if (/[:/]/.test(word) || word.startsWith('0')) return true;
  const dots = word.split('.').length - 1;
  if (dots > 1 && !GROUPED.test(word)) return true;
  return PLAIN.test(word) && Number(word) >= 1900 && Number(word) <= 2100;
}
