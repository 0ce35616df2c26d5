import type { Meaning } from './word-list';
import type { Phrase } from './phrases';
import type { Quantity } from './quantities';
import type { Statement, Stretch } from './statement';

/** How many words may lie between a direction and its number, before and after it (German verbs come last). */
const FORWARD = 20;
const BACKWARD = 6;
const AIMING: ReadonlySet<string> = new Set(['to', 'and', 'und', 'so']);
const COMPARE_REACH = 3;
const CONTRAST_REACH = 8;

/** A change or level that the statement promises; `technical` when it is one of technology, not of the business. */
export interface Effect {
  at: number;
  technical: boolean;
}

/** All effects with a number that a text promises, given the phrases that say what gets delivered. */
export function effectsOf(statement: Statement, milestones: readonly Phrase[]): Effect[] {
  const delivered = markers(statement, milestones);
  const changes = statement.quantities.filter((quantity) => {
    return (
      isChange(statement, quantity, delivered) ||
      isContrast(statement, quantity) ||
      isLevel(statement, quantity, delivered)
    );
  });
  const levels = [
    ...changes.map(({ first }) => first),
    ...multiplied(statement, delivered),
    ...limits(statement, delivered),
  ];
  return levels.map((at) => ({ at, technical: isTechnicalIn(statement, subjectAround(statement, at, delivered)) }));
}

/** Technology weighs more than what a business values only if it is a measure in itself, and never more than money. */
export function isTechnicalIn({ has }: Statement, { first, last }: Stretch): boolean {
  const says = (meaning: Meaning): boolean => has(meaning, first, last);
  if (says('money')) return false;
  if (says('uptime')) return true;
  if (says('value')) return false;
  return says('response') || says('technology');
}

/** Answers "is anything delivered from here to there?" and "is it only the means?" in constant time. */
interface Delivered {
  /** Running number of milestone phrases that start before a token. */
  before: Int32Array;
  /** The same without those that are only the means to something ("by integrating …"). */
  aimsBefore: Int32Array;
}

function markers(statement: Statement, milestones: readonly Phrase[]): Delivered {
  const size = statement.tokens.length + 1;
  const before = new Int32Array(size);
  const aimsBefore = new Int32Array(size);
  for (const { first } of milestones) {
    before[first + 1]! += 1;
    const clause = statement.clauseAround(first);
    if (!statement.has('means', Math.max(first - COMPARE_REACH, clause.first), first - 1)) aimsBefore[first + 1]! += 1;
  }
  for (let at = 1; at < size; at++) {
    before[at]! += before[at - 1]!;
    aimsBefore[at]! += aimsBefore[at - 1]!;
  }
  return { before, aimsBefore };
}

/** A direction and its number, with nothing delivered in between: "reduce … from 12 to 7 days". */
function isChange(statement: Statement, quantity: Quantity, delivered: Delivered): boolean {
  const { first, last } = quantity;
  if (isDeadline(statement, quantity)) return false;
  const sentence = statement.sentenceAround(first);
  const bound = (from: number, to: number): boolean =>
    moves(statement, from, to) && delivered.before[to + 1] === delivered.before[from];
  const start = nearestDirection(statement, Math.max(first - FORWARD, sentence.first), first - 1);
  if (start !== undefined && bound(start, first - 1)) return quantity.kind !== 'count' || !isScope(statement, quantity);
  if (quantity.kind === 'count' && delivered.aimsBefore[first]! > delivered.aimsBefore[sentence.first]!) return false;
  const end = Math.min(last + BACKWARD, sentence.last);
  return bound(last + 1, end) && !opensAim(statement, last + 1, end) && !isScope(statement, quantity);
}

/** "12 engineers to reduce …": the direction has left the number behind. */
function opensAim(statement: Statement, first: number, last: number): boolean {
  if (statement.has('aims', first, last)) return true;
  for (let at = first + 1; at <= last; at++) {
    if (moves(statement, at, at)) return AIMING.has(statement.tokens[at - 1]!.word);
  }
  return false;
}

function moves(statement: Statement, first: number, last: number): boolean {
  return statement.has('moves', first, last) || statement.has('holds', first, last);
}

/** The last direction in a stretch of bounded length. */
function nearestDirection(statement: Statement, first: number, last: number): number | undefined {
  for (let at = last; at >= first; at--) if (moves(statement, at, at)) return at;
  return undefined;
}

/** "within 6 months" next to a direction says by when, not how much. */
function isDeadline(statement: Statement, { first, kind }: Quantity): boolean {
  return kind === 'duration' && statement.has('within', first - 2, first - 1);
}

/** "30 systems", "12 APIs": how much gets delivered. */
function isScope(statement: Statement, { last, kind }: Quantity): boolean {
  return kind === 'count' && statement.has('technology', last + 1, last + COMPARE_REACH);
}

/** Two figures against each other: "in two days, not nine". */
function isContrast(statement: Statement, { first }: Quantity): boolean {
  const { first: start, last: end } = statement.sentenceAround(first);
  if (!statement.has('contrasts', Math.max(first - COMPARE_REACH - 1, start), first - 1)) return false;
  const earlier = Math.max(first - CONTRAST_REACH, start);
  const later = Math.min(first + CONTRAST_REACH, end);
  return hasNumber(statement, earlier, first - 2) && statement.has('unit', earlier, later);
}

function hasNumber(statement: Statement, first: number, last: number): boolean {
  for (let at = first; at <= last; at++) {
    if (/^\p{N}/u.test(statement.tokens[at]!.word)) return true;
  }
  return statement.has('number', first, last);
}

/** A level kept: "at least 90%", "within 48 hours"; not when it tells how much or how fast something is delivered. */
function isLevel(statement: Statement, quantity: Quantity, delivered: Delivered): boolean {
  const { first, last, kind } = quantity;
  const sentence = statement.sentenceAround(first);
  if (!isFree(statement, first, sentence, delivered) || isScope(statement, quantity)) return false;
  const before = Math.max(first - COMPARE_REACH, sentence.first);
  const after = Math.min(last + 2, sentence.last);
  if (statement.has('compares', before, first - 1) || statement.has('compares', last + 1, after)) return true;
  if (kind !== 'duration' || !statement.has('within', before, first - 1)) return false;
  return !statement.has('moves', sentence.first, first) && !opensAsMeasure(statement, sentence);
}

/** Nothing is delivered in the sentence, or only as the means, or the aim begins after it. */
function isFree(statement: Statement, at: number, sentence: Stretch, { before, aimsBefore }: Delivered): boolean {
  if (aimsBefore[sentence.last + 1] === aimsBefore[sentence.first]) return true;
  for (let word = at; word >= Math.max(sentence.first, at - FORWARD); word--) {
    if (statement.has('aims', word, word)) return before[sentence.last + 1] === before[word];
  }
  return false;
}

function opensAsMeasure(statement: Statement, { first }: Stretch): boolean {
  return statement.has('measure', first, first + 1);
}

/** "halve", "twice as many": the number is in the word. */
function multiplied(statement: Statement, { before }: Delivered): number[] {
  return statement.phrases
    .filter(({ meanings, first }) => meanings.has('multiplies') && before[first + 1] === before[Math.max(first - 1, 0)])
    .map(({ first }) => first);
}

/** "within the quarter", "am selben Tag": a time limit without a figure. */
function limits(statement: Statement, delivered: Delivered): number[] {
  return statement.phrases
    .filter(({ meanings, first, last }) => {
      const sentence = statement.sentenceAround(first);
      if (!meanings.has('within') || !isFree(statement, first, sentence, delivered)) return false;
      if (statement.has('moves', sentence.first, first) || opensAsMeasure(statement, sentence)) return false;
      return last > first + 1 || statement.has('unit', last + 2, last + 2);
    })
    .map(({ first }) => first);
}

/** What an effect is about: its clause, or the whole sentence when the clause names nothing; the means do not count. */
function subjectAround(statement: Statement, at: number, { before }: Delivered): Stretch {
  const sentence = statement.sentenceAround(at);
  const clause = statement.clauseAround(at);
  const named = (['value', 'money', 'uptime', 'response', 'technology'] as const).some((meaning) =>
    statement.has(meaning, clause.first, clause.last),
  );
  if (named) return clause;
  return before[sentence.last + 1] === before[sentence.first] ? sentence : clause;
}
