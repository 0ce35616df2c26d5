import {
  applyEach,
  maxLength,
  min,
  pattern,
  required,
  validateTree,
  type SchemaPathTree,
  type ValidationError,
} from '@angular/forms/signals';
import {
  DEVIATION_REASON_MAX,
  HOW_MAX,
  NARRATIVE_MAX,
  OUTCOME_MAX,
  PLAN_TEXT_MAX,
  TITLE_MAX,
} from '@sightline/contracts';
import type { CharterDraft } from './charter-draft';

const MONEY = /^\s*\d{1,13}(\.\d{1,2})?\s*$/;
const CURRENCY = /^[A-Z]{3}$/;
/** As the API limits them. */
const SHORT_MAX = 500;
const METHOD_MAX = 4000;
const REASON_MAX = 2000;
const MEASURE_MAX = 300;

/** The limits of a charter's form; `refusals` are the server's, each at its field as long as the value stands. */
export function charterSchema(
  path: SchemaPathTree<CharterDraft>,
  refusals: (draft: CharterDraft) => ValidationError.WithFieldTree[],
): void {
  required(path.title);
  maxLength(path.title, TITLE_MAX);
  maxLength(path.outcomeStatement, OUTCOME_MAX);
  maxLength(path.narrative, NARRATIVE_MAX);
  pattern(path.budget.amount, MONEY);
  pattern(path.budget.currency, CURRENCY);
  for (const plan of [path.stopCriteria, path.rollback, path.contingency, path.exit]) maxLength(plan, PLAN_TEXT_MAX);
  maxLength(path.portability.format, SHORT_MAX);
  maxLength(path.portability.method, METHOD_MAX);
  maxLength(path.none.reason, REASON_MAX);
  applyEach(path.principles, (cited) => maxLength(cited.how, HOW_MAX));
  applyEach(path.deviations, (deviation) => maxLength(deviation.reason, DEVIATION_REASON_MAX));
  applyEach(path.retirement, (criterion) => {
    maxLength(criterion.measure, MEASURE_MAX);
    maxLength(criterion.contract, MEASURE_MAX);
    min(criterion.periodDays, 1);
  });
  validateTree(path, ({ value }) => refusals(value()));
}
