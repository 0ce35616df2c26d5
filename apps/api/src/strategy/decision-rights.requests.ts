import type { DecisionSubject, NewDecisionRight, VotingRule } from '@sightline/contracts';
import { DECISION_SUBJECTS, VOTING_RULES } from '@sightline/contracts';
import { Maybe, MaybeNull, OneOf, Reference } from '../platform/problems/validators';
import { mustBe } from '../platform/problems/validators/rule';

const BUDGET = /^(?=.*[1-9])\d{1,13}(\.\d{1,2})?$/;

/** An amount of the reporting currency, more than nothing: "250000.00". */
const Budget = (): PropertyDecorator =>
  mustBe({
    code: 'not-an-amount',
    schema: { type: 'string', pattern: BUDGET.source },
    valid: (value) => typeof value === 'string' && BUDGET.test(value),
  });

export class NewDecisionRightRequest implements NewDecisionRight {
  @OneOf(DECISION_SUBJECTS)
  subject!: DecisionSubject;

  @MaybeNull()
  @Budget()
  budgetUpTo?: string | null;

  @Reference()
  board!: string;

  @OneOf(VOTING_RULES)
  rule!: VotingRule;
}

export class DecisionRightChangesRequest implements Partial<NewDecisionRight> {
  @Maybe()
  @OneOf(DECISION_SUBJECTS)
  subject?: DecisionSubject;

  @MaybeNull()
  @Budget()
  budgetUpTo?: string | null;

  @Maybe()
  @Reference()
  board?: string;

  @Maybe()
  @OneOf(VOTING_RULES)
  rule?: VotingRule;
}
