import { IMPACT_FILTERS, type ImpactFilter, PAGE_SIZE_DEFAULT, PAGE_SIZE_MAX } from '@sightline/contracts';
import { PageRequest } from '../platform/lists/list-request';
import { FromText, Maybe, OneOf, Text, Uuid, Whole } from '../platform/problems/validators';

/** GET /strategy/versions/{n}/diff */
export class StrategyDiffRequest {
  /** Number or id of the older version; the one in force without it. */
  @Maybe()
  @Text(40)
  against?: string;
}

/** GET /strategy/versions/{n}/impact */
export class StrategyImpactRequest extends PageRequest {
  @Maybe()
  @OneOf(IMPACT_FILTERS)
  kind?: ImpactFilter;
}

/** GET /strategy/versions/{n}/impact/gates */
export class GateForecastRequest {
  /** `next` or `more` of the answer before; the first records without it. */
  @Maybe()
  @Uuid()
  after?: string;

  /** How many are named, at the most. */
  @FromText()
  @Whole(1, PAGE_SIZE_MAX)
  pageSize: number = PAGE_SIZE_DEFAULT;
}
