import type { EntityManager } from 'typeorm';
import type { PartStatements } from './strategy-parts';

/** The identities a version holds, in reading order. */
export async function inOrder(tx: EntityManager, part: PartStatements, versionId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(part.inOrder, [versionId]);
  return rows.map((row) => row.id);
}

/** Moves one record to a place (1 is the first, beyond the end is the end) and numbers all of them without gaps. */
export async function placeAt(
  tx: EntityManager,
  part: PartStatements,
  { versionId, id, position = 1 }: { versionId: string; id?: string; position?: number },
): Promise<void> {
  const order = (await inOrder(tx, part, versionId)).filter((standing) => standing !== id);
  if (id) order.splice(position - 1, 0, id);
  await tx.query(part.place, [versionId, order]);
}
