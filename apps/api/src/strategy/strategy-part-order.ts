import type { EntityManager } from 'typeorm';
import type { StrategyPart } from './strategy-parts';

/** The identities a version holds, in reading order. */
export async function inOrder(tx: EntityManager, part: StrategyPart, versionId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT r.${part.kind}_id AS id FROM ${part.kind}_revision r JOIN ${part.kind} i ON i.id = r.${part.kind}_id
      WHERE r.strategy_version_id = $1 ORDER BY r.position, i.code`,
    [versionId],
  );
  return rows.map((row) => row.id);
}

/** Moves one record to a place (1 is the first, beyond the end is the end) and numbers all of them without gaps. */
export async function placeAt(
  tx: EntityManager,
  part: StrategyPart,
  { versionId, id, position = 1 }: { versionId: string; id?: string; position?: number },
): Promise<void> {
  const order = (await inOrder(tx, part, versionId)).filter((standing) => standing !== id);
  if (id) order.splice(position - 1, 0, id);
  await tx.query(
    `UPDATE ${part.kind}_revision r SET position = o.place
       FROM unnest($2::uuid[]) WITH ORDINALITY AS o (id, place)
      WHERE r.strategy_version_id = $1 AND r.${part.kind}_id = o.id AND r.position <> o.place`,
    [versionId, order],
  );
}
