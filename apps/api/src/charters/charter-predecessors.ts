import { predecessorCycle } from '@sightline/rules';
import type { EntityManager } from 'typeorm';
import { Problems } from '../platform/problems/problem';

/** Any number of our own; taken before a charter's row by everybody who links predecessors. */
const TURN = 715_601;

/** Two charters named as each other's predecessor at the same moment would both see no cycle: one waits for the other. */
export async function takePredecessorTurn(tx: EntityManager): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [TURN]);
}

/** Every link that can be reached from the wanted predecessors. */
const LINKS = `
  WITH RECURSIVE before AS (
    SELECT p AS id FROM unnest($1::uuid[]) p
    UNION
    SELECT l.predecessor_id FROM before b JOIN charter_predecessor l ON l.charter_id = b.id)
  SELECT l.charter_id AS charter, array_agg(l.predecessor_id) AS predecessors
    FROM before b JOIN charter_predecessor l ON l.charter_id = b.id GROUP BY l.charter_id`;

/** Refuses (409) predecessors that would make a charter wait for itself. */
export async function refuseCycle(
  tx: EntityManager,
  charterId: string,
  predecessors: readonly string[],
): Promise<void> {
  if (predecessors.length === 0) return;
  const links = await tx.query<{ charter: string; predecessors: string[] }[]>(LINKS, [predecessors]);
  const standing = new Map(links.map((link) => [link.charter, link.predecessors]));
  const cycle = predecessorCycle(charterId, predecessors, standing);
  if (!cycle) return;
  const codes = await tx.query<{ code: string }[]>(
    'SELECT c.code FROM unnest($1::uuid[]) WITH ORDINALITY AS w (id, at) JOIN charter c ON c.id = w.id ORDER BY w.at',
    [cycle],
  );
  throw Problems.rule('predecessor-cycle', { charters: codes.map(({ code }) => code) });
}
