import type { DataSource } from 'typeorm';
import { givenUser } from './given';

/** Somebody of a party outside the company. */
export async function givenOutsider(
  db: DataSource,
  { party = 'Northwind Consulting', name }: { party?: string; name?: string } = {},
): Promise<{ id: string; partyId: string }> {
  await db.query(`INSERT INTO party (name, kind) VALUES ($1, 'partner') ON CONFLICT DO NOTHING`, [party]);
  const [row] = await db.query<[{ id: string }]>('SELECT id FROM party WHERE lower(name) = lower($1)', [party]);
  const id = await givenUser(db, { roles: ['external'], partyId: row.id, ...(name && { name }) });
  return { id, partyId: row.id };
}
