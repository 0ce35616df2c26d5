import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../../src/audit/audit-trail.service';
import { type Company, NAMES, type Name, SEATED } from './company';
import type { Action, History, Run } from './history';
import { count } from './history';

const WHO: readonly Name[] = [
  'business1',
  'business2',
  'data',
  'security',
  'it1',
  'it2',
  'sponsor',
  'itLead',
  'champion',
  'steward',
  'lead',
  'spareBusiness',
];

async function change(history: History, who: Name, changes: object): Promise<void> {
  const id = history.company.people[who];
  const by = history.random.chance(0.9) ? 'admin' : 'cio';
  await history.ask(by, 'PATCH', `/users/${id}`, changes, await history.versionOf('app_user', id));
  history.touched.add(who);
}

async function loseRoles(history: History): Promise<void> {
  const who = history.random.pick(WHO);
  await change(history, who, { roles: history.random.pick([['auditor'], ['steward'], ['board_member']]) });
}

async function moveUnit(history: History): Promise<void> {
  const who = history.random.pick(WHO);
  await change(history, who, {
    businessUnit: history.random.pick([history.company.itUnit, history.company.businessUnit]),
  });
}

interface Seat {
  id: string;
  constituencyId: string;
  holderId: string | null;
  termEndsOn: string | null;
}
const SEATS = `
  SELECT id, constituency_id AS "constituencyId", holder_id AS "holderId", term_ends_on::text AS "termEndsOn"
    FROM seat WHERE board_id = $1 AND ended_at IS NULL ORDER BY id FOR UPDATE`;

/** As a decision of the board about itself will do it: people get up, others sit down, and the trail says so. */
async function moveSeats(run: Run, { board }: Company, move: (seats: Seat[]) => Seat[]): Promise<void> {
  await run.api.db.transaction(async (tx: EntityManager) => {
    const before = await tx.query<Seat[]>(SEATS, [board.id]);
    const after = move(before.map((seat) => ({ ...seat })));
    await tx.query('UPDATE seat SET holder_id = NULL WHERE board_id = $1 AND ended_at IS NULL', [board.id]);
    for (const { id, holderId } of after)
      await tx.query('UPDATE seat SET holder_id = $2 WHERE id = $1', [id, holderId]);
    await run.api.get(AuditTrail).record(tx, {
      action: 'board.seats-changed',
      recordType: 'board',
      recordId: board.id,
      before: { seats: before },
      after: { seats: after },
    });
  });
}

async function changeHolder(history: History): Promise<void> {
  const { random, company, run } = history;
  const newcomer = random.pick<Name | null>([
    'spareBusiness',
    'spareIt',
    'otherLead',
    'sponsor',
    'lead',
    'cio',
    'external',
    null,
  ]);
  history.seatsMoved = true;
  await moveSeats(run, company, (seats) => {
    const seat = random.pick(seats);
    const holderId = newcomer && company.people[newcomer];
    if (!seats.some((one) => one.holderId === holderId && holderId)) seat.holderId = holderId;
    return seats;
  });
  history.log.push(`a seat goes to ${newcomer ?? 'nobody'}`);
}

/** Through the API, which refuses it once the board has decided anything. */
async function putSeats(history: History): Promise<void> {
  const { company, run, random } = history;
  const [board] = await run.api.db.query<{ version: number }[]>('SELECT version FROM board WHERE id = $1', [
    company.board.id,
  ]);
  const seats = [{ constituency: 'business', holder: company.people.spareBusiness }];
  await history.ask(
    random.pick(['secretary', 'admin', 'lead'] as const),
    'PUT',
    `/boards/${company.board.id}/seats`,
    { seats },
    board?.version,
  );
  history.seatsMoved = true;
}

export const PEOPLE_ACTIONS: Action[] = [
  {
    name: 'suspend somebody',
    weight: 2,
    run: (history) => change(history, history.random.pick(WHO), { status: 'suspended' }),
  },
  {
    name: 'reinstate somebody',
    weight: 2,
    run: (history) => change(history, history.random.pick(WHO), { status: 'active' }),
  },
  { name: 'take roles away', weight: 1, run: loseRoles },
  { name: 'move to another unit', weight: 0.5, run: moveUnit },
  { name: 'another holder of a seat', weight: 1.5, run: changeHolder },
  { name: 'set the seats over the API', weight: 0.2, run: putSeats },
];

/** Everybody as they were, by the ways that leave a trail, so that the next history begins whole. */
export async function putRight(history: History, rolesOf: Record<Name, string[]>): Promise<void> {
  const { company, run } = history;
  for (const who of NAMES.filter((name) => history.touched.has(name))) {
    const businessUnit =
      WHO.includes(who) && ['it1', 'it2', 'lead', 'itLead', 'security'].includes(who)
        ? company.itUnit
        : company.businessUnit;
    const changes = { status: 'active', roles: rolesOf[who], businessUnit };
    const id = company.people[who];
    await history.ask('admin', 'PATCH', `/users/${id}`, changes, await history.versionOf('app_user', id));
  }
  if (!history.seatsMoved) return;
  count(run.tally.actionsByName, 'put the seats right');
  const { constituencies } = company.board;
  const wanted = Object.entries(SEATED).flatMap(([key, names]) =>
    names.map((name) => ({
      constituencyId: constituencies[key as keyof typeof SEATED],
      holderId: company.people[name as Name],
    })),
  );
  await moveSeats(run, company, (seats) => {
    const left = [...wanted];
    return seats.map((seat) => {
      const at = left.findIndex(({ constituencyId }) => constituencyId === seat.constituencyId);
      const [own] = at < 0 ? [] : left.splice(at, 1);
      return { ...seat, holderId: own?.holderId ?? null };
    });
  });
}
