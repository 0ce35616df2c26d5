/** What a version holds lists of. Each record has an identity that survives versions and a revision per version. */
export const STRATEGY_PARTS = {
  principles: {
    kind: 'principle',
    columns: {
      title: 'title',
      statement: 'statement',
      rationale: 'rationale',
      implications: 'implications',
      exceptionGuidance: 'exception_guidance',
    },
  },
  drivers: { kind: 'driver', columns: { name: 'name', description: 'description', weight: 'weight' } },
  capabilities: {
    kind: 'capability',
    columns: { name: 'name', description: 'description', current: 'current_maturity', target: 'target_maturity' },
  },
} as const satisfies Record<string, StrategyPart>;

export type StrategyPartName = keyof typeof STRATEGY_PARTS;

export interface StrategyPart {
  /** Name of the identity's table; its revisions are in `<kind>_revision`. */
  kind: 'principle' | 'driver' | 'capability';
  /** Field of the contract → column of the revision. */
  columns: Record<string, string>;
}

/** The words of one revision, by field of the contract; `undefined` where the request says nothing. */
export type PartWords = Record<string, string | number | undefined>;
