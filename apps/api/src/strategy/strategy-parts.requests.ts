import { STRATEGY_NAME_MAX, STRATEGY_PARTS_MAX, STRATEGY_TEXT_MAX } from '@sightline/contracts';
import type { NewCapability, NewDriver, NewPrinciple } from '@sightline/contracts';
import { Maybe, Reference, RequiredUnless, Text, Whole } from '../platform/problems/validators';
import { PrincipleConditions } from './decision-table.requests';

/** A record that comes back keeps its last words where the request is silent. */
export class NewPrincipleRequest extends PrincipleConditions implements NewPrinciple {
  @Maybe()
  @Reference()
  principle?: string;

  @RequiredUnless('principle')
  @Text(STRATEGY_NAME_MAX)
  title!: string;

  @RequiredUnless('principle')
  @Text(STRATEGY_TEXT_MAX, { empty: true })
  statement!: string;

  @Maybe()
  @Text(STRATEGY_TEXT_MAX, { empty: true })
  rationale?: string;

  @Maybe()
  @Text(STRATEGY_TEXT_MAX, { empty: true })
  implications?: string;

  @Maybe()
  @Text(STRATEGY_TEXT_MAX, { empty: true })
  exceptionGuidance?: string;

  @Maybe()
  @Whole(1, STRATEGY_PARTS_MAX)
  position?: number;
}

export class PrincipleChangesRequest extends PrincipleConditions implements Partial<NewPrinciple> {
  @Maybe()
  @Text(STRATEGY_NAME_MAX)
  title?: string;

  @Maybe()
  @Text(STRATEGY_TEXT_MAX, { empty: true })
  statement?: string;

  @Maybe()
  @Text(STRATEGY_TEXT_MAX, { empty: true })
  rationale?: string;

  @Maybe()
  @Text(STRATEGY_TEXT_MAX, { empty: true })
  implications?: string;

  @Maybe()
  @Text(STRATEGY_TEXT_MAX, { empty: true })
  exceptionGuidance?: string;

  @Maybe()
  @Whole(1, STRATEGY_PARTS_MAX)
  position?: number;
}

export class NewDriverRequest implements NewDriver {
  @Maybe()
  @Reference()
  driver?: string;

  @RequiredUnless('driver')
  @Text(STRATEGY_NAME_MAX)
  name!: string;

  @Maybe()
  @Text(STRATEGY_TEXT_MAX, { empty: true })
  description?: string;

  @RequiredUnless('driver')
  @Whole(1, 5)
  weight!: number;

  @Maybe()
  @Whole(1, STRATEGY_PARTS_MAX)
  position?: number;
}

export class DriverChangesRequest implements Partial<NewDriver> {
  @Maybe()
  @Text(STRATEGY_NAME_MAX)
  name?: string;

  @Maybe()
  @Text(STRATEGY_TEXT_MAX, { empty: true })
  description?: string;

  @Maybe()
  @Whole(1, 5)
  weight?: number;

  @Maybe()
  @Whole(1, STRATEGY_PARTS_MAX)
  position?: number;
}

export class NewCapabilityRequest implements NewCapability {
  @Maybe()
  @Reference()
  capability?: string;

  @RequiredUnless('capability')
  @Text(STRATEGY_NAME_MAX)
  name!: string;

  @Maybe()
  @Text(STRATEGY_TEXT_MAX, { empty: true })
  description?: string;

  @RequiredUnless('capability')
  @Whole(0, 5)
  current!: number;

  @RequiredUnless('capability')
  @Whole(0, 5)
  target!: number;

  @Maybe()
  @Whole(1, STRATEGY_PARTS_MAX)
  position?: number;
}

export class CapabilityChangesRequest implements Partial<NewCapability> {
  @Maybe()
  @Text(STRATEGY_NAME_MAX)
  name?: string;

  @Maybe()
  @Text(STRATEGY_TEXT_MAX, { empty: true })
  description?: string;

  @Maybe()
  @Whole(0, 5)
  current?: number;

  @Maybe()
  @Whole(0, 5)
  target?: number;

  @Maybe()
  @Whole(1, STRATEGY_PARTS_MAX)
  position?: number;
}
