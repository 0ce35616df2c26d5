import type { SetUp, UnitKind } from '@sightline/contracts';
import type { EntityManager } from 'typeorm';
import { newId } from '../platform/records/new-id';
import type { FoundingPerson } from './set-up-people';

/** Who got which id, by e-mail address. */
export interface PersonIds {
  of(email: string): string;
}

export async function insertOrganisation(tx: EntityManager, organisation: SetUp['organisation']): Promise<void> {
  const { name, currency, timeZone, language } = organisation;
  await tx.query(
    `INSERT INTO organisation (name, currency, time_zone, language, kind) VALUES ($1, $2, $3, $4, 'own')`,
    [name, currency, timeZone, language],
  );
}

/** Everybody named in the set-up, with a unit of their kind; the administrator can sign in at once. */
export async function insertPeople(
  tx: EntityManager,
  people: FoundingPerson[],
  administrator: string,
  passwordHash: string,
): Promise<PersonIds> {
  const ids = new Map<string, string>();
  const units = new Map<UnitKind, string>();
  for (const { email, name, roles, unit } of people) {
    const isAdministrator = email.toLowerCase() === administrator.toLowerCase();
    const unitId = units.get(unit) ?? (await insertUnit(tx, unit));
    units.set(unit, unitId);
    const id = newId();
    ids.set(email.toLowerCase(), id);
    await tx.query(
      `INSERT INTO app_user (id, email, name, kind, status, roles, business_unit_id, password_hash)
       VALUES ($1, $2, $3, 'internal', $4, $5, $6, $7)`,
      [id, email, name, isAdministrator ? 'active' : 'invited', roles, unitId, isAdministrator ? passwordHash : null],
    );
  }
  return { of: (email) => ids.get(email.toLowerCase()) ?? '' };
}

const UNIT_NAMES: Record<UnitKind, string> = { business: 'Business', it: 'IT' };

async function insertUnit(tx: EntityManager, kind: UnitKind): Promise<string> {
  const id = newId();
  await tx.query('INSERT INTO business_unit (id, name, kind) VALUES ($1, $2, $3)', [id, UNIT_NAMES[kind], kind]);
  return id;
}

/** The board that decides version 1 of the strategy; answers its id. */
export async function insertFoundingBoard(tx: EntityManager, board: SetUp['board'], ids: PersonIds): Promise<string> {
  const boardId = newId();
  await tx.query('INSERT INTO board (id, name, founding, secretary_id) VALUES ($1, $2, true, $3)', [
    boardId,
    board.name,
    ids.of(board.secretary.email),
  ]);
  for (const [position, { key, name, isIt, seats }] of board.constituencies.entries()) {
    const constituencyId = newId();
    await tx.query(
      'INSERT INTO constituency (id, board_id, key, name, is_it, position) VALUES ($1, $2, $3, $4, $5, $6)',
      [constituencyId, boardId, key, name, isIt, position],
    );
    await tx.query('INSERT INTO seat (board_id, constituency_id, holder_id) SELECT $1, $2, unnest($3::uuid[])', [
      boardId,
      constituencyId,
      seats.map(({ email }) => ids.of(email)),
    ]);
  }
  return boardId;
}
