import type { AssessedKpi } from '@sightline/contracts';
import type { Phrase } from './phrases';
import type { Statement } from './statement';
import { fold, tokensOf } from './tokens';
import { isTechnicalIn } from './effects';

/** How many words around a direction may name what it moves. */
const REACH = 8;
/** Words of a KPI's name shorter than this ("of", "per") name nothing. */
const NAMING_LENGTH = 4;

/** Places of KPI codes ("K-014") in the text, as tokens. */
export function kpiCodesIn({ tokens }: Statement): { first: number; last: number }[] {
  const found: { first: number; last: number }[] = [];
  tokens.forEach((token, at) => {
    const next = tokens[at + 1];
    if (token.word === 'k' && next?.gap === 'hyphen' && /^\p{N}{3,}$/u.test(next.word))
      found.push({ first: at, last: at + 1 });
  });
  return found;
}

/**
 * Whether the KPI supplies the number that the words leave out: the text says a direction, and either cites the KPI's
 * code or moves something of value or of the KPI's name. A technical KPI supplies nothing.
 */
export function kpiCompletes(statement: Statement, milestones: readonly Phrase[], kpi?: AssessedKpi): boolean {
  if (kpi?.kind === 'technical') return false;
  const cited = kpiCodesIn(statement).length > 0;
  if (!cited && !kpi) return false;
  const names = new Set(
    tokensOf(kpi?.name ?? '')
      .map(({ word }) => word)
      .filter((word) => word.length >= NAMING_LENGTH),
  );
  const bare = milestones.length === 0;
  return statement.phrases.some(({ meanings, first }) => {
    if (!meanings.has('moves') && !meanings.has('holds')) return false;
    const sentence = statement.sentenceAround(first);
    const range = { first: Math.max(first - REACH, sentence.first), last: Math.min(first + REACH, sentence.last) };
    if (isTechnicalIn(statement, range)) return bare && namedIn(statement, range, names);
    return (bare && cited) || valueIn(statement, range) || namedIn(statement, range, names);
  });
}

function valueIn({ has }: Statement, { first, last }: { first: number; last: number }): boolean {
  return has('value', first, last) || has('money', first, last);
}

function namedIn({ tokens }: Statement, range: { first: number; last: number }, names: ReadonlySet<string>): boolean {
  return tokens.slice(range.first, range.last + 1).some(({ word }) => names.has(fold(word)));
}
