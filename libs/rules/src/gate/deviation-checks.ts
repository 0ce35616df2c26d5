import type {
  CharterGateFacts,
  DecidingPrincipleFact,
  ExceptionFact,
  GateTransition,
  TableEvaluation,
} from '@sightline/contracts';
import type { Deviations } from '../strategy/alignment';
import { evaluateTable } from '../strategy/evaluate-table';
import { fails, type Finding, inCharter, passes } from './finding';

/** As much of a charter's facts as decision tables are read with. */
export type DecidingFacts = Pick<
  CharterGateFacts,
  'charter' | 'today' | 'strategy' | 'facts' | 'deciding' | 'deviations' | 'exceptions'
>;

interface Weighed {
  principle: DecidingPrincipleFact;
  said: TableEvaluation;
}

/**
 * What every principle in force with a table says of this charter, cited or not; those that do not apply are left out
 * (PRODUCT.md section 4).
 */
export function weighedPrinciples({ deciding, facts }: Pick<CharterGateFacts, 'deciding' | 'facts'>): Weighed[] {
  return deciding.principles
    .map((principle) => ({ principle, said: evaluateTable(principle, deciding.facts, facts) }))
    .filter(({ said }) => said.applies !== false);
}

/** FACTS: no table is left without the answers it asks for. */
export function factsCheck(
  facts: DecidingFacts,
  _transition: GateTransition,
  weighed = weighedPrinciples(facts),
): Finding<'FACTS'> {
  const fix = inCharter(facts, 'facts');
  if (weighed.length === 0) return passes('title-none', fix);
  const unknown = weighed.filter(({ said }) => said.outcome === 'unknown');
  if (unknown.length === 0) return passes('title', fix, { principles: codesOf(weighed), count: weighed.length });
  const asked = new Set(unknown.flatMap(({ said }) => said.missingFacts));
  const questions = facts.deciding.facts.filter(({ name }) => asked.has(name));
  const params = { principles: codesOf(unknown), facts: questions.map(({ name }) => name) };
  if (questions.length === 0) return fails('not-readable', { field: 'strategy', path: '/strategy' }, params);
  const words = questions.map(({ name, question }) => question || name);
  return fails('missing', fix, { ...params, questions: words, count: questions.length });
}

/**
 * DEVIATION: what needs an exception has one that is granted and holds today. What a principle only advises against
 * warns, with the reason given. Where the answers are missing FACTS says so.
 */
export function deviationCheck(
  facts: DecidingFacts,
  transition: GateTransition,
  weighed = weighedPrinciples(facts),
): Finding<'DEVIATION'> {
  const fix = inCharter(facts, 'exceptions');
  const needed = weighed.filter(({ said }) => said.outcome === 'exception_required');
  const bare = needed.filter(({ principle }) => !holding(facts, principle.id));
  if (bare.length > 0) {
    const params = { principles: codesOf(bare), count: bare.length, reasons: reasonsOf(bare) };
    const proposed = facts.exceptions.filter(({ status }) => status === 'proposed');
    const awaited = bare.map(({ principle }) => proposed.find((one) => one.principle === principle.id));
    if (awaited.some((exception) => exception === undefined)) return fails('needed', fix, params);
    // Decided in the same sitting, before the charter: it may be put before the board meanwhile.
    const exceptions = awaited.map((exception) => exception?.code ?? '');
    return fails('awaiting', fix, { ...params, exceptions }, transition === 'submit' ? 'warning' : undefined);
  }
  const avoided = weighed.filter(({ said }) => said.outcome === 'avoid');
  if (avoided.length > 0) return against(facts, avoided);
  const holds = needed.flatMap(({ principle }) => holding(facts, principle.id) ?? []);
  if (holds.length === 0) return passes(weighed.length > 0 ? 'title' : 'title-none', fix);
  const [until = null] = holds.map(({ holdsUntil }) => holdsUntil).toSorted();
  return passes('title-excused', fix, {
    exceptions: holds.map(({ code }) => code),
    principles: codesOf(needed),
    until,
  });
}

/** How a charter stands to the principles in force, for its alignment; an exception that was not granted excuses nothing. */
export function deviationsOf(facts: DecidingFacts): Deviations {
  const needed = weighedPrinciples(facts).filter(({ said }) => said.outcome === 'exception_required');
  if (needed.length === 0) return 'none';
  return needed.every(({ principle }) => holding(facts, principle.id)) ? 'excused' : 'unexcused';
}

function against(facts: DecidingFacts, avoided: Weighed[]) {
  const fix = inCharter(facts, 'deviations');
  const given = avoided.map(({ principle }) => facts.deviations.find((one) => one.principle === principle.id)?.reason);
  const params = { principles: codesOf(avoided), count: avoided.length, reasons: reasonsOf(avoided) };
  if (given.some((reason) => !reason?.trim())) return fails('avoid', fix, params, 'warning');
  return fails('avoid-explained', fix, { ...params, because: given }, 'warning');
}

function holding({ exceptions, today }: DecidingFacts, principle: string): ExceptionFact | undefined {
  return exceptions.find(
    (exception) =>
      exception.principle === principle &&
      exception.status === 'granted' &&
      exception.holdsUntil !== null &&
      exception.holdsUntil >= today,
  );
}

function codesOf(weighed: readonly Weighed[]): string[] {
  return weighed.map(({ principle }) => principle.code);
}

function reasonsOf(weighed: readonly Weighed[]): string[] {
  return weighed.flatMap(({ said }) => said.reason || []);
}
