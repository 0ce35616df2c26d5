import {
  CADENCES,
  KPI_DIRECTIONS,
  KPI_KINDS,
  KPI_NAME_MAX,
  KPI_REASON_MAX,
  KPI_STATUSES,
  KPI_TEXT_MAX,
  KPI_UNIT_MAX,
} from '@sightline/contracts';
import type { Cadence, DatedValue, KpiChanges, KpiDirection, KpiKind, KpiStatus, NewKpi } from '@sightline/contracts';
import { ListRequest } from '../platform/lists/list-request';
import {
  DateOnly,
  Finite,
  Maybe,
  MaybeNull,
  ObjectOf,
  OneOf,
  Reference,
  Text,
  Whole,
} from '../platform/problems/validators';

const YES_OR_NO = ['true', 'false'] as const;

/** GET /kpis. `status` and `complete` are computed; the others are columns. */
export class KpiListRequest extends ListRequest {
  @Maybe()
  @Reference()
  unit?: string;

  @Maybe()
  @Reference()
  owner?: string;

  @Maybe()
  @Reference()
  driver?: string;

  @Maybe()
  @OneOf(KPI_KINDS)
  kind?: KpiKind;

  @Maybe()
  @OneOf(KPI_STATUSES)
  status?: KpiStatus;

  @Maybe()
  @OneOf(YES_OR_NO)
  complete?: (typeof YES_OR_NO)[number];

  /** Those whose owner asks. */
  @Maybe()
  @OneOf(YES_OR_NO)
  mine?: (typeof YES_OR_NO)[number];
}

export class DatedValueRequest implements DatedValue {
  @Finite()
  value!: number;

  @DateOnly()
  date!: string;
}

export class KpiTargetRequest {
  @MaybeNull()
  @Finite()
  value?: number | null;

  @MaybeNull()
  @Finite()
  lower?: number | null;

  @MaybeNull()
  @Finite()
  upper?: number | null;

  @DateOnly()
  date!: string;
}

class KpiParts {
  @MaybeNull()
  @Text(KPI_TEXT_MAX, { empty: true })
  definition?: string | null;

  @MaybeNull()
  @Text(KPI_UNIT_MAX, { empty: true })
  unit?: string | null;

  @MaybeNull()
  @OneOf(KPI_DIRECTIONS)
  direction?: KpiDirection | null;

  @MaybeNull()
  @OneOf(KPI_KINDS)
  kind?: KpiKind | null;

  @MaybeNull()
  @ObjectOf(() => DatedValueRequest)
  baseline?: DatedValueRequest | null;

  @MaybeNull()
  @ObjectOf(() => KpiTargetRequest)
  target?: KpiTargetRequest | null;

  @MaybeNull()
  @OneOf(CADENCES)
  cadence?: Cadence | null;

  @MaybeNull()
  @Whole(1, 5)
  weight?: number | null;

  @MaybeNull()
  @Reference()
  driver?: string | null;

  @MaybeNull()
  @Reference()
  businessUnit?: string | null;

  @MaybeNull()
  @Reference()
  owner?: string | null;

  @MaybeNull()
  @Text(KPI_TEXT_MAX, { empty: true })
  note?: string | null;
}

export class NewKpiRequest extends KpiParts implements NewKpi {
  @Text(KPI_NAME_MAX)
  name!: string;
}

export class KpiChangesRequest extends KpiParts implements KpiChanges {
  @Maybe()
  @Text(KPI_NAME_MAX)
  name?: string;

  @Maybe()
  @Text(KPI_REASON_MAX, { empty: true })
  reason?: string;
}
