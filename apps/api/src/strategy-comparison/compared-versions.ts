import type { StrategyVersionSummary } from '@sightline/contracts';
import type { DataSource } from 'typeorm';
import { Problems } from '../platform/problems/problem';
import { versionReference } from '../strategy/strategy-draft.service';
import { SUMMARY_JSON } from '../strategy/strategy-version.query';

/** A version, and the one in force whose place it would take. */
export interface ComparedVersions {
  version: StrategyVersionSummary;
  former: { id: string; number: number } | null;
}

/** By number or id; 404 when there is no such version. */
export async function comparedVersions(db: DataSource, n: string): Promise<ComparedVersions> {
  const wanted = versionReference(n);
  const [row] = await db.query<ComparedVersions[]>(VERSIONS, [
    'id' in wanted ? wanted.id : null,
    'number' in wanted ? wanted.number : null,
  ]);
  if (!row) throw Problems.notFound('strategy-version');
  return row;
}

const VERSIONS = `
  SELECT ${SUMMARY_JSON} AS version,
         (SELECT jsonb_build_object('id', f.id, 'number', f.number) FROM strategy_version f WHERE f.status = 'in_force') AS former
    FROM strategy_version v WHERE v.id = $1::uuid OR v.number = $2::integer`;
