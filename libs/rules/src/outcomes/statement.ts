import type { Meaning } from './word-list';
import { type Phrase, phrasesOf } from './phrases';
import { type Quantity, quantitiesOf } from './quantities';
import { type Token, tokensOf } from './tokens';

/** A text read once: its words, what they mean, and answers about stretches of it in constant time. */
export interface Statement {
  text: string;
  tokens: readonly Token[];
  phrases: readonly Phrase[];
  quantities: readonly Quantity[];
  /** Whether a phrase with this meaning starts in the tokens from `first` to `last`, both included. */
  has(meaning: Meaning, first: number, last: number): boolean;
  /** First and last token of the sentence around a token. */
  sentenceAround(at: number): Stretch;
  /** The part of that sentence between two commas, or what else divides it. */
  clauseAround(at: number): Stretch;
}

/** First and last token of a part of the text, both included. */
export interface Stretch {
  first: number;
  last: number;
}

/** Reads a text; linear in its length. */
export function readStatement(text: string): Statement {
  const tokens = tokensOf(text);
  const phrases = phrasesOf(tokens);
  const phraseAt = spread(phrases, tokens.length);
  const quantities = quantitiesOf(tokens, phraseAt);
  const counted = new Map<Meaning, Int32Array | null>();
  const sentences = stretches(tokens, (token) => token.gap === 'sentence');
  const clauses = stretches(tokens, (token) => token.gap === 'sentence' || token.gap === 'comma');
  const has = (meaning: Meaning, first: number, last: number): boolean => {
    let sums = counted.get(meaning);
    if (sums === undefined) counted.set(meaning, (sums = runningCount(phrases, meaning, tokens.length)));
    if (sums === null) return false;
    const [from, to] = [Math.max(first, 0), Math.min(last + 1, tokens.length)];
    return to > from && sums[to]! > sums[from]!;
  };
  return {
    text,
    tokens,
    phrases,
    quantities,
    has,
    sentenceAround: (at) => sentences[at]!,
    clauseAround: (at) => clauses[at]!,
  };
}

function spread(phrases: readonly Phrase[], length: number): (Phrase | undefined)[] {
  const phraseAt = new Array<Phrase | undefined>(length).fill(undefined);
  for (const phrase of phrases) phraseAt.fill(phrase, phrase.first, phrase.last + 1);
  return phraseAt;
}

/** Null where nothing means it, as of most meanings in most texts. */
function runningCount(phrases: readonly Phrase[], meaning: Meaning, length: number): Int32Array | null {
  if (!phrases.some(({ meanings }) => meanings.has(meaning))) return null;
  const sums = new Int32Array(length + 1);
  for (const phrase of phrases) if (phrase.meanings.has(meaning)) sums[phrase.first + 1]! += 1;
  for (let at = 1; at <= length; at++) sums[at]! += sums[at - 1]!;
  return sums;
}

function stretches(tokens: readonly Token[], opens: (token: Token) => boolean): Stretch[] {
  const found: Stretch[] = [];
  tokens.forEach((token, at) => {
    const current = found[at - 1];
    if (!current || opens(token)) return void found.push({ first: at, last: at });
    current.last = at;
    found.push(current);
  });
  return found;
}
