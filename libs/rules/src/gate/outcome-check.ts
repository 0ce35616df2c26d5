import type { AssessOutcome, CharterGateFacts, KpiFact, OutcomePhraseCode, OutcomeReason } from '@sightline/contracts';
import { assessOutcome } from '../outcomes/assess-outcome';
import { fails, inCharter, passes, type CharterCheck } from './finding';
import { kpiSatisfies } from './kpi-check';

const PHRASES_NAMED = 3;

/**
 * OUTCOME: the statement is an outcome (PRODUCT.md sections 4 and 5). Only the verdict `milestone` can block, and not
 * once a seat holder overruled it; what is unclear or empty warns.
 */
export const outcomeCheck: CharterCheck<'OUTCOME'> = (facts) => {
  const fix = inCharter(facts, 'outcomeStatement');
  const text = facts.outcomeStatement.trim();
  if (text === '') return fails('empty', fix, {}, 'warning');
  const { verdict, because } = assessOutcome({ text, ...effectIn(facts) });
  if (verdict === 'outcome') return passes('title', fix);
  if (verdict === 'unclear') return fails('unclear', fix, {}, 'warning');
  const params = { phrases: milestonePhrases(because) };
  return facts.outcomeOverruled ? fails('overruled', fix, params, 'warning') : fails('milestone', fix, params);
};

/** The KPI that stands behind the statement: the one that satisfies the gate, or else the first that says enough. */
function effectIn(facts: CharterGateFacts): Omit<AssessOutcome, 'text'> {
  const kpi = facts.kpis.find((candidate) => kpiSatisfies(candidate, facts)) ?? facts.kpis.find(isAssessable);
  if (!kpi) return {};
  const { unit, direction, kind } = kpi.definition;
  if (!unit || !direction || !kind) return {};
  return {
    kpi: { code: kpi.code, name: kpi.name, unit, direction, kind },
    ...(kpi.from === null ? {} : { from: kpi.from }),
    ...(kpi.to === null ? {} : { to: kpi.to }),
    ...(kpi.by === null ? {} : { by: kpi.by }),
  };
}

function isAssessable({ definition: { unit, direction, kind } }: KpiFact): boolean {
  return Boolean(unit && direction && kind);
}

/** The verbs that speak of delivery, or where there are none the technology delivered. */
function milestonePhrases(because: readonly OutcomeReason[]): string[] {
  const verbs = phrasesOf(because, 'milestone-verb');
  return (verbs.length > 0 ? verbs : phrasesOf(because, 'technology')).slice(0, PHRASES_NAMED);
}

function phrasesOf(because: readonly OutcomeReason[], code: OutcomePhraseCode): string[] {
  return [...new Set(because.flatMap((reason) => (reason.code === code && 'phrase' in reason ? reason.phrase : [])))];
}
