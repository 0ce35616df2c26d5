import type {
  Alignment,
  AlignmentPartCode,
  AlignmentWeights,
  Confidence,
  DatedValue,
  KpiDefinition,
} from '@sightline/contracts';
import { changeOf, CONFIDENCE_FACTOR, gapOf } from '../kpis/kpi-coverage';

/** PRODUCT.md section 6; each version of the strategy may weigh otherwise. */
export const DEFAULT_ALIGNMENT_WEIGHTS: AlignmentWeights = {
  principles: 30,
  outcome: 30,
  capability: 15,
  data: 15,
  resilience: 10,
};

export interface AlignedKpi {
  definition: KpiDefinition;
  /** Weight 1 to 5 of the KPI; null while it has none. */
  weight: number | null;
  latest: DatedValue | null;
  from: number | null;
  to: number | null;
  confidence: Confidence;
}
export interface AlignmentFacts {
  /** Principles cited that are in force. */
  principlesInForce: number;
  /** What the tables of the principles in force ask for and the charter does not have, or has by exception. */
  deviations: Deviations;
  kpis: readonly AlignedKpi[];
  /** Maturity 0 to 5 of the capability it builds. */
  capability: { current: number; target: number } | null;
  /** Readiness 0 to 100 of each domain touched. */
  readiness: readonly number[];
  declaresNoGovernedData: boolean;
  resilience: { rollback: boolean; retirement: boolean; contingency: boolean; portability: boolean };
}

/** Whether a charter deviates from a principle in force, and whether all of that is excused by exceptions. */
export const DEVIATIONS = ['none', 'excused', 'unexcused'] as const;
export type Deviations = (typeof DEVIATIONS)[number];
const EXCUSED_SHARE: Record<Deviations, number> = { none: 1, excused: 0.5, unexcused: 0 };

/**
 * How well a charter serves the strategy, 0 to 100, with its parts (PRODUCT.md section 6). The data part cannot apply to
 * a charter that declares to touch no governed data, nor the outcome part where every KPI is only to be maintained; the
 * rest is then rescaled.
 */
export function alignment(facts: AlignmentFacts, weights: AlignmentWeights = DEFAULT_ALIGNMENT_WEIGHTS): Alignment {
  const shares: Record<AlignmentPartCode, number | null> = {
    principles: facts.principlesInForce > 0 ? EXCUSED_SHARE[facts.deviations] : 0,
    outcome: outcomeShare(facts.kpis),
    capability: facts.capability ? clamp((facts.capability.target - facts.capability.current) / 5) : 0,
    data: dataShare(facts),
    resilience: resilienceShare(facts.resilience),
  };
  const parts = (Object.keys(shares) as AlignmentPartCode[]).map((code) => {
    const share = shares[code];
    return { code, share, points: share === null ? null : tenths(share * weights[code]), max: weights[code] };
  });
  const applying = parts.filter(({ share }) => share !== null);
  const outOf = applying.reduce((sum, { max }) => sum + max, 0);
  const reached = applying.reduce((sum, { share, max }) => sum + (share ?? 0) * max, 0);
  return { score: outOf === 0 ? 0 : Math.round((reached / outOf) * 100), outOf, parts };
}

/** Σ over KPIs of weight ÷ 5 × min(1, change × confidence ÷ remaining gap), at most 1; a reached KPI adds nothing. */
function outcomeShare(kpis: readonly AlignedKpi[]): number | null {
  const moving = kpis.filter(({ definition }) => definition.direction !== 'maintain');
  if (moving.length === 0 && kpis.length > 0) return null;
  return clamp(moving.reduce((sum, kpi) => sum + shareOf(kpi), 0));
}

function shareOf({ definition, weight, latest, from, to, confidence }: AlignedKpi): number {
  const gap = gapOf(definition, latest);
  const change = changeOf(definition, { from, to });
  if (gap === null || gap <= 0 || change === null || weight === null) return 0;
  return clamp(weight / 5) * clamp((change * CONFIDENCE_FACTOR[confidence]) / gap);
}

function dataShare({ readiness, declaresNoGovernedData }: AlignmentFacts): number | null {
  if (readiness.length > 0) return clamp(readiness.reduce((sum, score) => sum + score, 0) / readiness.length / 100);
  return declaresNoGovernedData ? null : 0;
}

function resilienceShare({ rollback, retirement, contingency, portability }: AlignmentFacts['resilience']): number {
  return [rollback, retirement, contingency, portability].filter(Boolean).length / 4;
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}

function tenths(points: number): number {
  return Math.round(points * 10) / 10;
}
