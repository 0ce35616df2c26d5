import type { AlignmentWeights, GateCode, GatePolicy, Section, StrategyVersionChanges } from '@sightline/contracts';
import {
  FACTS_MAX,
  GATE_CODES,
  SECTION_MAX,
  SECTIONS,
  STRATEGY_PARTS_MAX,
  STRATEGY_STATUSES,
} from '@sightline/contracts';
import { ListRequest } from '../platform/lists/list-request';
import {
  DateOnly,
  ListOf,
  Maybe,
  MaybeNull,
  ObjectOf,
  OneOf,
  Prose,
  Reference,
  SomeOf,
  Texts,
  Whole,
} from '../platform/problems/validators';
import { FactRequest } from './decision-table.requests';

/** Authors are given by id or e-mail; null takes somebody off the section. */
class SectionAuthorsRequest {
  @OneOf(SECTIONS)
  section!: Section;

  @MaybeNull()
  @Reference()
  business: string | null = null;

  @MaybeNull()
  @Reference()
  it: string | null = null;
}

class GatePolicyRequest implements Partial<GatePolicy> {
  @Maybe()
  @SomeOf(GATE_CODES)
  submit?: GateCode[];

  @Maybe()
  @SomeOf(GATE_CODES)
  approve?: GateCode[];

  @Maybe()
  @SomeOf(GATE_CODES)
  go_live?: GateCode[];

  @Maybe()
  @SomeOf(GATE_CODES)
  close?: GateCode[];
}

/** While somebody writes they need not sum to 100; to be proposed they must. */
class WeightsRequest implements AlignmentWeights {
  @Whole(0, 100)
  principles!: number;

  @Whole(0, 100)
  outcome!: number;

  @Whole(0, 100)
  capability!: number;

  @Whole(0, 100)
  data!: number;

  @Whole(0, 100)
  resilience!: number;
}

/** PATCH /strategy/versions/{n} */
export class StrategyVersionChangesRequest implements StrategyVersionChanges {
  @Maybe()
  @Prose(SECTION_MAX)
  purpose?: string;

  @Maybe()
  @Prose(SECTION_MAX)
  alignment?: string;

  @Maybe()
  @Prose(SECTION_MAX)
  capabilitiesNarrative?: string;

  @Maybe()
  @Prose(SECTION_MAX)
  governance?: string;

  @Maybe()
  @Prose(SECTION_MAX)
  dataGovernance?: string;

  @Maybe()
  @Prose(SECTION_MAX)
  resilience?: string;

  @Maybe()
  @Prose(SECTION_MAX)
  successMetrics?: string;

  @Maybe()
  @ListOf(() => SectionAuthorsRequest, SECTIONS.length)
  authors?: SectionAuthorsRequest[];

  @Maybe()
  @Texts(STRATEGY_PARTS_MAX)
  kpis?: string[];

  @Maybe()
  @ObjectOf(() => GatePolicyRequest)
  gatePolicy?: GatePolicyRequest;

  @Maybe()
  @ObjectOf(() => WeightsRequest)
  weights?: WeightsRequest;

  @Maybe()
  @ListOf(() => FactRequest, FACTS_MAX)
  facts?: FactRequest[];

  @MaybeNull()
  @DateOnly()
  reviewBy?: string | null;
}

/** GET /strategy/versions */
export class StrategyVersionList extends ListRequest {
  @Maybe()
  @OneOf(STRATEGY_STATUSES)
  status?: string;
}
