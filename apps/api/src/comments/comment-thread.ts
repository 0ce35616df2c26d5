import type { Comment, CommentThread, SignedInUser } from '@sightline/contracts';
import type { EntityManager } from 'typeorm';
import { Problems } from '../platform/problems/problem';
import { isUuid } from '../platform/problems/validators';
import { type CommentPlace, mayRead } from './comment-places';
import { COMMENT_JSON, recordOf, type Runs } from './comment.query';

/** A thread as a change finds it. */
export interface StandingThread extends CommentPlace {
  id: string;
  record: { code: string };
  version: number;
  resolved: boolean;
  /** Who began it. */
  author: string;
  /** Who answers for the record that is talked about; null where nobody does by name. */
  answerable: string | null;
}

/** The thread this comment belongs to; 404 unless the reader may see it. */
export function findThread(db: Runs, id: string, reader: SignedInUser): Promise<StandingThread> {
  return standing(db, id, reader, STANDING);
}

/** The same, locked: of two that change a thread the second sees what the first did. */
export function lockThread(tx: EntityManager, id: string, reader: SignedInUser): Promise<StandingThread> {
  return standing(tx, id, reader, LOCKED);
}

async function standing(db: Runs, id: string, reader: SignedInUser, sql: string): Promise<StandingThread> {
  const [row] = isUuid(id) ? await db.query<StandingThread[]>(sql, [id]) : [];
  if (!row || !(await mayRead(db, reader, row))) throw Problems.notFound('comment');
  return row;
}

/** How the audit trail names a comment: by the record it is about. */
export function auditOf({ record }: Pick<StandingThread | CommentThread, 'record'>, id: string) {
  return { recordType: 'comment', recordId: id, recordCode: record.code };
}

export async function commentOf(db: Runs, id: string): Promise<Comment> {
  const [row] = await db.query<[{ comment: Comment }]>(
    `SELECT ${COMMENT_JSON} AS comment FROM comment c WHERE c.id = $1`,
    [id],
  );
  return row.comment;
}

const STANDING = `
  SELECT c.id, c.record_type AS "recordType", c.record_id AS "recordId", c.chapter, c.version, ${recordOf('c')} AS record,
         c.resolved_at IS NOT NULL AS resolved, c.created_by AS author,
         CASE c.record_type WHEN 'charter' THEN (SELECT lead_id FROM charter WHERE id = c.record_id) END AS answerable
    FROM comment c WHERE c.id = (SELECT coalesce(root_id, id) FROM comment WHERE id = $1::uuid)`;
const LOCKED = `${STANDING} FOR UPDATE OF c`;
