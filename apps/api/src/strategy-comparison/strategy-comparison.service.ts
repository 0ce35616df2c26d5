import type { StrategyApproval, StrategyDiff, StrategyVersion, StrategyVersionSummary } from '@sightline/contracts';
import { compareStrategies } from '@sightline/rules';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problems } from '../platform/problems/problem';
import { instant } from '../platform/records/json-sql';
import { versionReference } from '../strategy/strategy-draft.service';
import { readVersion, type WantedVersion } from '../strategy/strategy-version.query';
import { renderedProse } from './rendered-prose';

/** Any two versions held against each other, drafts included: whoever reads a version reads what is new in it. */
@Injectable()
export class StrategyComparison {
  constructor(private readonly db: DataSource) {}

  /** What version `n` says otherwise than `against`, or than the version in force. 404 for a version that is not there. */
  async diff(n: string, against: string | undefined): Promise<StrategyDiff> {
    const [from, to] = await Promise.all([
      this.version(against === undefined ? { inForce: true } : versionReference(against)),
      this.version(versionReference(n)),
    ]);
    return { from: summaryOf(from), to: summaryOf(to), ...compareStrategies(from, to, renderedProse) };
  }

  /** The last version somebody voted for in the words it has today: one that came back and was changed is none. */
  async approval(userId: string): Promise<StrategyApproval> {
    const [version] = await this.db.query<NonNullable<StrategyApproval['version']>[]>(APPROVED, [userId]);
    return { version: version ?? null };
  }

  private async version(wanted: WantedVersion): Promise<StrategyVersion> {
    const version = await readVersion(this.db, wanted);
    if (!version) throw Problems.notFound('strategy-version');
    return version;
  }
}

const APPROVED = `
  SELECT v.number, ${instant('w.cast_at')} AS "castAt", jsonb_build_object('id', p.id, 'code', p.code, 'name', p.title) AS proposal
    FROM strategy_version v
    JOIN LATERAL (SELECT * FROM proposal WHERE strategy_version_id = v.id ORDER BY submitted_at DESC LIMIT 1) p ON true
    JOIN counted_vote w ON w.proposal_id = p.id
   WHERE v.status <> 'draft' AND w.user_id = $1 AND w.choice = 'approve'
   ORDER BY v.number DESC LIMIT 1`;

function summaryOf(version: StrategyVersion): StrategyVersionSummary {
  const { id, number, status, reviewBy, ratifiedAt, supersededAt, contentHash } = version;
  const { createdAt, createdBy, updatedAt } = version;
  const base = { id, version: version.version, createdAt, createdBy, updatedAt };
  return { ...base, number, status, reviewBy, ratifiedAt, supersededAt, contentHash };
}
