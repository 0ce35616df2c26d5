import type { GateCheck, GateCode } from '@sightline/contracts';
import type { Step } from '@sightline/ui';
import { EMPTY_DRAFT } from './empty-draft';
import { isSame, type CharterDraft, type DraftField } from './charter-draft';

/** The steps in which a charter is written, in reading order, taken in any. */
export const EDIT_STEPS = [
  'outcome',
  'principles',
  'kpis',
  'data',
  'sheet',
  'landscape',
  'resilience',
  'milestones',
  'requirements',
  'people',
] as const;
export type EditStep = (typeof EDIT_STEPS)[number];

const STEP_OF: Record<DraftField, EditStep> = {
  title: 'outcome',
  outcomeStatement: 'outcome',
  narrative: 'outcome',
  principles: 'principles',
  capability: 'principles',
  kpis: 'kpis',
  domains: 'data',
  none: 'data',
  services: 'landscape',
  systems: 'landscape',
  parties: 'landscape',
  predecessors: 'landscape',
  facts: 'sheet',
  deviations: 'sheet',
  stopCriteria: 'resilience',
  rollback: 'resilience',
  contingency: 'resilience',
  retirement: 'resilience',
  portability: 'resilience',
  exit: 'resilience',
  businessUnit: 'people',
  lead: 'people',
  businessSponsor: 'people',
  itLead: 'people',
  budget: 'people',
  startDate: 'people',
  endDate: 'people',
};

/** Checks whose fix may lie in another record belong to the step that names that record. */
const CHECKED_IN: Record<GateCode, EditStep> = {
  PRINCIPLE: 'principles',
  CAPABILITY: 'principles',
  KPI: 'kpis',
  OUTCOME: 'outcome',
  SPONSORS: 'people',
  EXTERNAL: 'people',
  REQUIREMENTS: 'requirements',
  DOMAINS: 'data',
  STEWARD: 'data',
  STANDARDS: 'data',
  AUTHORITY: 'data',
  FLOWS: 'data',
  PROTECTION: 'data',
  QUALITY: 'data',
  CONFLICT: 'data',
  FACTS: 'sheet',
  DEVIATION: 'sheet',
  REAFFIRM: 'principles',
  ROLLBACK: 'resilience',
  RETIREMENT: 'resilience',
  CONTINGENCY: 'resilience',
  PORTABILITY: 'resilience',
};

/** The step that a fragment leads to: a step by its name, or the one that holds the field. */
export function stepAt(fragment: string | null): EditStep {
  if (fragment === 'exceptions') return 'sheet';
  if (fragment && fragment in STEP_OF) return STEP_OF[fragment as DraftField];
  return EDIT_STEPS.find((step) => step === fragment) ?? 'outcome';
}

/** What does not pass in a step; what only applies later is no reason to look. */
export function failingIn<C extends GateCheck>(step: EditStep, checks: readonly C[]): C[] {
  return checks.filter(({ code, passed, level }) => CHECKED_IN[code] === step && !passed && level !== 'info');
}

/** How each step stands: nothing begun, something that needs another look, or done. */
export function stepState(
  step: EditStep,
  checks: readonly GateCheck[],
  written: CharterDraft & { milestones: number; requirements: number },
): Step['state'] {
  const failing = failingIn(step, checks);
  if (!isBegun(step, written)) return step === 'requirements' ? 'done' : 'open';
  return failing.length > 0 ? 'problem' : 'done';
}

function isBegun(step: EditStep, written: CharterDraft & { milestones: number; requirements: number }): boolean {
  if (step === 'milestones' || step === 'requirements') return written[step] > 0;
  const fields = (Object.keys(STEP_OF) as DraftField[]).filter((field) => STEP_OF[field] === step && field !== 'title');
  return fields.some((field) => !isEmpty(field, written));
}

/** A budget without an amount is none, in whatever currency it would be. */
function isEmpty(field: DraftField, draft: CharterDraft): boolean {
  if (field === 'budget') return draft.budget.amount === '';
  // Whoever begins a charter leads it: that alone is no answer.
  return field === 'lead' || isSame(draft[field], EMPTY_DRAFT[field]);
}
