import type { CodedRecord, PersonReference, RecordBase, Reference } from '../records/record';

export const DOMAIN_TIERS = ['critical', 'important', 'standard'] as const;
export type DomainTier = (typeof DOMAIN_TIERS)[number];
export const CLASSIFICATIONS = ['public', 'internal', 'confidential', 'restricted'] as const;
export type Classification = (typeof CLASSIFICATIONS)[number];
export const QUALITY_DIMENSIONS = [
  'completeness',
  'accuracy',
  'consistency',
  'timeliness',
  'uniqueness',
  'validity',
] as const;
export type QualityDimension = (typeof QUALITY_DIMENSIONS)[number];
export const FLOW_PATTERNS = ['api', 'event', 'batch', 'file'] as const;
export type FlowPattern = (typeof FLOW_PATTERNS)[number];
export const ISSUE_STATUSES = ['open', 'cleansing', 'verified', 'accepted'] as const;
export type IssueStatus = (typeof ISSUE_STATUSES)[number];

/** 0 to 100 with its parts (PRODUCT section 6); a part that cannot apply is null and the rest is rescaled. */
export interface Readiness {
  score: number;
  /** The points the score is out of before rescaling: 100 unless parts cannot apply. */
  outOf: number;
  parts: { code: ReadinessPart; points: number | null; max: number; done: number; of: number }[];
}
export const READINESS_PARTS = ['owner', 'steward', 'standards', 'authority', 'flows', 'quality'] as const;
export type ReadinessPart = (typeof READINESS_PARTS)[number];

export interface DataDomainSummary extends CodedRecord {
  name: string;
  description: string;
  tier: DomainTier;
  wave: number;
  owner: PersonReference | null;
  steward: PersonReference | null;
  entityCount: number;
  openIssues: number;
  readiness: Readiness;
}
export interface DataDomain extends DataDomainSummary {
  entities: DataEntity[];
  flows: DataFlow[];
  issues: DataIssue[];
}
export interface NewDataDomain {
  name: string;
  description?: string;
  tier: DomainTier;
  wave?: number;
  owner?: string | null;
  steward?: string | null;
}

export interface DataEntity extends RecordBase {
  name: string;
  description: string;
  classification: Classification | null;
  authoritativeSource: Reference | null;
  standards: QualityStandard[];
  flowCount: number;
  /** Authoritative, quality met and a mapped flow: ready for analytics and AI. */
  ready: boolean;
}
export interface NewDataEntity {
  name: string;
  description?: string;
  classification?: Classification | null;
  authoritativeSource?: string | null;
}

export interface QualityStandard extends RecordBase {
  entity: { id: string; name: string };
  dimension: QualityDimension;
  rule: string;
  comparison: 'at_least' | 'at_most';
  threshold: number;
  unit: string;
  latest: { value: number; date: string; met: boolean } | null;
}
export interface NewQualityStandard {
  /** The id or the name of an entity of this domain. */
  entity: string;
  dimension: QualityDimension;
  rule: string;
  comparison?: 'at_least' | 'at_most';
  threshold: number;
  unit: string;
}
/** What a standard was measured to be; never changed, never taken back. */
export interface QualityMeasurement {
  id: string;
  standard: { id: string; rule: string };
  value: number;
  date: string;
  source: string | null;
  /** Against the threshold as it stands now. */
  met: boolean;
  createdAt: string;
  createdBy: PersonReference | null;
}
export interface NewQualityMeasurement {
  standard: string;
  value: number;
  date: string;
  source?: string | null;
}

export interface DataFlow extends RecordBase {
  from: Reference;
  to: Reference;
  entities: { id: string; name: string }[];
  pattern: FlowPattern;
  classification: Classification | null;
}
export interface NewDataFlow {
  from: string;
  to: string;
  /** Ids or names of entities of this domain. */
  entities: string[];
  pattern: FlowPattern;
  classification?: Classification | null;
}

export interface DataIssue extends RecordBase {
  entity: { id: string; name: string };
  dimension: QualityDimension;
  effect: string;
  owner: PersonReference | null;
  dueOn: string | null;
  status: IssueStatus;
  reason: string | null;
  expiresOn: string | null;
}
export interface NewDataIssue {
  entity: string;
  dimension: QualityDimension;
  effect: string;
  owner?: string | null;
  dueOn?: string | null;
}
export interface DataIssueChanges {
  effect?: string;
  owner?: string | null;
  dueOn?: string | null;
  status?: IssueStatus;
  reason?: string | null;
  expiresOn?: string | null;
}
