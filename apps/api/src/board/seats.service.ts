import { Injectable } from '@nestjs/common';
import type { Board, PutSeats, SignedInUser } from '@sightline/contracts';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import { demand } from '../platform/access/demand';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { type InvalidField, Problems } from '../platform/problems/problem';
import { resolveReferences } from '../platform/records/resolve-reference';
import { VOTING_ROLES } from './ballot.facts';
import { isSettled, readBoard } from './board.query';
import { lockBoard, touchBoard } from './boards.service';
import { onlyFreesLeavers, planSeats, type SeatPlan, type StandingSeat, type WantedSeat } from './seat-plan';

/** Who sits on a board. */
@Injectable()
export class SeatsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly auditTrail: AuditTrail,
  ) {}

  /**
   * Sets all seats of a board until its first decision. Afterwards (409 `board-settled`) they change by its own
   * decision only, but an administrator may free the seat of somebody who left.
   */
  put(reference: string, version: number, { seats }: PutSeats, by: SignedInUser): Promise<Board> {
    return this.unitOfWork.write(async (tx) => {
      const board = await lockBoard(tx, reference, version);
      demand(by, 'board.manage');
      const standing = await tx.query<StandingSeat[]>(STANDING_SEATS, [board.id]);
      const plan = planSeats(standing, await this.wanted(tx, board.id, seats));
      if (await isSettled(tx, board.id)) {
        if (!by.roles.includes('admin') || !onlyFreesLeavers(standing, plan)) throw Problems.rule('board-settled');
      } else {
        await requireVoters(tx, seats, [...plan.changed, ...plan.added]);
      }
      await carryOut(tx, board.id, plan);
      await touchBoard(tx, board);
      await this.auditTrail.record(tx, {
        action: 'board.seats-changed',
        recordType: 'board',
        recordId: board.id,
        before: { seats: standing.map(asWanted) },
        after: { seats: (await tx.query<StandingSeat[]>(STANDING_SEATS, [board.id])).map(asWanted) },
      });
      return readBoard(tx, board.id);
    });
  }

  private async wanted(tx: EntityManager, boardId: string, seats: PutSeats['seats']): Promise<WantedSeat[]> {
    const constituencies = await constituencyIds(tx, boardId, seats);
    const held = seats.flatMap(({ holder }, at) => (holder ? [{ holder, at }] : []));
    const people = await resolveReferences(
      tx,
      'person',
      held.map(({ holder }) => holder),
      (index) => holderOf(held[index]?.at ?? 0),
    );
    const holderIds = new Map(held.map(({ at }, index) => [at, people[index] ?? null]));
    requireOneSeatEach(holderIds);
    return seats.map(({ termEndsOn }, at) => ({
      constituencyId: constituencies[at] ?? '',
      holderId: holderIds.get(at) ?? null,
      termEndsOn: termEndsOn ?? null,
    }));
  }
}

const holderOf = (index: number): string => `/seats/${index}/holder`;

const STANDING_SEATS = `
  SELECT s.id, s.constituency_id AS "constituencyId", s.holder_id AS "holderId", s.term_ends_on::text AS "termEndsOn",
         coalesce(u.status IN ('active', 'invited'), true) AS "holderActive"
    FROM seat s LEFT JOIN app_user u ON u.id = s.holder_id
   WHERE s.board_id = $1 AND s.ended_at IS NULL ORDER BY s.id FOR UPDATE OF s`;

function asWanted({ id, constituencyId, holderId, termEndsOn }: StandingSeat): Record<string, string | null> {
  return { id, constituencyId, holderId, termEndsOn };
}

/** A constituency by its key, name or id. */
async function constituencyIds(tx: EntityManager, boardId: string, seats: PutSeats['seats']): Promise<string[]> {
  const rows = await tx.query<{ id: string; key: string; name: string }[]>(
    `SELECT id, key, lower(name) AS name FROM constituency WHERE board_id = $1`,
    [boardId],
  );
  const unknown: InvalidField[] = [];
  const ids = seats.map(({ constituency }, at) => {
    const wanted = constituency.toLowerCase();
    const found = rows.find(({ id, key, name }) => [id, key, name].includes(wanted));
    if (!found) {
      const params = { reference: constituency };
      unknown.push({ pointer: `/seats/${at}/constituency`, code: 'unknown-reference', params });
    }
    return found?.id ?? '';
  });
  if (unknown.length > 0) throw Problems.invalid(unknown);
  return ids;
}

/** One person holds one seat of a board. */
function requireOneSeatEach(holders: Map<number, string | null>): void {
  const seen = new Set<string>();
  for (const [at, holder] of holders) {
    if (holder && seen.has(holder)) throw Problems.invalid([{ pointer: holderOf(at), code: 'seated-twice' }]);
    if (holder) seen.add(holder);
  }
}

/** A seat is for internal people who may vote. */
async function requireVoters(tx: EntityManager, seats: PutSeats['seats'], plan: WantedSeat[]): Promise<void> {
  const newcomers = plan.flatMap(({ holderId }) => holderId ?? []);
  const unfit = await tx.query<{ id: string; email: string }[]>(
    `SELECT id, lower(email) AS email FROM app_user
      WHERE id = ANY ($1::uuid[])
        AND NOT (kind = 'internal' AND status IN ('active', 'invited') AND roles && $2::text[])`,
    [newcomers, VOTING_ROLES],
  );
  const errors = unfit.map(({ id, email }) => {
    const at = seats.findIndex(({ holder }) => [id, email].includes(holder?.toLowerCase() ?? ''));
    return { pointer: holderOf(Math.max(at, 0)), code: 'may-not-vote' };
  });
  if (errors.length > 0) throw Problems.invalid(errors);
}

/** Everybody gets up before anybody sits down, so that two members can swap. */
async function carryOut(tx: EntityManager, boardId: string, { changed, added, ended }: SeatPlan): Promise<void> {
  await tx.query(`UPDATE seat SET ended_at = now() WHERE id = ANY ($1::uuid[])`, [ended]);
  await tx.query(`UPDATE seat SET holder_id = NULL WHERE id = ANY ($1::uuid[])`, [changed.map(({ id }) => id)]);
  await tx.query(
    `UPDATE seat s SET holder_id = n."holderId", term_ends_on = n."termEndsOn"
       FROM jsonb_to_recordset($1::jsonb) AS n (id uuid, "holderId" uuid, "termEndsOn" date) WHERE s.id = n.id`,
    [JSON.stringify(changed)],
  );
  await tx.query(
    `INSERT INTO seat (board_id, constituency_id, holder_id, term_ends_on)
     SELECT $1, n."constituencyId", n."holderId", n."termEndsOn"
       FROM jsonb_to_recordset($2::jsonb) AS n ("constituencyId" uuid, "holderId" uuid, "termEndsOn" date)`,
    [boardId, JSON.stringify(added)],
  );
}
