import type { Phrase } from './phrases';
import type { Statement } from './statement';

/** How many words may lie between a verb and the technology it is about. */
const OBJECT_REACH = 10;
/** "reduce implementation costs" is about costs: a direction this close in front takes the work as its object. */
const DIRECTION_REACH = 3;

/** The phrases that say a piece of technology gets delivered (PRODUCT.md section 5), in order. */
export function milestonePhrasesOf(statement: Statement): Phrase[] {
  return statement.phrases.filter(
    (phrase) => saysDelivery(statement, phrase) && !isObjectOfDirection(statement, phrase),
  );
}

function saysDelivery(statement: Statement, { meanings, first, last, also }: Phrase): boolean {
  if (meanings.has('delivers')) return true;
  if (!meanings.has('makes') && !meanings.has('works')) return false;
  const sentence = statement.sentenceAround(first);
  const from = Math.max(first - OBJECT_REACH, sentence.first);
  const to = Math.min((also ?? last) + OBJECT_REACH, sentence.last);
  return statement.has('technology', from, to);
}

function isObjectOfDirection(statement: Statement, { first }: Phrase): boolean {
  const from = Math.max(first - DIRECTION_REACH, statement.clauseAround(first).first);
  if (!statement.has('moves', from, first - 1)) return false;
  return !statement.has('means', from, first - 1) && !statement.has('aims', from, first - 1);
}
