export const FACT_TYPES = ['number', 'boolean', 'choice', 'text'] as const;
export type FactType = (typeof FACT_TYPES)[number];

/** Facts one version may declare. */
export const FACTS_MAX = 60;
/** A name programs and cells use: `latencyMs`. */
export const FACT_NAME = /^[a-z][A-Za-z0-9_]{0,49}$/;
export const FACT_UNIT_MAX = 30;
export const FACT_QUESTION_MAX = 500;
export const FACT_CHOICES_MAX = 50;
export const FACT_CHOICE_MAX = 100;
/** The longest answer to a question of type text. */
export const FACT_TEXT_MAX = 500;

/** What a charter is asked, so that decision tables can be read: declared per version of the strategy. */
export interface Fact {
  name: string;
  type: FactType;
  /** Of a number; null elsewhere, or where there is none. */
  unit: string | null;
  question: string;
  /** The possible answers of a choice; empty for every other type. */
  choices: string[];
}
/** A fact in a request; what is left out is null or empty. */
export interface NewFact {
  name: string;
  type: FactType;
  unit?: string | null;
  question?: string;
  choices?: string[];
}
export type FactValue = number | boolean | string;
/** Answers by the name of the fact. */
export type FactAnswers = Record<string, FactValue>;

export const TABLE_OUTCOMES = ['prefer', 'allow', 'avoid', 'exception_required'] as const;
export type TableOutcome = (typeof TABLE_OUTCOMES)[number];

/** Rules one table may hold, and characters of one cell. */
export const TABLE_RULES_MAX = 50;
export const CELL_MAX = 200;
export const RULE_REASON_MAX = 1000;

/**
 * Cells by the name of the fact, in the subset of FEEL unary tests of PRODUCT.md section 2; all of them have to hold. A
 * fact without a cell does not matter.
 */
export type FactCells = Record<string, string>;

export interface DecisionRule {
  when: FactCells;
  outcome: TableOutcome;
  reason: string;
}
/** Ordered rules: the first that holds decides; where none does the outcome is `allow`. */
export interface DecisionTable {
  rules: DecisionRule[];
}
export interface NewDecisionTable {
  rules: { when: FactCells; outcome: TableOutcome; reason?: string }[];
}

/** Why a cell cannot be saved, or an answer cannot be used. */
export const CELL_PROBLEMS = [
  'cell-too-long',
  'cell-syntax',
  'cell-name',
  'cell-call',
  'cell-arithmetic',
  'cell-type',
  'cell-operator',
  'cell-choice',
  'cell-range',
  'unknown-fact',
] as const;
export type CellProblemCode = (typeof CELL_PROBLEMS)[number];
/** At a cell: of rule `rule` (from 0) of the table, or of the applicability where it is null. */
export interface CellProblem {
  rule: number | null;
  fact: string;
  code: CellProblemCode;
  params: Record<string, unknown>;
}

/** Whether a condition holds; null when a fact is missing or the cell cannot be read. */
export type Holds = boolean | null;
export interface CellResult {
  fact: string;
  cell: string;
  /** The answer that was read; null where it is missing or of another type. */
  value: FactValue | null;
  holds: Holds;
}
export interface RuleResult {
  /** From 1, as the table is read. */
  rule: number;
  outcome: TableOutcome;
  result: 'hit' | 'miss' | 'unknown' | 'not_reached';
  cells: CellResult[];
}

/** POST /principles/{id}/evaluate: what the principle says about these facts, and why. */
export interface TableEvaluation {
  outcome: TableOutcome | 'unknown';
  /** The rule that hit, from 1; null when none did, or when it cannot be said. */
  rule: number | null;
  reason: string | null;
  /** Facts whose answer is needed and missing, or of another type, in the order in which they are declared. */
  missingFacts: string[];
  /** Whether the principle applies at all; null when that cannot be said. One that does not apply allows everything. */
  applies: Holds;
  applicability: CellResult[];
  rules: RuleResult[];
  /** Answers that are no use: of another type, or to a question nobody asked. */
  problems: FactProblem[];
}
export const FACT_PROBLEMS = ['unknown-fact', 'fact-type', 'fact-choice', 'fact-too-long'] as const;
export interface FactProblem {
  fact: string;
  code: (typeof FACT_PROBLEMS)[number];
  params: Record<string, unknown>;
}

/** What a writer may want to look at again; nothing here keeps a table from being saved. */
export interface TableHint {
  /** `never-hit`: no facts lead to this rule. `overlap`: two rules with different outcomes hold together. `gap`: none holds. */
  kind: 'never-hit' | 'overlap' | 'gap';
  /** From 1; one rule, two rules, or none. */
  rules: number[];
  /** Facts that show it; what does not matter is left out. Empty for `never-hit`. */
  example: FactAnswers;
}

/** POST /principles/{id}/evaluate */
export interface EvaluatePrinciple {
  facts: FactAnswers;
}
/** POST /strategy/versions/{n}/principles/{id}/evaluate: as the draft stands, or as it would stand with this. */
export interface TryPrinciple extends EvaluatePrinciple {
  decisionTable?: NewDecisionTable | null;
  applicability?: FactCells | null;
}
