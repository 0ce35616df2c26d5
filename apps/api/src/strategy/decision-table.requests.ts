import {
  type EvaluatePrinciple,
  FACT_TYPES,
  type FactAnswers,
  type FactCells,
  type FactType,
  type NewDecisionTable,
  type NewFact,
  RULE_REASON_MAX,
  TABLE_OUTCOMES,
  TABLE_RULES_MAX,
  type TableOutcome,
  type TryPrinciple,
} from '@sightline/contracts';
import {
  Answers,
  Cells,
  ListOf,
  Maybe,
  MaybeNull,
  ObjectOf,
  OneOf,
  Text,
  Texts,
} from '../platform/problems/validators';

export class FactRequest implements NewFact {
  @Text(50)
  name!: string;

  @OneOf(FACT_TYPES)
  type!: FactType;

  @MaybeNull()
  @Text(100, { empty: true })
  unit?: string | null;

  @Maybe()
  @Text(1000, { empty: true })
  question?: string;

  @Maybe()
  @Texts(100)
  choices?: string[];
}

class DecisionRuleRequest {
  @Cells()
  when!: FactCells;

  @OneOf(TABLE_OUTCOMES)
  outcome!: TableOutcome;

  @Maybe()
  @Text(RULE_REASON_MAX, { empty: true })
  reason?: string;
}

export class DecisionTableRequest implements NewDecisionTable {
  @ListOf(() => DecisionRuleRequest, TABLE_RULES_MAX)
  rules!: DecisionRuleRequest[];
}

/** What a principle may say beside its words; of a new one and of a change. */
export class PrincipleConditions {
  @MaybeNull()
  @Text(300)
  mandate?: string | null;

  @MaybeNull()
  @Cells()
  applicability?: FactCells | null;

  @MaybeNull()
  @ObjectOf(() => DecisionTableRequest)
  decisionTable?: DecisionTableRequest | null;
}

/** POST /principles/{id}/evaluate */
export class EvaluateRequest implements EvaluatePrinciple {
  @Answers()
  facts!: FactAnswers;
}

/** POST /strategy/versions/{n}/principles/{id}/evaluate */
export class TryRequest extends EvaluateRequest implements TryPrinciple {
  @MaybeNull()
  @Cells()
  applicability?: FactCells | null;

  @MaybeNull()
  @ObjectOf(() => DecisionTableRequest)
  decisionTable?: DecisionTableRequest | null;
}
