import type { OutcomePhraseCode, OutcomeReason, TextSpan } from '@sightline/contracts';
import { isTechnicalIn } from './effects';
import { kpiCodesIn } from './kpi-evidence';
import type { Phrase } from './phrases';
import type { Statement } from './statement';
import type { Meaning } from './word-list';

/** A page underlines what a person can read; more says nothing new. */
const MOST_REASONS = 100;
const CODES: readonly (readonly [Meaning, OutcomePhraseCode])[] = [
  ['moves', 'direction'],
  ['holds', 'direction'],
  ['multiplies', 'direction'],
  ['uptime', 'technical-measure'],
  ['money', 'business-value'],
  ['value', 'business-value'],
  ['technology', 'technology'],
];

/** Every phrase that counted, in the order of the text, with its place. */
export function reasonsIn(statement: Statement, milestones: readonly Phrase[]): OutcomeReason[] {
  const isMilestone = new Set(milestones);
  const phrases = statement.phrases.flatMap((phrase) => {
    const code = isMilestone.has(phrase) ? 'milestone-verb' : codeOf(statement, phrase);
    return code ? [reasonFor(statement, code, phrase)] : [];
  });
  const figures = statement.quantities.map((quantity) => reasonFor(statement, 'quantity', quantity));
  const kpis = kpiCodesIn(statement).map((place) => reasonFor(statement, 'kpi', place));
  return [...phrases, ...figures, ...kpis].sort((a, b) => a.at[0] - b.at[0]).slice(0, MOST_REASONS);
}

/** "Availability" measures technology unless its clause names something of value. */
function codeOf(statement: Statement, { meanings, first }: Phrase): OutcomePhraseCode | undefined {
  if (meanings.has('response'))
    return isTechnicalIn(statement, statement.clauseAround(first)) ? 'technical-measure' : undefined;
  return CODES.find(([meaning]) => meanings.has(meaning))?.[1];
}

type PhraseReason = Extract<OutcomeReason, { at: TextSpan }>;

function reasonFor(
  { text, tokens }: Statement,
  code: OutcomePhraseCode,
  { first, last, also }: { first: number; last: number; also?: number },
): PhraseReason {
  const at = [tokens[first]!.at[0], tokens[last]!.at[1]] as const;
  const reason = { code, phrase: text.slice(...at), at };
  return also === undefined ? reason : { ...reason, also: tokens[also]!.at };
}
