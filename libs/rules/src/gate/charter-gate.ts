import {
  FORESEEN_CHECKS,
  GATE_CODES,
  GATE_LEVELS,
  type CharterGateFacts,
  type GateCheck,
  type GateCode,
  type GateLevel,
  type GatePolicy,
  type GateTransition,
} from '@sightline/contracts';
import { capabilityCheck } from './capability-check';
import { conflictCheck } from './conflict-check';
import { type DecidingFacts, deviationCheck, factsCheck, weighedPrinciples } from './deviation-checks';
import { domainsCheck, stewardCheck } from './domain-checks';
import { authorityCheck, flowsCheck, protectionCheck, standardsCheck } from './entity-checks';
import { externalCheck } from './external-check';
import type { CharterCheck, Finding } from './finding';
import { DEFAULT_GATE_POLICY, gateLevel } from './gate-policy';
import { kpiCheck } from './kpi-check';
import { outcomeCheck } from './outcome-check';
import { principleCheck } from './principle-check';
import { qualityCheck } from './quality-check';
import { reaffirmCheck } from './reaffirm-check';
import { requirementsCheck } from './requirements-check';
import { contingencyCheck, portabilityCheck, retirementCheck, rollbackCheck } from './resilience-checks';
import { sponsorsCheck } from './sponsors-check';

const CHECKS: { [C in GateCode]: CharterCheck<C> } = {
  PRINCIPLE: principleCheck,
  KPI: kpiCheck,
  OUTCOME: outcomeCheck,
  SPONSORS: sponsorsCheck,
  REQUIREMENTS: requirementsCheck,
  DOMAINS: domainsCheck,
  STEWARD: stewardCheck,
  STANDARDS: standardsCheck,
  AUTHORITY: authorityCheck,
  FLOWS: flowsCheck,
  PROTECTION: protectionCheck,
  QUALITY: qualityCheck,
  CONFLICT: conflictCheck,
  FACTS: factsCheck,
  DEVIATION: deviationCheck,
  ROLLBACK: rollbackCheck,
  RETIREMENT: retirementCheck,
  CONTINGENCY: contingencyCheck,
  PORTABILITY: portabilityCheck,
  CAPABILITY: capabilityCheck,
  EXTERNAL: externalCheck,
  REAFFIRM: reaffirmCheck,
};

/**
 * The gate of a charter (PRODUCT.md section 4): one check per code, always all of them, in the order the board reads
 * them. Levels follow the policy in force; without a strategy the default policy, so that a draft sees what will count.
 */
export function charterGate(facts: CharterGateFacts, transition: GateTransition): GateCheck[] {
  const policy = facts.strategy?.policy ?? DEFAULT_GATE_POLICY;
  return GATE_CODES.map((code) => checkOf(code, CHECKS[code](facts, transition), transition, policy));
}

/** What the same gate says of decision tables alone: FACTS and DEVIATION, from less than the whole gate has to read. */
export function decidingGate(facts: DecidingFacts, transition: GateTransition): GateCheck[] {
  const policy = facts.strategy?.policy ?? DEFAULT_GATE_POLICY;
  const weighed = weighedPrinciples(facts);
  const checks = { FACTS: factsCheck, DEVIATION: deviationCheck };
  return FORESEEN_CHECKS.map((code) => checkOf(code, checks[code](facts, transition, weighed), transition, policy));
}

function checkOf(
  code: GateCode,
  finding: Finding<GateCode>,
  transition: GateTransition,
  policy: GatePolicy,
): GateCheck {
  const { passed, variant, params, fix } = finding;
  const level = gateLevel(code, transition, policy);
  return { code, level: passed ? level : milder(level, finding.atMost), passed, variant, params, fix };
}

/** Whether nothing blocks. A list without checks is a gate nobody asked, and stays closed. */
export function gateIsOpen(checks: readonly Pick<GateCheck, 'level' | 'passed'>[]): boolean {
  return checks.length > 0 && checks.every(({ passed, level }) => passed || level !== 'blocker');
}

function milder(level: GateLevel, atMost: GateLevel = 'blocker'): GateLevel {
  return GATE_LEVELS.indexOf(level) > GATE_LEVELS.indexOf(atMost) ? level : atMost;
}
