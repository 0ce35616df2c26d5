import type { GateCode } from '@sightline/contracts';

/** Every way a check can pass or fail; each is a sentence `gate.<CODE>.<variant>` of the language files. */
export const GATE_VARIANTS = {
  PRINCIPLE: { passed: ['title'], failed: ['no-strategy', 'none', 'not-in-force'] },
  KPI: {
    passed: ['title', 'title-maintain'],
    failed: [
      'none',
      'technical',
      'incomplete',
      'no-owner',
      'owner-unfit',
      'no-effect',
      'wrong-direction',
      'outside-limits',
      'after-target',
    ],
  },
  OUTCOME: { passed: ['title'], failed: ['empty', 'unclear', 'milestone', 'overruled'] },
  SPONSORS: {
    passed: ['title'],
    failed: ['neither', 'no-sponsor', 'no-it-lead', 'same-person', 'external', 'inactive', 'sponsor-not-business'],
  },
  REQUIREMENTS: { passed: ['title', 'title-none'], failed: ['open'] },
  DOMAINS: { passed: ['title', 'title-none'], failed: ['none'] },
  STEWARD: { passed: ['title', 'title-none'], failed: ['owner', 'steward', 'both'] },
  STANDARDS: { passed: ['title', 'title-none'], failed: ['essential', 'others'] },
  AUTHORITY: { passed: ['title', 'title-none'], failed: ['essential', 'others'] },
  FLOWS: { passed: ['title', 'title-none'], failed: ['essential', 'others'] },
  PROTECTION: { passed: ['title', 'title-none'], failed: ['missing'] },
  QUALITY: { passed: ['title', 'title-met', 'title-none'], failed: ['unmeasured', 'unmet'] },
  CONFLICT: { passed: ['title', 'title-none'], failed: ['not-authoritative'] },
  FACTS: { passed: ['title', 'title-none'], failed: ['missing', 'not-readable'] },
  DEVIATION: {
    passed: ['title', 'title-none', 'title-excused'],
    failed: ['needed', 'awaiting', 'avoid', 'avoid-explained'],
  },
  ROLLBACK: { passed: ['title'], failed: ['missing'] },
  RETIREMENT: { passed: ['title'], failed: ['missing'] },
  CONTINGENCY: { passed: ['title'], failed: ['missing'] },
  PORTABILITY: { passed: ['title'], failed: ['missing', 'no-portability', 'no-exit'] },
  CAPABILITY: { passed: ['title'], failed: ['none'] },
  EXTERNAL: { passed: ['title'], failed: ['accountable'] },
  REAFFIRM: { passed: ['title'], failed: ['left', 'awaiting'] },
} as const satisfies Record<GateCode, { passed: readonly string[]; failed: readonly string[] }>;

export type PassedVariant<C extends GateCode> = (typeof GATE_VARIANTS)[C]['passed'][number];
export type FailedVariant<C extends GateCode> = (typeof GATE_VARIANTS)[C]['failed'][number];
