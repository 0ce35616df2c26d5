import {
  GATE_CODES,
  GATE_TRANSITIONS,
  type GateCode,
  type GateLevel,
  type GatePolicy,
  type GateTransition,
} from '@sightline/contracts';

/**
 * No policy and no role can switch these off (PRODUCT.md sections 3 and 4): nothing is approved without a principle and
 * a KPI, and nothing unsettled goes live or is closed.
 */
export const ALWAYS_BLOCK: Record<GateTransition, readonly GateCode[]> = {
  submit: [],
  approve: ['PRINCIPLE', 'KPI'],
  go_live: ['REAFFIRM'],
  close: ['REAFFIRM'],
};

/** Where a check only ever warns: a milestone can be overruled only before the board, conflicting sources are advice. */
const ONLY_WARNS: Partial<Record<GateCode, readonly GateTransition[]>> = {
  OUTCOME: ['submit'],
  CONFLICT: GATE_TRANSITIONS,
  // A change request is how a charter settles what awaits it: it cannot wait for that.
  REAFFIRM: ['submit', 'approve'],
};

/** Where a check has anything to say; elsewhere a failure is for information. */
const APPLIES_LATER: Partial<Record<GateCode, readonly GateTransition[]>> = {
  QUALITY: ['approve', 'go_live'],
  REAFFIRM: ['go_live', 'close'],
};
const APPLIES: readonly GateTransition[] = ['submit', 'approve', 'go_live'];

const except = (...left: GateCode[]): GateCode[] => GATE_CODES.filter((code) => !left.includes(code));

/** What a new strategy starts with; each version may change it. */
export const DEFAULT_GATE_POLICY: GatePolicy = {
  submit: except('OUTCOME', 'QUALITY', 'CONFLICT', 'REAFFIRM'),
  approve: except('CONFLICT', 'REAFFIRM'),
  go_live: except('OUTCOME', 'REQUIREMENTS', 'DOMAINS', 'CONFLICT', 'CAPABILITY'),
  close: ['REAFFIRM'],
};

/**
 * What a failure of this check does at this transition, under this policy (PRODUCT.md section 4): what always
 * blocks does so whatever the policy says; what it does not list warns, or informs where it does not apply.
 */
export function gateLevel(code: GateCode, transition: GateTransition, policy: GatePolicy): GateLevel {
  if (ALWAYS_BLOCK[transition].includes(code)) return 'blocker';
  if (onlyWarns(code, transition)) return applies(code, transition) ? 'warning' : 'info';
  if (policy[transition].includes(code)) return 'blocker';
  return applies(code, transition) ? 'warning' : 'info';
}

/** Checks that came after the first release; a policy from before could not name them. */
const LATER_CHECKS: readonly GateCode[] = ['FACTS', 'DEVIATION', 'REAFFIRM'];

/**
 * What the next version starts from. A policy that names none of the later checks anywhere was written before there were
 * any, so it gets them as a new one would; one that names some has been looked at, and stays.
 */
export function policyWithLaterChecks(policy: GatePolicy): GatePolicy {
  const known = GATE_TRANSITIONS.some((transition) => policy[transition].some((code) => LATER_CHECKS.includes(code)));
  if (known) return policy;
  const added = (transition: GateTransition): GateCode[] =>
    GATE_CODES.filter(
      (code) =>
        policy[transition].includes(code) ||
        (LATER_CHECKS.includes(code) && DEFAULT_GATE_POLICY[transition].includes(code)),
    );
  return { submit: added('submit'), approve: added('approve'), go_live: added('go_live'), close: added('close') };
}

export const GATE_POLICY_PROBLEMS = ['missing-transition', 'unknown-check', 'twice', 'only-warns'] as const;
export interface GatePolicyProblem {
  transition: GateTransition;
  code: string | null;
  problem: (typeof GATE_POLICY_PROBLEMS)[number];
}

/** Why a policy cannot be saved; empty when it can. Leaving PRINCIPLE or KPI out is lawful and changes nothing at approval. */
export function gatePolicyProblems(policy: Partial<Record<GateTransition, readonly string[]>>): GatePolicyProblem[] {
  return GATE_TRANSITIONS.flatMap((transition): GatePolicyProblem[] => {
    const codes = policy[transition];
    if (!codes) return [{ transition, code: null, problem: 'missing-transition' }];
    return codes.flatMap((code, index): GatePolicyProblem[] => {
      if (!isGateCode(code)) return [{ transition, code, problem: 'unknown-check' }];
      if (codes.indexOf(code) !== index) return [{ transition, code, problem: 'twice' }];
      return onlyWarns(code, transition) ? [{ transition, code, problem: 'only-warns' }] : [];
    });
  });
}

function onlyWarns(code: GateCode, transition: GateTransition): boolean {
  return ONLY_WARNS[code]?.includes(transition) ?? false;
}

function applies(code: GateCode, transition: GateTransition): boolean {
  return (APPLIES_LATER[code] ?? APPLIES).includes(transition);
}

function isGateCode(code: string): code is GateCode {
  return GATE_CODES.some((known) => known === code);
}
