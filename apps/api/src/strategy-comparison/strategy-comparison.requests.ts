import { IMPACT_KINDS, type ImpactKind } from '@sightline/contracts';
import { PageRequest } from '../platform/lists/list-request';
import { Maybe, OneOf, Text } from '../platform/problems/validators';

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
  @OneOf(IMPACT_KINDS)
  kind?: ImpactKind;
}
