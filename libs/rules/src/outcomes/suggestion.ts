import { type AssessOutcome, KPI_EFFECT_PARTS, type OutcomeSuggestion } from '@sightline/contracts';

/** The statement that the KPI and its effect make by themselves, or what is missing to make it; codes, no words. */
export function suggestionFor({ kpi, from, to, by }: AssessOutcome): OutcomeSuggestion | undefined {
  if (!kpi) return undefined;
  const { code, name, unit, direction, kind } = kpi;
  if (kind === 'technical') return { code: 'choose-business-kpi', params: { kpi: code, name } };
  if (direction === 'maintain' && to !== undefined && by !== undefined) {
    return { code: direction, params: { kpi: code, name, unit, to, by } };
  }
  if (direction !== 'maintain' && from !== undefined && to !== undefined && by !== undefined) {
    return { code: direction, params: { kpi: code, name, unit, from, to, by } };
  }
  const given = { from: direction === 'maintain' ? 0 : from, to, by };
  const missing = KPI_EFFECT_PARTS.filter((part) => given[part] === undefined);
  return { code: 'complete-effect', params: { kpi: code, name, missing } };
}
