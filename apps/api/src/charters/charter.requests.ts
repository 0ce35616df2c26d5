import type {
  CharterFields,
  Confidence,
  FactAnswers,
  Money,
  NewChangeRequest,
  NewCharter,
  PartyRole,
  RetirementCriterion,
} from '@sightline/contracts';
import {
  CHANGE_REASON_MAX,
  CONFIDENCES,
  DEVIATION_REASON_MAX,
  HOW_MAX,
  LINKS_MAX,
  NARRATIVE_MAX,
  OUTCOME_MAX,
  PARTY_ROLES,
  PLAN_TEXT_MAX,
  TITLE_MAX,
} from '@sightline/contracts';
import {
  Amount,
  Answers,
  DateOnly,
  Finite,
  ListOf,
  Maybe,
  MaybeNull,
  ObjectOf,
  OneOf,
  Reference,
  Text,
  Texts,
  YesNo,
} from '../platform/problems/validators';
import { RetirementCriteria } from './retirement-criteria';

export class CitedPrinciple {
  @Reference()
  principle!: string;

  @Maybe()
  @Text(HOW_MAX, { empty: true })
  how?: string;
}

export class CitedKpi {
  @Reference()
  kpi!: string;

  @MaybeNull()
  @Finite()
  from?: number | null;

  @MaybeNull()
  @Finite()
  to?: number | null;

  @MaybeNull()
  @DateOnly()
  by?: string | null;

  @Maybe()
  @OneOf(CONFIDENCES)
  confidence?: Confidence;
}

export class TouchedEntity {
  @Reference()
  entity!: string;

  @YesNo()
  essential!: boolean;
}

export class TouchedDomain {
  @Reference()
  domain!: string;

  @Maybe()
  @ListOf(() => TouchedEntity, LINKS_MAX)
  entities?: TouchedEntity[];
}

export class NoGovernedData {
  @Text(2000)
  reason!: string;
}

export class ListedParty {
  @Reference()
  party!: string;

  @OneOf(PARTY_ROLES)
  role!: PartyRole;
}

export class Deviation {
  @Reference()
  principle!: string;

  @Text(DEVIATION_REASON_MAX)
  reason!: string;
}

export class PortabilityRequest {
  @MaybeNull()
  @Text(500, { empty: true })
  format?: string | null;

  @MaybeNull()
  @Text(4000, { empty: true })
  method?: string | null;

  @MaybeNull()
  @DateOnly()
  lastTestedOn?: string | null;
}

export class ResilienceRequest {
  @MaybeNull()
  @Text(PLAN_TEXT_MAX, { empty: true })
  stopCriteria?: string | null;

  @MaybeNull()
  @Text(PLAN_TEXT_MAX, { empty: true })
  rollback?: string | null;

  @Maybe()
  @RetirementCriteria()
  retirement?: RetirementCriterion[];

  @MaybeNull()
  @Text(PLAN_TEXT_MAX, { empty: true })
  contingency?: string | null;

  @MaybeNull()
  @ObjectOf(() => PortabilityRequest)
  portability?: PortabilityRequest | null;

  @MaybeNull()
  @Text(PLAN_TEXT_MAX, { empty: true })
  exit?: string | null;
}

/** What PATCH, POST and change requests have in common; the title is required in one of them only. */
export class CharterFieldsRequest {
  @Maybe()
  @Text(OUTCOME_MAX, { empty: true })
  outcomeStatement?: string;

  @Maybe()
  @Text(NARRATIVE_MAX, { empty: true })
  narrative?: string;

  @MaybeNull()
  @Reference()
  businessUnit?: string | null;

  @MaybeNull()
  @Reference()
  lead?: string | null;

  @MaybeNull()
  @Reference()
  businessSponsor?: string | null;

  @MaybeNull()
  @Reference()
  itLead?: string | null;

  @MaybeNull()
  @Reference()
  capability?: string | null;

  @MaybeNull()
  @Amount()
  budget?: Money | null;

  @MaybeNull()
  @DateOnly()
  startDate?: string | null;

  @MaybeNull()
  @DateOnly()
  endDate?: string | null;

  @Maybe()
  @Answers()
  facts?: FactAnswers;
}

/** Fields and links together: what a new charter and a change request may say. */
export class CharterEditRequest extends CharterFieldsRequest {
  @Maybe()
  @ListOf(() => CitedPrinciple, LINKS_MAX)
  principles?: CitedPrinciple[];

  @Maybe()
  @ListOf(() => CitedKpi, LINKS_MAX)
  kpis?: CitedKpi[];

  @Maybe()
  @ListOf(() => TouchedDomain, LINKS_MAX)
  domains?: TouchedDomain[];

  @Maybe()
  @ObjectOf(() => NoGovernedData)
  none?: NoGovernedData;

  @Maybe()
  @Texts(LINKS_MAX)
  services?: string[];

  @Maybe()
  @Texts(LINKS_MAX)
  systems?: string[];

  @Maybe()
  @ListOf(() => ListedParty, LINKS_MAX)
  parties?: ListedParty[];

  @Maybe()
  @ListOf(() => Deviation, LINKS_MAX)
  deviations?: Deviation[];

  @Maybe()
  @Texts(LINKS_MAX)
  exceptions?: string[];

  @Maybe()
  @Texts(LINKS_MAX)
  predecessors?: string[];

  @Maybe()
  @ObjectOf(() => ResilienceRequest)
  resilience?: ResilienceRequest;
}

/** POST /charters */
export class NewCharterRequest extends CharterEditRequest implements NewCharter {
  @Text(TITLE_MAX)
  title!: string;
}

/** PATCH /charters/{id}: any of it at once, so that what belongs together becomes one revision before the board. */
export class CharterChangesRequest extends CharterEditRequest implements CharterFields {
  @Maybe()
  @Text(TITLE_MAX)
  title?: string;
}

/** POST /charters/{id}/change-requests */
export class NewChangeRequestRequest extends CharterEditRequest implements NewChangeRequest {
  @Text(CHANGE_REASON_MAX)
  reason!: string;

  @Maybe()
  @Text(TITLE_MAX)
  title?: string;
}
