import type { ImpactEntry, ImpactPrinciple, MandateGap, PrincipleRevision, StrategyImpact } from '@sightline/contracts';
import { hasConditions, mandateState } from '@sightline/rules';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problems } from '../platform/problems/problem';
import { comparedVersions } from './compared-versions';
import type { StrategyImpactRequest } from './strategy-comparison.requests';
import { IMPACT, PRINCIPLES } from './strategy-impact.query';

/** What would lose its footing if a version were ratified now (PRODUCT.md section 8). */
@Injectable()
export class StrategyImpactService {
  constructor(private readonly db: DataSource) {}

  async of(n: string, { kind, page, pageSize }: StrategyImpactRequest): Promise<StrategyImpact> {
    const { version, former } = await comparedVersions(this.db, n);
    const orders = untranslatedBy(await this.db.query<Translating[]>(TRANSLATING, [version.id, former?.id ?? null]));
    const wanted = [version.id, former?.id ?? null];
    const [[found], principles] = await Promise.all([
      this.db.query<Pick<StrategyImpact, 'figures' | 'items' | 'total'>[]>(IMPACT, [
        ...wanted,
        JSON.stringify(orders.map(({ id, principles: rests }) => ({ id, principles: rests }))),
        kind ?? null,
        pageSize,
        (page - 1) * pageSize,
      ]),
      this.db.query<ImpactPrinciple[]>(PRINCIPLES, wanted),
    ]);
    if (!found) throw Problems.notFound('strategy-version');
    const gaps = new Map(orders.map(({ id, missing }) => [id, missing]));
    const items = found.items.map((item: ImpactEntry) => ({ ...item, missing: gaps.get(item.record.id) ?? [] }));
    return { version, inForce: former?.number ?? null, ...found, principles, items, page, pageSize };
  }
}

/** A principle that translates an order, in the version that is looked at ($1) or in the one in force ($2). */
interface Translating extends Pick<PrincipleRevision, 'applicability' | 'decisionTable'> {
  mandate: string;
  principle: string;
  next: boolean;
  guidance: boolean;
}
const TRANSLATING = `
  SELECT r.mandate_id AS mandate, r.principle_id AS principle, r.strategy_version_id = $1 AS next, r.applicability,
         r.decision_table AS "decisionTable", trim(r.exception_guidance) <> '' AS guidance
    FROM principle_revision r WHERE r.mandate_id IS NOT NULL AND r.strategy_version_id IN ($1, $2)
   ORDER BY r.mandate_id, r.principle_id`;

/** Orders that are translated today and would not be with the next version in force. */
function untranslatedBy(all: readonly Translating[]): { id: string; principles: string[]; missing: MandateGap[] }[] {
  const stateOf = (rows: readonly Translating[]) =>
    mandateState(rows.map((row) => ({ status: 'in_force', conditions: hasConditions(row), guidance: row.guidance })));
  return [...new Set(all.map(({ mandate }) => mandate))].flatMap((id) => {
    const rows = all.filter(({ mandate }) => mandate === id);
    const now = rows.filter(({ next }) => !next);
    const { state, missing } = stateOf(rows.filter(({ next }) => next));
    if (state === 'translated' || stateOf(now).state !== 'translated') return [];
    return [{ id, principles: now.map(({ principle }) => principle), missing }];
  });
}
