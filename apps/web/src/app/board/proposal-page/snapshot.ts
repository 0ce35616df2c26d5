import type { Money, Proposal, Reference } from '@sightline/contracts';

type Named = Reference | null;

/** A charter as its snapshot words it. */
export interface SubjectContent {
  budget: Money | null;
  principles: { principle: Named; how: string }[];
  kpis: { kpi: Named; unit: string | null; from: number | null; to: number | null; by: string | null }[];
}
/** A KPI as it stood when the snapshot was taken. */
export interface SnapshotKpi {
  code: string;
  name: string;
  unit: string | null;
  target: { value: number | null };
  driver: { code: string; name: string; weight: number } | null;
}

/** The charter in a snapshot; null where the subject is a version of the strategy. */
export function charterIn({
  subjectType,
  snapshot,
}: Pick<Proposal, 'subjectType' | 'snapshot'>): SubjectContent | null {
  return subjectType === 'strategy_version' ? null : (snapshot['content'] as SubjectContent);
}

export function kpisIn({ snapshot }: Pick<Proposal, 'snapshot'>): SnapshotKpi[] {
  return (snapshot['kpis'] ?? []) as SnapshotKpi[];
}
