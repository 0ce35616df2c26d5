import { Injectable } from '@nestjs/common';
import type { CharterContent, KpiRecord, Proposal } from '@sightline/contracts';
import { type CharterEffect, kpiCoverage } from '@sightline/rules';
import type { EntityManager } from 'typeorm';
import { KpiReadingService } from '../kpis/kpi-reading.service';

/** What an approval would do to the outcomes it cites: their coverage now, and with this charter counted. */
@Injectable()
export class KpiEffects {
  constructor(private readonly kpis: KpiReadingService) {}

  async of(tx: EntityManager, charterId: string, { kpis }: Pick<CharterContent, 'kpis'>): Promise<Proposal['effects']> {
    if (kpis.length === 0) return [];
    const cited = await this.kpis.many(
      kpis.map(({ kpi }) => kpi),
      tx,
    );
    return cited.map((kpi) => {
      const promised = kpis.find((link) => link.kpi === kpi.id);
      const others = kpi.charters.filter(({ approved }) => approved).map((one) => ({ ...one, reviewed: false }));
      const coverage = (effects: CharterEffect[]): number | null =>
        kpiCoverage(kpi, kpi.recent, effects)?.ratio ?? null;
      const without = others.filter(({ charter }) => charter.id !== charterId);
      return {
        kpi: { id: kpi.id, code: kpi.code, name: kpi.name },
        coverageBefore: coverage(others),
        coverageAfter: coverage(promised ? [...without, asApproved(charterId, kpi, promised)] : without),
      };
    });
  }
}

function asApproved(
  charterId: string,
  { charters }: KpiRecord,
  { from, to, by, confidence }: CharterContent['kpis'][number],
): CharterEffect {
  const charter = charters.find((one) => one.charter.id === charterId)?.charter;
  const reference = charter ?? { id: charterId, code: null, name: '' };
  return { charter: reference, status: 'approved', from, to, by, confidence, reviewed: false };
}
