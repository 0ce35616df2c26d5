import type { CharterContent, Money, Portability, ResiliencePlan } from '@sightline/contracts';
import { daysBetween } from '../calendar/dates';
import { MATERIAL_FIELDS } from './charter-material';

/** A later end is material only beyond this (PRODUCT.md section 3). */
export const DAYS_LATER_ALLOWED = 30;

/**
 * The fields whose change a voter could weigh (PRODUCT.md section 3). `before` is the revision that was put before the
 * board, not the charter as saved last: many small steps are one large one. A lower budget in the same currency and an
 * end earlier or at most 30 days later are not material; nor is when portability was last tested. That a KPI was
 * redefined is no edit of the charter: the redefinition itself dismisses votes, or asks the board.
 */
export function materialChanges(before: CharterContent, after: CharterContent): (keyof CharterContent)[] {
  return MATERIAL_FIELDS.filter((field) => {
    if (field === 'budget') return budgetRises(before.budget, after.budget);
    if (field === 'endDate') return endsMuchLater(before.endDate, after.endDate);
    if (field === 'kpis') return differ(before.kpis.map(effectOf), after.kpis.map(effectOf));
    if (field === 'resilience') return differ(planOf(before.resilience), planOf(after.resilience));
    return differ(before[field], after[field]);
  });
}

/** No budget counts as the highest one, but what it amounts to was never weighed: naming it is material, and dropping it. */
function budgetRises(before: Money | null, after: Money | null): boolean {
  if (!before || !after) return before !== after;
  return before.currency !== after.currency || Number(after.amount) > Number(before.amount);
}

/** Without an end it runs for ever: setting one shortens, dropping it prolongs. */
function endsMuchLater(before: string | null, after: string | null): boolean {
  if (before === null) return false;
  return after === null || daysBetween(before, after) > DAYS_LATER_ALLOWED;
}

function effectOf({ revision: _pinned, ...effect }: CharterContent['kpis'][number]) {
  return effect;
}

function planOf({ portability, ...plan }: ResiliencePlan) {
  return { ...plan, portability: portabilityOf(portability) };
}

function portabilityOf(portability: Portability | null) {
  return { format: portability?.format ?? null, method: portability?.method ?? null };
}

/** Lists of links are sets: their order says nothing. */
function differ(before: unknown, after: unknown): boolean {
  return canonical(before) !== canonical(after);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).toSorted().join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).toSorted(([a], [b]) => a.localeCompare(b));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`;
}
