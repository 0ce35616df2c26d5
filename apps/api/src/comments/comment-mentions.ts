import type { EntityManager } from 'typeorm';
import { isUuid } from '../platform/problems/validators';
import { Problems } from '../platform/problems/problem';
import { type CommentPlace, readersAmong } from './comment-places';

/**
 * Says whom a comment calls: active people who may read that place (400 for anybody else, as if there were nobody).
 * Whoever was called before keeps having seen it; whoever is not called any more is called no longer.
 */
export async function callPeople(
  tx: EntityManager,
  commentId: string,
  wanted: readonly string[],
  place: CommentPlace,
): Promise<void> {
  const people = [...new Set(wanted.map((id) => id.toLowerCase()))];
  const readers = await readersAmong(tx, people.filter(isUuid), place);
  const unknown = people.flatMap((id, at) => (readers.some((reader) => reader.id === id) ? [] : [at]));
  if (unknown.length > 0)
    throw Problems.invalid(unknown.map((at) => ({ pointer: `/mentions/${at}`, code: 'cannot-read-this' })));
  await tx.query('DELETE FROM comment_mention WHERE comment_id = $1 AND person_id <> ALL ($2::uuid[])', [
    commentId,
    people,
  ]);
  await tx.query(
    `INSERT INTO comment_mention (comment_id, person_id) SELECT $1, unnest($2::uuid[]) ON CONFLICT DO NOTHING`,
    [commentId, people],
  );
}
