import type { Cadence, Kpi, KpiDefinition, KpiDirection, KpiKind, NewKpi } from '@sightline/contracts';
import type { ReferenceOption } from '@sightline/ui';
import { readNumber } from '../measurement-entry/read-cells';

/** A KPI as it is typed: numbers as text, since "12,5" is not one yet. */
export interface KpiDraft {
  name: string;
  definition: string;
  unit: string;
  kind: KpiKind | '';
  direction: KpiDirection | '';
  baseline: string;
  baselineDate: string;
  target: string;
  targetDate: string;
  lower: string;
  upper: string;
  cadence: Cadence | '';
  weight: string;
  driver: ReferenceOption | null;
  businessUnit: ReferenceOption | null;
  owner: ReferenceOption | null;
  note: string;
  reason: string;
}
export type DraftField = keyof KpiDraft;

export const EMPTY_DRAFT: KpiDraft = {
  name: '',
  definition: '',
  unit: '',
  kind: '',
  direction: '',
  baseline: '',
  baselineDate: '',
  target: '',
  targetDate: '',
  lower: '',
  upper: '',
  cadence: '',
  weight: '',
  driver: null,
  businessUnit: null,
  owner: null,
  note: '',
  reason: '',
};

export function draftOf(kpi: Kpi, locale: string): KpiDraft {
  // Every digit, so that opening and saving changes nothing.
  const exact = new Intl.NumberFormat(locale, { maximumFractionDigits: 15, useGrouping: false });
  const text = (value: number | null | undefined) => (value === null || value === undefined ? '' : exact.format(value));
  return {
    name: kpi.name,
    definition: kpi.definition ?? '',
    unit: kpi.unit ?? '',
    kind: kpi.kind ?? '',
    direction: kpi.direction ?? '',
    baseline: text(kpi.baseline?.value),
    baselineDate: kpi.baseline?.date ?? '',
    target: text(kpi.target?.value),
    targetDate: kpi.target?.date ?? '',
    lower: text(kpi.target?.lower),
    upper: text(kpi.target?.upper),
    cadence: kpi.cadence ?? '',
    weight: kpi.weight === null ? '' : String(kpi.weight),
    driver: kpi.driver,
    businessUnit: kpi.businessUnit,
    owner: kpi.owner,
    note: kpi.note ?? '',
    reason: '',
  };
}

/** What the typed values mean; what cannot be read is as if it were not there, and `draftIssues` names it. */
export function definitionOf(draft: KpiDraft, locale: string): KpiDefinition {
  const number = (text: string) => readNumber(text, locale);
  const baseline = number(draft.baseline);
  const maintains = draft.direction === 'maintain';
  const [value, lower, upper] = maintains
    ? [null, number(draft.lower), number(draft.upper)]
    : [number(draft.target), null, null];
  const hasTarget = draft.targetDate !== '' && [value, lower, upper].some((figure) => figure !== null);
  return {
    definition: draft.definition.trim() || null,
    unit: draft.unit.trim() || null,
    direction: draft.direction || null,
    kind: draft.kind || null,
    baseline: baseline !== null && draft.baselineDate ? { value: baseline, date: draft.baselineDate } : null,
    target: hasTarget ? { value, lower, upper, date: draft.targetDate } : null,
  };
}

/** The body that is sent: all fields, so that what was emptied is emptied. */
export function bodyOf(draft: KpiDraft, locale: string): NewKpi {
  return {
    ...definitionOf(draft, locale),
    name: draft.name.trim(),
    cadence: draft.cadence || null,
    weight: draft.weight ? Number(draft.weight) : null,
    driver: draft.driver?.id ?? null,
    businessUnit: draft.businessUnit?.id ?? null,
    owner: draft.owner?.id ?? null,
    note: draft.note.trim() || null,
  };
}
