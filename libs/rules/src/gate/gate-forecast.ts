import {
  type CharterGateFacts,
  type CharterStatus,
  type DecidingPrincipleFact,
  type Fact,
  FORESEEN_CHECKS,
  GATE_LEVELS,
  type GateCheck,
  type GateTransition,
} from '@sightline/contracts';
import { decidingGate } from './charter-gate';
import type { DecidingFacts } from './deviation-checks';
import { DEFAULT_GATE_POLICY, gateLevel } from './gate-policy';

/** What a version asks of a charter by its decision tables: its policy, its facts, and its principles that have one. */
export type AskedBy = Pick<CharterGateFacts, 'strategy' | 'deciding'>;
/** A charter, or a change of one, as far as decision tables read it. */
export type DecidedRecord = Omit<DecidingFacts, keyof AskedBy>;

/**
 * The gate a charter comes to next (PRODUCT.md sections 3 and 4): approval as long as there is none, then going live, then
 * the close.
 */
export function nextGate({ status, approved }: { status: CharterStatus; approved: boolean }): GateTransition {
  if (!approved) return 'approve';
  return status === 'live' ? 'close' : 'go_live';
}

/**
 * Principles of the next version that may say what is not said today: new ones, those whose table or applicability reads
 * otherwise, and all of them where a gate becomes stricter. Of the others nothing has to be asked.
 */
export function readAnew(now: AskedBy, then: AskedBy): DecidingPrincipleFact[] {
  if (isStricter(now, then)) return then.deciding.principles;
  const before = new Map(now.deciding.principles.map((one) => [one.id, reading(one, now.deciding.facts)]));
  return then.deciding.principles.filter((one) => before.get(one.id) !== reading(one, then.deciding.facts));
}

/**
 * What FACTS and DEVIATION would say at this gate, of the principles that may say something new, that they do not say
 * today: it would fail where it passes, weigh more, or ask for more. Each principle is compared with itself, so that none
 * is hidden behind another; the answer is the gate's own, over those that are news.
 */
export function gateForecast(
  record: DecidedRecord,
  { now, then, anew }: { now: AskedBy; then: AskedBy; anew: readonly DecidingPrincipleFact[] },
  transition: GateTransition,
): GateCheck[] {
  const before = new Map(now.deciding.principles.map((one) => [one.id, one]));
  const compared = anew.map((principle) => {
    const known = before.get(principle.id);
    return {
      principle,
      said: decidingGate(alone(record, then, [principle]), transition),
      says: known ? decidingGate(alone(record, now, [known]), transition) : [],
    };
  });
  return FORESEEN_CHECKS.flatMap((code) => {
    const of = (checks: readonly GateCheck[]): GateCheck | undefined => checks.find((check) => check.code === code);
    const news = compared.filter(({ said, says }) => isNews(of(said), of(says)));
    if (news.length === 0) return [];
    const principles = news.map(({ principle }) => principle);
    return of(decidingGate(alone(record, then, principles), transition)) ?? [];
  });
}

function isNews(then: GateCheck | undefined, now: GateCheck | undefined): boolean {
  if (!then || then.passed || then.level === 'info') return false;
  if (!now || now.passed || severity(then) > severity(now)) return true;
  const asked = factsOf(now);
  return severity(then) === severity(now) && factsOf(then).some((fact) => !asked.includes(fact));
}

function alone(record: DecidedRecord, asked: AskedBy, principles: DecidingPrincipleFact[]): DecidingFacts {
  return { ...record, strategy: asked.strategy, deciding: { facts: asked.deciding.facts, principles } };
}

function severity({ level }: GateCheck): number {
  return -GATE_LEVELS.indexOf(level);
}

function factsOf({ params }: GateCheck): string[] {
  return Array.isArray(params['facts']) ? params['facts'].map(String) : [];
}

const GATES = ['approve', 'go_live', 'close'] as const;

function isStricter(now: AskedBy, then: AskedBy): boolean {
  const levelOf = ({ strategy }: AskedBy, code: (typeof FORESEEN_CHECKS)[number], gate: GateTransition): number =>
    -GATE_LEVELS.indexOf(gateLevel(code, gate, strategy?.policy ?? DEFAULT_GATE_POLICY));
  return GATES.some((gate) => FORESEEN_CHECKS.some((code) => levelOf(then, code, gate) > levelOf(now, code, gate)));
}

/** What decides about its outcome: conditions and outcomes in their order, and what the facts they name may be. */
function reading({ applicability, decisionTable }: DecidingPrincipleFact, facts: readonly Fact[]): string {
  const rules = decisionTable.rules.map(({ when, outcome }) => [cells(when), outcome]);
  const named = new Set([applicability ?? {}, ...decisionTable.rules.map(({ when }) => when)].flatMap(Object.keys));
  const asked = facts.filter(({ name }) => named.has(name)).map(({ name, type, choices }) => [name, type, choices]);
  return JSON.stringify([applicability && cells(applicability), rules, asked.toSorted()]);
}

function cells(when: Record<string, string>): [string, string][] {
  return Object.entries(when).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
