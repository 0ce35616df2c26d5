import { Injectable } from '@nestjs/common';
import type { Board, BoardChanges, Page, SignedInUser } from '@sightline/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import { demand } from '../platform/access/demand';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { containing, listOf } from '../platform/lists/list';
import type { ListRequest } from '../platform/lists/list-request';
import { Problems } from '../platform/problems/problem';
import { isUuid } from '../platform/problems/validators';
import { requireVersion } from '../platform/records/if-match';
import { resolveReference } from '../platform/records/resolve-reference';
import { BoardEntity } from './board.entity';
import { BOARD_JSON, isSettled, readBoard } from './board.query';

/** The boards of the organisation. Set-up makes the founding one; nothing else makes one yet. */
@Injectable()
export class BoardsService {
  constructor(
    private readonly db: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly auditTrail: AuditTrail,
  ) {}

  list(request: ListRequest): Promise<Page<Board>> {
    return listOf<Board>(this.db, request, {
      from: 'board b',
      alias: 'b',
      item: BOARD_JSON,
      where: ['($1::text IS NULL OR b.name ILIKE $1)'],
      params: [request.q ? containing(request.q) : null],
      sort: { name: 'lower(b.name)', createdAt: 'b.created_at' },
      defaultSort: 'name',
    });
  }

  get(reference: string): Promise<Board> {
    return readBoard(this.db.manager, reference);
  }

  /** Name and secretary, until the board's first decision; afterwards it changes by its own decision only. */
  change(reference: string, version: number, changes: BoardChanges, by: SignedInUser): Promise<Board> {
    return this.unitOfWork.write(async (tx) => {
      const board = await lockBoard(tx, reference, version);
      demand(by, 'board.manage');
      if (await isSettled(tx, board.id)) throw Problems.rule('board-settled');
      const before = { name: board.name, secretaryId: board.secretaryId };
      if (changes.name !== undefined) board.name = changes.name;
      if (changes.secretary !== undefined) board.secretaryId = await this.secretaryOf(tx, changes.secretary);
      await touchBoard(tx, board);
      await this.auditTrail.record(tx, {
        action: 'board.changed',
        recordType: 'board',
        recordId: board.id,
        before,
        after: { name: board.name, secretaryId: board.secretaryId },
      });
      return readBoard(tx, board.id);
    });
  }

  /** Whoever keeps the board's papers needs the role that lets them. */
  private async secretaryOf(tx: EntityManager, reference: string | null): Promise<string | null> {
    if (reference === null) return null;
    const id = await resolveReference(tx, 'person', reference, '/secretary');
    const [row] = await tx.query<{ fits: boolean }[]>(
      `SELECT kind = 'internal' AND status IN ('active', 'invited') AND 'board_secretary' = ANY (roles) AS fits
         FROM app_user WHERE id = $1`,
      [id],
    );
    if (!row?.fits) throw Problems.invalid([{ pointer: '/secretary', code: 'not-a-secretary' }]);
    return id;
  }
}

/** Takes a board at the version the client saw. 404, 412. */
export async function lockBoard(tx: EntityManager, reference: string, version: number): Promise<BoardEntity> {
  if (!isUuid(reference)) throw Problems.notFound('board');
  const board = await tx.findOne(BoardEntity, { where: { id: reference }, lock: { mode: 'pessimistic_write' } });
  if (!board) throw Problems.notFound('board');
  requireVersion(version, board.version);
  return board;
}

/** Writes a board with its next version. */
export async function touchBoard(tx: EntityManager, board: BoardEntity): Promise<void> {
  await tx.query(
    `UPDATE board SET name = $2, secretary_id = $3, version = version + 1, updated_at = now() WHERE id = $1`,
    [board.id, board.name, board.secretaryId],
  );
}
