import type { Board } from '@sightline/contracts';
import type { EntityManager } from 'typeorm';
import { Problems } from '../platform/problems/problem';
import { isUuid } from '../platform/problems/validators';
import { instant, personOf } from '../platform/records/json-sql';

const SETTLED = `EXISTS (SELECT 1 FROM decision d JOIN proposal p ON p.id = d.proposal_id WHERE p.board_id = b.id)`;

/** A board `b` with its constituencies and seats. Seats that ended are history and left out. */
export const BOARD_JSON = `jsonb_build_object('id', b.id, 'version', b.version, 'createdAt', ${instant('b.created_at')},
  'createdBy', ${personOf('b.created_by')}, 'updatedAt', ${instant('b.updated_at')},
  'name', b.name, 'founding', b.founding, 'secretary', ${personOf('b.secretary_id')}, 'settled', ${SETTLED},
  'constituencies', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'key', c.key, 'name', c.name,
                       'isIt', c.is_it) ORDER BY c.position), '[]') FROM constituency c WHERE c.board_id = b.id),
  'seats', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'constituency', c.key,
              'holder', ${personOf('s.holder_id')}, 'termEndsOn', s.term_ends_on) ORDER BY c.position, s.id), '[]')
              FROM seat s JOIN constituency c ON c.id = s.constituency_id
             WHERE s.board_id = b.id AND s.ended_at IS NULL))`;

const READ_BOARD = `SELECT ${BOARD_JSON} AS board FROM board b WHERE b.id = $1`;
const IS_SETTLED = `SELECT ${SETTLED} AS settled FROM board b WHERE b.id = $1`;

/** One board, whole. Boards have no code; anything but an id names none. */
export async function readBoard(db: Pick<EntityManager, 'query'>, id: string): Promise<Board> {
  const [row] = isUuid(id) ? await db.query<{ board: Board }[]>(READ_BOARD, [id]) : [];
  if (!row) throw Problems.notFound('board');
  return row.board;
}

/** Whether the board has decided anything yet. */
export async function isSettled(tx: EntityManager, id: string): Promise<boolean> {
  const [{ settled }] = await tx.query<[{ settled: boolean }]>(IS_SETTLED, [id]);
  return settled;
}
