import type { KpiDirection, KpiKind } from './kpi';

/** What an outcome statement is judged to be (PRODUCT.md section 5). */
export const OUTCOME_VERDICTS = ['outcome', 'milestone', 'unclear'] as const;
export type OutcomeVerdict = (typeof OUTCOME_VERDICTS)[number];

/** The languages the judgement has word lists for; any other gives `unclear`. */
export const ASSESSED_LANGUAGES = ['en', 'de', 'other'] as const;
export type AssessedLanguage = (typeof ASSESSED_LANGUAGES)[number];

/** A phrase that was found in the statement and speaks for or against it. */
export const OUTCOME_PHRASE_CODES = [
  'milestone-verb',
  'technology',
  'direction',
  'business-value',
  'quantity',
  'kpi',
  'technical-measure',
] as const;
export type OutcomePhraseCode = (typeof OUTCOME_PHRASE_CODES)[number];

/** Something the statement lacks, or why it could not be judged. */
export const OUTCOME_LACK_CODES = ['no-direction', 'no-quantity', 'nothing-said', 'language-not-supported'] as const;
export type OutcomeLackCode = (typeof OUTCOME_LACK_CODES)[number];

/** Start (inclusive) and end (exclusive) in UTF-16 units of the statement, so that a page can underline it. */
export type TextSpan = readonly [start: number, end: number];

/** `also` is the second half of a divided verb ("roll the portal **out**", "wir führen … **ein**"). */
export type OutcomeReason =
  { code: OutcomePhraseCode; phrase: string; at: TextSpan; also?: TextSpan } | { code: OutcomeLackCode };

/** What the judgement wants to know of the KPI that a statement is tied to. */
export interface AssessedKpi {
  code: string;
  name: string;
  unit: string;
  direction: KpiDirection;
  kind: KpiKind;
}

/** POST /outcomes/assess: the statement and, once chosen, its structured KPI effect; `by` is an ISO date. */
export interface AssessOutcome {
  text: string;
  kpi?: AssessedKpi;
  from?: number;
  to?: number;
  by?: string;
}

/** The parts of a structured KPI effect, in the order in which a sentence names them. */
export const KPI_EFFECT_PARTS = ['from', 'to', 'by'] as const;
export type KpiEffectPart = (typeof KPI_EFFECT_PARTS)[number];

/** How to say it instead. The sentence is `outcome.suggestion.<code>` of the language files, filled with the params. */
export type OutcomeSuggestion =
  | {
      code: 'increase' | 'decrease';
      params: { kpi: string; name: string; unit: string; from: number; to: number; by: string };
    }
  | { code: 'maintain'; params: { kpi: string; name: string; unit: string; to: number; by: string } }
  | { code: 'complete-effect'; params: { kpi: string; name: string; missing: readonly KpiEffectPart[] } }
  | { code: 'choose-business-kpi'; params: { kpi: string; name: string } };

/** The answer; `because` is in the order of the text and names at most the first 100 phrases. */
export interface OutcomeAssessment {
  verdict: OutcomeVerdict;
  language: AssessedLanguage;
  because: readonly OutcomeReason[];
  suggestion?: OutcomeSuggestion;
}
