/** What an outcome statement is judged to be (PRODUCT.md section 5). */
export const OUTCOME_VERDICTS = ['outcome', 'milestone', 'unclear'] as const;
export type OutcomeVerdict = (typeof OUTCOME_VERDICTS)[number];
