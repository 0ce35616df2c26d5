import {
  CLASSIFICATIONS,
  FLOW_PATTERNS,
  ISSUE_STATUSES,
  QUALITY_DIMENSIONS,
  type Classification,
  type DataIssueChanges,
  type FlowPattern,
  type IssueStatus,
  type NewDataFlow,
  type NewDataIssue,
  type NewQualityMeasurement,
  type NewQualityStandard,
  type QualityDimension,
} from '@sightline/contracts';
import { ListRequest } from '../platform/lists/list-request';
import {
  DateOnly,
  Finite,
  Maybe,
  MaybeNull,
  OneOf,
  Reference,
  Text,
  Texts,
  Uuid,
} from '../platform/problems/validators';

const TEXT_MAX = 2000;
const UNIT_MAX = 50;
const SOURCE_MAX = 200;
const ENTITIES_MAX = 100;
const COMPARISONS = ['at_least', 'at_most'] as const;

/** `?standard=` with the id of one of the domain's; every list parameter besides. */
export class QualityMeasurementListRequest extends ListRequest {
  @Maybe()
  @Uuid()
  standard?: string;
}

export class NewQualityStandardRequest implements NewQualityStandard {
  @Reference()
  entity!: string;

  @OneOf(QUALITY_DIMENSIONS)
  dimension!: QualityDimension;

  @Text(TEXT_MAX)
  rule!: string;

  @Maybe()
  @OneOf(COMPARISONS)
  comparison?: (typeof COMPARISONS)[number];

  @Finite()
  threshold!: number;

  @Text(UNIT_MAX)
  unit!: string;
}

export class QualityStandardChangesRequest implements Partial<Omit<NewQualityStandard, 'entity'>> {
  @Maybe()
  @OneOf(QUALITY_DIMENSIONS)
  dimension?: QualityDimension;

  @Maybe()
  @Text(TEXT_MAX)
  rule?: string;

  @Maybe()
  @OneOf(COMPARISONS)
  comparison?: (typeof COMPARISONS)[number];

  @Maybe()
  @Finite()
  threshold?: number;

  @Maybe()
  @Text(UNIT_MAX)
  unit?: string;
}

export class NewQualityMeasurementRequest implements NewQualityMeasurement {
  @Uuid()
  standard!: string;

  @Finite()
  value!: number;

  @DateOnly()
  date!: string;

  @MaybeNull()
  @Text(SOURCE_MAX, { empty: true })
  source?: string | null;
}

export class NewDataFlowRequest implements NewDataFlow {
  @Reference()
  from!: string;

  @Reference()
  to!: string;

  @Texts(ENTITIES_MAX)
  entities!: string[];

  @OneOf(FLOW_PATTERNS)
  pattern!: FlowPattern;

  @MaybeNull()
  @OneOf(CLASSIFICATIONS)
  classification?: Classification | null;
}

export class NewDataIssueRequest implements NewDataIssue {
  @Reference()
  entity!: string;

  @OneOf(QUALITY_DIMENSIONS)
  dimension!: QualityDimension;

  @Text(TEXT_MAX)
  effect!: string;

  @MaybeNull()
  @Reference()
  owner?: string | null;

  @MaybeNull()
  @DateOnly()
  dueOn?: string | null;
}

export class DataIssueChangesRequest implements DataIssueChanges {
  @Maybe()
  @Text(TEXT_MAX)
  effect?: string;

  @MaybeNull()
  @Reference()
  owner?: string | null;

  @MaybeNull()
  @DateOnly()
  dueOn?: string | null;

  @Maybe()
  @OneOf(ISSUE_STATUSES)
  status?: IssueStatus;

  @MaybeNull()
  @Text(TEXT_MAX, { empty: true })
  reason?: string | null;

  @MaybeNull()
  @DateOnly()
  expiresOn?: string | null;
}
