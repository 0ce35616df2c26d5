import type { Classification, DomainTier, FlowPattern, IssueStatus, QualityDimension } from '@sightline/contracts';

/** A rule for the data, and the monthly readings up to last month, oldest first. */
export interface SampleStandard {
  dimension: QualityDimension;
  rule: string;
  threshold: number;
  comparison?: 'at_most';
  unit: string;
  readings: number[];
}
export interface SampleEntity {
  name: string;
  description: string;
  classification?: Classification;
  source?: string;
  standards?: SampleStandard[];
}
export interface SampleFlow {
  from: string;
  to: string;
  pattern: FlowPattern;
  entities: string[];
  classification?: Classification;
}
export interface SampleIssue {
  entity: string;
  dimension: QualityDimension;
  effect: string;
  owner?: string;
  /** Days from today; negative is overdue. */
  dueIn: number;
  status: IssueStatus;
  reason?: string;
  expiresIn?: number;
}
export interface SampleDomain {
  code: string;
  name: string;
  description: string;
  tier: DomainTier;
  wave: number;
  owner?: string;
  steward?: string;
  entities: SampleEntity[];
  flows?: SampleFlow[];
  issues?: SampleIssue[];
}
