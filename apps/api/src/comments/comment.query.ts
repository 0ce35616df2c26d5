import type { CommentThread } from '@sightline/contracts';
import type { DataSource, EntityManager } from 'typeorm';
import { Problems } from '../platform/problems/problem';
import { instant, wordedOf } from '../platform/records/json-sql';

/** Somebody as everybody may see them who may see a comment: outsiders too, so without an address. */
export const authorOf = (column: string): string => `(SELECT jsonb_build_object('id', person.id, 'code', NULL,
  'name', person.name, 'external', person.kind = 'external') FROM app_user person WHERE person.id = ${column})`;
const namedOf = (
  column: string,
): string => `(SELECT jsonb_build_object('id', person.id, 'code', NULL, 'name', person.name)
  FROM app_user person WHERE person.id = ${column})`;

/** A record that is talked about, of the comment `alias` that began the thread. */
export const recordOf = (alias: string): string => `CASE ${alias}.record_type
  WHEN 'strategy_version' THEN (SELECT jsonb_build_object('id', v.id, 'code', 'v' || v.number, 'name', v.number::text)
    FROM strategy_version v WHERE v.id = ${alias}.record_id)
  WHEN 'charter' THEN (SELECT jsonb_build_object('id', h.id, 'code', h.code, 'name', h.title)
    FROM charter h WHERE h.id = ${alias}.record_id) END`;

const said = (alias: string): string => `jsonb_build_object('id', ${alias}.id, 'version', ${alias}.version,
  'createdAt', ${instant(`${alias}.created_at`)}, 'createdBy', ${authorOf(`${alias}.created_by`)},
  'updatedAt', ${instant(`${alias}.updated_at`)}, 'thread', coalesce(${alias}.root_id, ${alias}.id), 'text', ${alias}.text,
  'mentions', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'code', NULL, 'name', p.name) ORDER BY p.name), '[]')
     FROM comment_mention m JOIN app_user p ON p.id = m.person_id
    WHERE m.comment_id = ${alias}.id AND ${alias}.withdrawn_at IS NULL),
  'editedAt', ${instant(`${alias}.edited_at`)}, 'withdrawnAt', ${instant(`${alias}.withdrawn_at`)})`;

/** One comment of the alias `c`. */
export const COMMENT_JSON = said('c');
/** A thread by the comment it began with, of the alias `c`. */
export const THREAD_JSON = `${said('c')} || jsonb_build_object('recordType', c.record_type, 'record', ${recordOf('c')},
  'chapter', c.chapter, 'principle', ${wordedOf('principle', 'c.principle_id')},
  'anchor', CASE WHEN c.quote IS NOT NULL THEN jsonb_build_object('quote', c.quote, 'before', c.quote_before,
     'after', c.quote_after, 'block', c.quote_block) END,
  'resolvedAt', ${instant('c.resolved_at')}, 'resolvedBy', ${namedOf('c.resolved_by')},
  'replies', (SELECT coalesce(jsonb_agg(${said('a')} ORDER BY a.created_at, a.id), '[]') FROM comment a WHERE a.root_id = c.id))`;

/** Threads in which something is still said: one whose every comment was withdrawn is gone. */
export const STANDS = `(c.withdrawn_at IS NULL
  OR EXISTS (SELECT 1 FROM comment a WHERE a.root_id = c.id AND a.withdrawn_at IS NULL))`;

/** The DataSource for reads, the transaction's manager after a write. */
export type Runs = DataSource | EntityManager;

/** A thread as it stands, whoever asks. */
export async function readThread(db: Runs, id: string): Promise<CommentThread> {
  const [row] = await db.query<{ thread: CommentThread }[]>(
    `SELECT ${THREAD_JSON} AS thread FROM comment c WHERE c.id = $1 AND c.root_id IS NULL`,
    [id],
  );
  if (!row) throw Problems.notFound('comment');
  return row.thread;
}
