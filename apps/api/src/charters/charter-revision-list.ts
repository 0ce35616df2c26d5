import type { CharterContent, CharterRevisionSummary } from '@sightline/contracts';
import type { DataSource } from 'typeorm';
import { instant } from '../platform/records/json-sql';
import { wholeContent } from './charter-content';
import { differencesBetween } from './charter-words';

const SQL = `
  SELECT r.number, r.reason, ${instant('r.created_at')} AS "createdAt", r.content,
         (SELECT jsonb_build_object('id', u.id, 'name', u.name) FROM app_user u WHERE u.id = r.created_by) AS "createdBy",
         EXISTS (SELECT 1 FROM proposal p JOIN proposal_snapshot s ON s.id = p.snapshot_id
                  LEFT JOIN change_request q ON q.id = p.change_request_id
                 WHERE p.status = 'approved' AND s.revision = r.number
                   AND r.charter_id IN (p.charter_id, q.charter_id)) AS approved
    FROM charter_revision r WHERE r.charter_id = $1 ORDER BY r.number`;

type Row = Omit<CharterRevisionSummary, 'changed'> & { content: CharterContent };

/** Every revision that was before the board, the last first, each with what it changed against the one before. */
export async function readRevisions(db: DataSource, charterId: string): Promise<CharterRevisionSummary[]> {
  const rows = await db.query<Row[]>(SQL, [charterId]);
  const changed = await differencesBetween(
    db,
    rows.map(({ content }, at) => [wholeContent(rows[at - 1]?.content ?? content), wholeContent(content)]),
  );
  return rows.map(({ content: _content, ...row }, at) => ({ ...row, changed: changed[at] ?? [] })).reverse();
}
