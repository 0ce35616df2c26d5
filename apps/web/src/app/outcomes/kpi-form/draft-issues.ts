import { kpiRevisionProblems } from '@sightline/rules';
import { readNumber } from '../measurement-entry/read-cells';
import { definitionOf, type DraftField, type KpiDraft } from './kpi-draft';

/** Field → key of the sentence that says what is wrong with it. */
export type DraftIssues = Partial<Record<DraftField, string>>;

const NUMBERS = ['baseline', 'target', 'lower', 'upper'] as const;

/** Where the server puts what it refuses: JSON pointer → field of the form. */
export const FIELD_AT: Record<string, DraftField> = {
  '/name': 'name',
  '/definition': 'definition',
  '/unit': 'unit',
  '/kind': 'kind',
  '/direction': 'direction',
  '/baseline': 'baseline',
  '/baseline/value': 'baseline',
  '/baseline/date': 'baselineDate',
  '/target': 'target',
  '/target/value': 'target',
  '/target/date': 'targetDate',
  '/target/lower': 'lower',
  '/target/upper': 'upper',
  '/cadence': 'cadence',
  '/weight': 'weight',
  '/driver': 'driver',
  '/businessUnit': 'businessUnit',
  '/owner': 'owner',
  '/note': 'note',
  '/reason': 'reason',
};

/** Everything that keeps a draft from being saved. What is merely missing does not, but for the name and halves of pairs. */
export function draftIssues(draft: KpiDraft, locale: string): DraftIssues {
  const issues: DraftIssues = {};
  for (const { pointer, code } of kpiRevisionProblems(definitionOf(draft, locale)).reverse()) {
    const field = FIELD_AT[pointer];
    if (field) issues[field] = `outcomes.form.problem.${code}`;
  }
  if (!draft.name.trim()) issues.name = 'outcomes.form.nameNeeded';
  for (const field of NUMBERS) {
    if (draft[field].trim() && readNumber(draft[field], locale) === null) issues[field] = 'outcomes.form.badNumber';
  }
  requirePair(draft, 'baseline', 'baselineDate', issues);
  if (draft.direction !== 'maintain') requirePair(draft, 'target', 'targetDate', issues);
  else if ((draft.lower || draft.upper) && !draft.targetDate) issues.targetDate = 'outcomes.form.dateNeeded';
  return issues;
}

/** A value without its day, or a day without its value, could not be kept. */
function requirePair(
  draft: KpiDraft,
  value: 'baseline' | 'target',
  date: 'baselineDate' | 'targetDate',
  issues: DraftIssues,
): void {
  if (draft[value].trim() && !draft[date]) issues[date] ??= 'outcomes.form.dateNeeded';
  if (draft[date] && !draft[value].trim()) issues[value] ??= 'outcomes.form.valueNeeded';
}
