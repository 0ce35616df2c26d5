/** Every check of the gate that exists today (PRODUCT section 4), in the order the board reads them. */
export const GATE_CODES = [
  'PRINCIPLE',
  'KPI',
  'OUTCOME',
  'SPONSORS',
  'REQUIREMENTS',
  'DOMAINS',
  'STEWARD',
  'STANDARDS',
  'AUTHORITY',
  'FLOWS',
  'PROTECTION',
  'QUALITY',
  'CONFLICT',
  'FACTS',
  'DEVIATION',
  'ROLLBACK',
  'RETIREMENT',
  'CONTINGENCY',
  'PORTABILITY',
  'CAPABILITY',
  'EXTERNAL',
  'REAFFIRM',
] as const;
export type GateCode = (typeof GATE_CODES)[number];

/** Checks that read the decision tables of a version: what they would say under the next one can be foretold. */
export const FORESEEN_CHECKS = ['FACTS', 'DEVIATION'] as const satisfies readonly GateCode[];

/** The transitions that ask the gate. */
export const GATE_TRANSITIONS = ['submit', 'approve', 'go_live', 'close'] as const;
export type GateTransition = (typeof GATE_TRANSITIONS)[number];

/** At which transition each check blocks. PRINCIPLE and KPI block `approve` whatever stands here. */
export type GatePolicy = Record<GateTransition, GateCode[]>;

export const GATE_LEVELS = ['blocker', 'warning', 'info'] as const;
export type GateLevel = (typeof GATE_LEVELS)[number];

export interface GateCheck {
  code: GateCode;
  /** What it does here when it fails. A passed check keeps the level it would have had. */
  level: GateLevel;
  passed: boolean;
  /** Values for the sentence `gate.<code>.<variant>` of the language files. */
  variant: string;
  params: Record<string, unknown>;
  /** Which field of which record mends it. */
  fix: { field: string; path: string };
}

/** A check as the API sends it: with the sentence in the reader's language. */
export interface GateCheckAnswer extends GateCheck {
  message: string;
}

/** GET /charters/{id}/gate?for=… */
export interface GateAnswer {
  for: GateTransition;
  open: boolean;
  /** The strategy version it was checked against; null when none is in force. */
  strategyVersion: number | null;
  checks: GateCheckAnswer[];
}
