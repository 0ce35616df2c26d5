import type { KpiOverview, KpiStatus } from '@sightline/contracts';
import { KPI_STATUSES } from '@sightline/contracts';
import type { JudgedKpi } from './kpi-figures';

/** All KPIs in figures. Technical ones are counted apart: they say nothing about an outcome. */
export function overviewOf(kpis: readonly JudgedKpi[]): Omit<KpiOverview, 'needSomeone' | 'attention'> {
  const business = kpis.filter((kpi) => kpi.kind !== 'technical');
  const count = (status: KpiStatus): number => business.filter((kpi) => kpi.status === status).length;
  return {
    total: kpis.length,
    statuses: Object.fromEntries(KPI_STATUSES.map((status) => [status, count(status)])) as Record<KpiStatus, number>,
    technical: kpis.length - business.length,
    incomplete: business.filter(({ missing }) => missing.length > 0).length,
    stale: business.filter(({ stale }) => stale).length,
  };
}

const URGENCY: Partial<Record<KpiStatus, number>> = { missed: 0, off_track: 0, at_risk: 1 };

/**
 * The business KPIs that need someone: missed, off track or at risk, and those whose readings stopped; the worst first,
 * the heavier first among equals. Within that the given order stays.
 */
export function needingSomeone(kpis: readonly JudgedKpi[]): JudgedKpi[] {
  const urgency = (kpi: JudgedKpi): number => (kpi.status && URGENCY[kpi.status]) ?? (kpi.stale ? 2 : 3);
  return kpis
    .filter((kpi) => kpi.kind !== 'technical' && urgency(kpi) < 3)
    .sort((a, b) => urgency(a) - urgency(b) || (b.weight ?? 0) - (a.weight ?? 0));
}
