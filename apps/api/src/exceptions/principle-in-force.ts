import type { EntityManager } from 'typeorm';
import { Problems } from '../platform/problems/problem';

/** 409 unless the principle is in force: from one that left the strategy there is nothing to deviate. */
export async function refusePrinciple(tx: EntityManager, principleId: string): Promise<void> {
  const [{ code, inForce }] = await tx.query<[{ code: string; inForce: boolean }]>(
    `SELECT p.code, EXISTS (SELECT 1 FROM principle_revision r JOIN strategy_version v ON v.id = r.strategy_version_id
                             WHERE r.principle_id = p.id AND v.status = 'in_force') AS "inForce"
       FROM principle p WHERE p.id = $1`,
    [principleId],
  );
  if (!inForce) throw Problems.rule('exception-principle-not-in-force', { principle: code });
}
