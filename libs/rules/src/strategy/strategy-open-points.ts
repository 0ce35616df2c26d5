import {
  type DecisionSubject,
  type PrincipleRevision,
  SECTIONS,
  type Section,
  type StrategyOpenPoint,
  type StrategyVersion,
} from '@sightline/contracts';
import { addMonths } from '../calendar/dates';
import { cellProblems, tableProblems } from './cell-check';

/** A version stays without review for at most this long (PRODUCT.md section 2). */
export const MONTHS_TO_REVIEW = 12;

export type StrategyDraft = Pick<
  StrategyVersion,
  Section | 'authors' | 'principles' | 'drivers' | 'weights' | 'facts' | 'reviewBy' | 'decisionRights'
>;

/**
 * What still stands between a draft and the board (PRODUCT.md section 2): every section written and with a business and
 * an IT co-author, a principle that says something, a driver, weights of 100 points, a review within twelve months, and
 * for every subject a right that reaches its highest band. `today` is the organisation's date.
 */
export function strategyOpenPoints(draft: StrategyDraft, today: string): StrategyOpenPoint[] {
  return [
    ...sectionPoints(draft),
    ...contentPoints(draft),
    ...reviewPoints(draft.reviewBy, today),
    ...rightPoints(draft),
  ];
}

function sectionPoints(draft: StrategyDraft): StrategyOpenPoint[] {
  const empty = SECTIONS.filter((section) => draft[section].trim() === '');
  const unsigned = SECTIONS.filter((section) => !hasBothAuthors(draft, section));
  return [
    ...empty.map((section) => point('section-empty', { section })),
    ...unsigned.map((section) => point('section-without-authors', { section })),
  ];
}

/** One from the business and one from IT: the same person cannot be both. */
function hasBothAuthors({ authors }: StrategyDraft, wanted: Section): boolean {
  return authors.some(({ section, business, it }) => section === wanted && business && it && business.id !== it.id);
}

function contentPoints({ principles, drivers, weights, facts }: StrategyDraft): StrategyOpenPoint[] {
  const silent = principles.filter(({ statement }) => statement.trim() === '').map(({ code }) => code);
  const unreadable = principles.filter((principle) => !isReadable(principle, facts)).map(({ code }) => code);
  const points = Object.values(weights);
  const sum = points.reduce((total, weight) => total + weight, 0);
  const sound = sum === 100 && points.every((weight) => Number.isInteger(weight) && weight >= 0);
  return [
    ...(principles.length === 0 ? [point('no-principle')] : []),
    ...(silent.length > 0 ? [point('principle-without-statement', { principles: silent })] : []),
    ...(unreadable.length > 0 ? [point('table-not-readable', { principles: unreadable })] : []),
    ...(drivers.length === 0 ? [point('no-driver')] : []),
    ...(sound ? [] : [point('weights-not-100', { sum })]),
  ];
}

/** Facts may be declared otherwise after a cell was written; until the cell follows, nobody can say what it means. */
function isReadable({ applicability, decisionTable }: PrincipleRevision, facts: StrategyDraft['facts']): boolean {
  return (
    cellProblems(applicability ?? {}, facts).length === 0 &&
    tableProblems(decisionTable ?? { rules: [] }, facts).length === 0
  );
}

/** A review date that is today or past is none. */
function reviewPoints(reviewBy: string | null, today: string): StrategyOpenPoint[] {
  if (reviewBy === null || reviewBy <= today) return [point('no-review-date')];
  const latest = addMonths(today, MONTHS_TO_REVIEW);
  return reviewBy > latest ? [point('review-too-late', { reviewBy, latest })] : [];
}

function rightPoints({ decisionRights }: StrategyDraft): StrategyOpenPoint[] {
  return NEEDED_RIGHTS.filter(
    (wanted) => !decisionRights.some(({ subject, budgetUpTo }) => subject === wanted && budgetUpTo === null),
  ).map((subject) => point('no-decision-right', { subject }));
}

/** Exceptions without a right of their own are decided as charters are. */
const NEEDED_RIGHTS: readonly DecisionSubject[] = ['strategy_version', 'charter', 'change_request'];

function point(code: StrategyOpenPoint['code'], params: Record<string, unknown> = {}): StrategyOpenPoint {
  return { code, params };
}
