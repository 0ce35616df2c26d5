import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { DecisionSubject } from '@sightline/contracts';
import type { EntityManager } from 'typeorm';

/** What is written down once and voted on: the subject in readable words, and the KPIs it cites as they stand. */
export interface SnapshotBody {
  format: 1;
  proposal: string;
  /** Counts up with each snapshot of a proposal, so that a hash never comes back. */
  number: number;
  subjectType: DecisionSubject;
  revision: number | null;
  reason: string | null;
  content: Record<string, unknown>;
  kpis: ({ code: string } & Record<string, unknown>)[];
}

export interface NewSnapshot {
  proposalId: string;
  revision: number | null;
  content: Record<string, unknown>;
  reason: string | null;
  by: string;
}

const NEXT_SQL = `
  SELECT p.code, p.subject_type AS "subjectType",
    1 + (SELECT count(*)::int FROM proposal_snapshot s WHERE s.proposal_id = p.id) AS number,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('code', k.code, 'name', k.name, 'kind', r.kind, 'unit', r.unit,
              'direction', r.direction, 'definition', r.definition, 'revision', r.number,
              'baseline', jsonb_build_object('value', r.baseline_value, 'date', r.baseline_date),
              'target', jsonb_build_object('value', r.target_value, 'date', r.target_date,
                                           'lower', r.lower_limit, 'upper', r.upper_limit),
              'owner', (SELECT u.name FROM app_user u WHERE u.id = k.owner_id),
              'driver', (SELECT jsonb_build_object('code', i.code, 'name', w.name, 'weight', w.weight)
                           FROM driver i JOIN driver_revision w ON w.driver_id = i.id
                           JOIN strategy_version v ON v.id = w.strategy_version_id
                          WHERE i.id = k.driver_id
                          ORDER BY v.status = 'in_force' DESC, v.number DESC LIMIT 1)) ORDER BY k.code), '[]')
       FROM proposal_kpi c
       JOIN kpi k ON k.id = c.kpi_id
       JOIN kpi_revision r ON r.id = k.current_revision_id
      WHERE c.proposal_id = p.id) AS kpis
    FROM proposal p WHERE p.id = $1`;

interface Next extends Pick<SnapshotBody, 'number' | 'subjectType' | 'kpis'> {
  code: string;
}

/** A snapshot as it is to be written down; `text` is what `hash` is the SHA-256 of. */
export interface ComposedSnapshot {
  number: number;
  text: string;
  hash: string;
}

/** The next snapshot of a proposal, as RFC 8785 JSON, so that anybody can compute its SHA-256 again. */
export async function composeSnapshot(tx: EntityManager, taken: NewSnapshot): Promise<ComposedSnapshot> {
  const [{ code, ...next }] = await tx.query<[Next]>(NEXT_SQL, [taken.proposalId]);
  const text = canonicalText({
    format: 1,
    proposal: code,
    revision: taken.revision,
    reason: taken.reason,
    content: taken.content,
    ...next,
  });
  return { number: next.number, text, hash: createHash('sha256').update(text).digest('hex') };
}

/**
 * Writes the next snapshot of a proposal and makes it the one that is voted on; votes on the one before no longer
 * count. The caller holds the proposal's row.
 */
export async function takeSnapshot(tx: EntityManager, taken: NewSnapshot): Promise<{ id: string; hash: string }> {
  const { number, text, hash } = await composeSnapshot(tx, taken);
  const [{ id }] = await tx.query<[{ id: string }]>(
    `INSERT INTO proposal_snapshot (proposal_id, number, revision, body, hash, reason, taken_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
    [taken.proposalId, number, taken.revision, text, hash, taken.reason, taken.by],
  );
  await tx.query(`UPDATE proposal SET snapshot_id = $2, version = version + 1, updated_at = now() WHERE id = $1`, [
    taken.proposalId,
    id,
  ]);
  return { id, hash };
}

function canonicalText(body: SnapshotBody): string {
  const text = canonicalize(body);
  if (text === undefined) throw new TypeError('A snapshot has to be an object.');
  return text;
}
