import type { ExceptionCategory, Money, Proposal, Reference } from '@sightline/contracts';

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

/** An exception as its snapshot words it. */
export interface ExceptionContent {
  principle: Reference;
  charter: Reference;
  category: ExceptionCategory;
  justification: string;
  compensatingControl: string;
  expiresOn: string;
  /** Code of the exception it would follow, and the how-manieth renewal it would be. */
  renews: string | null;
  renewal: number;
}

type WithSnapshot = Pick<Proposal, 'subjectType' | 'snapshot'>;

/** The charter in a snapshot, or what a change request would make of it; null where the subject is something else. */
export function charterIn({ subjectType, snapshot }: WithSnapshot): SubjectContent | null {
  const isCharter = subjectType === 'charter' || subjectType === 'change_request';
  return isCharter ? (snapshot['content'] as SubjectContent) : null;
}

export function exceptionIn({ subjectType, snapshot }: WithSnapshot): ExceptionContent | null {
  return subjectType === 'exception' ? (snapshot['content'] as ExceptionContent) : null;
}

export function kpisIn({ snapshot }: Pick<Proposal, 'snapshot'>): SnapshotKpi[] {
  return (snapshot['kpis'] ?? []) as SnapshotKpi[];
}
