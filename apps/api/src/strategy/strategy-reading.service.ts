import type { Page, StrategyVersion, StrategyVersionSummary } from '@sightline/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { listOf } from '../platform/lists/list';
import { ProblemException, Problems } from '../platform/problems/problem';
import { versionReference } from './strategy-draft.service';
import type { StrategyVersionList } from './strategy-version.requests';
import { readVersion, SUMMARY_JSON } from './strategy-version.query';

/** The strategy as it is read: in force, or any version. */
@Injectable()
export class StrategyReadingService {
  constructor(private readonly db: DataSource) {}

  /** 404 `no-strategy-in-force` before the first ratification. */
  async inForce(): Promise<StrategyVersion> {
    const version = await readVersion(this.db, { inForce: true });
    if (!version) throw new ProblemException({ status: 404, code: 'not-found', rule: 'no-strategy-in-force' });
    return version;
  }

  async version(reference: string): Promise<StrategyVersion> {
    const version = await readVersion(this.db, versionReference(reference));
    if (!version) throw Problems.notFound('strategy-version');
    return version;
  }

  versions(request: StrategyVersionList): Promise<Page<StrategyVersionSummary>> {
    return listOf(this.db, request, {
      from: 'strategy_version v',
      alias: 'v',
      item: SUMMARY_JSON,
      where: ['($1::text IS NULL OR v.status = $1)', '($2::text IS NULL OR v.number::text = $2)'],
      params: [request.status ?? null, request.q ? request.q.replace(/^v/i, '') : null],
      sort: { number: 'v.number', updatedAt: 'v.updated_at', ratifiedAt: 'v.ratified_at' },
      defaultSort: '-number',
    });
  }
}
