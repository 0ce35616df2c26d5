import { BOARD } from './company/board';
import { MAIL_DOMAIN, ORGANISATION, PEOPLE, type SamplePerson, UNITS } from './company/people';
import { PARTIES } from './company/landscape';
import { insertRows, leaveCodesBehind } from './sample-rows';
import type { SampleStage } from './sample-stage';

/** How long ago the company began with Sightline, in days. */
export const SET_UP = 420;

/** Organisation, units, parties and people; everybody can sign in as a persona or not at all. */
export async function loadPeople(stage: SampleStage): Promise<void> {
  const { tx, ids, calendar } = stage;
  const at = calendar.ago(SET_UP, '09:00');
  const { name, currency, timeZone, language } = ORGANISATION;
  await insertRows(tx, 'organisation', [
    { id: 1, name, currency, time_zone: timeZone, language, kind: 'sample', version: 1, set_up_at: at, updated_at: at },
  ]);
  for (const person of PEOPLE) ids.add(person.name);
  await insertUnits(stage, at);
  await insertPeople(stage, at);
  await insertParties(stage);
  await tx.query(
    `UPDATE app_user u SET party_id = p.id FROM party p, jsonb_to_recordset($1::jsonb) AS e(person uuid, party uuid)
      WHERE u.id = e.person AND p.id = e.party`,
    [
      JSON.stringify(
        PEOPLE.filter(({ party }) => party).map((one) => ({ person: ids.of(one.name), party: ids.orNull(one.party) })),
      ),
    ],
  );
}

async function insertUnits({ tx, ids, history, calendar }: SampleStage, at: string): Promise<void> {
  const actor = ids.of('Anouk Visser');
  const units = Object.entries(UNITS).map(([name, kind], index) => {
    const code = `BU-${String(index + 1).padStart(2, '0')}`;
    return { id: ids.add(name), code, name, kind, version: 1, created_at: at, updated_at: at };
  });
  await insertRows(tx, 'business_unit', units);
  await leaveCodesBehind(
    tx,
    'code_business_unit',
    units.map(({ code }) => code),
  );
  history.add({ at, actor, action: 'organisation.set_up', recordType: 'organisation', after: ORGANISATION });
  for (const { id, code, name, kind } of units) {
    const created = { action: 'business_unit.created', recordType: 'business_unit', recordId: id, recordCode: code };
    history.add({ ...created, at: calendar.ago(SET_UP, '09:10'), actor, after: { name, kind } });
  }
}

async function insertPeople({ tx, ids, history, calendar }: SampleStage, at: string): Promise<void> {
  await insertRows(
    tx,
    'app_user',
    PEOPLE.map((person) => ({
      id: ids.of(person.name),
      email: mailOf(person),
      name: person.name,
      kind: person.party ? 'external' : 'internal',
      status: person.status ?? 'active',
      roles: person.roles,
      business_unit_id: ids.orNull(person.unit),
      persona: person.persona ?? null,
      version: 1,
      created_at: at,
      updated_at: at,
    })),
  );
  for (const person of PEOPLE) {
    history.add({
      at: calendar.ago(SET_UP, '09:30'),
      actor: ids.of('Anouk Visser'),
      action: 'user.invited',
      recordType: 'user',
      recordId: ids.of(person.name),
      after: { name: person.name, email: mailOf(person), roles: person.roles },
      personal: ['/name', '/email'],
    });
  }
}

async function insertParties({ tx, ids, calendar, history }: SampleStage): Promise<void> {
  const at = calendar.ago(SET_UP - 6, '11:00');
  const actor = ids.of('Ingrid Halvorsen');
  const parties = PARTIES.map(({ code, name, kind, costCentre = null }) => {
    const base = { version: 1, created_at: at, created_by: actor, updated_at: at };
    return { id: ids.add(code, name), code, name, kind, cost_centre: costCentre, ...base };
  });
  await insertRows(tx, 'party', parties);
  await leaveCodesBehind(
    tx,
    'code_party',
    PARTIES.map(({ code }) => code),
  );
  for (const { id, code, name, kind } of parties) {
    const created = { action: 'party.created', recordType: 'party', recordId: id, recordCode: code };
    history.add({ ...created, at, actor, after: { name, kind } });
  }
}

/** The board that founds the strategy and decides everything after it. */
export async function loadBoard({ tx, ids, calendar, history }: SampleStage): Promise<void> {
  const at = calendar.ago(SET_UP, '10:00');
  const actor = ids.of('Anouk Visser');
  const { name, secretary, constituencies } = BOARD;
  const board = ids.add(name);
  const since = { version: 1, created_at: at, created_by: actor, updated_at: at };
  await insertRows(tx, 'board', [{ id: board, name, founding: true, secretary_id: ids.of(secretary), ...since }]);
  await insertRows(
    tx,
    'constituency',
    constituencies.map(({ key, name: label, isIt }, position) => {
      return { id: ids.add(constituencyName(key)), board_id: board, key, name: label, is_it: isIt, position };
    }),
  );
  const seats = constituencies.flatMap(({ key, holders }) => holders.map((holder) => ({ key, holder })));
  await insertRows(
    tx,
    'seat',
    seats.map(({ key, holder }) => ({
      id: ids.add(seatName(holder)),
      board_id: board,
      constituency_id: ids.of(constituencyName(key)),
      holder_id: ids.of(holder),
      term_ends_on: calendar.monthEnd(25),
      created_at: at,
    })),
  );
  const after = { name, secretary: ids.of(secretary), constituencies: constituencies.map(({ key }) => key) };
  history.add({ at, actor, action: 'board.founded', recordType: 'board', recordId: board, after });
}

export const constituencyName = (key: string): string => `constituency ${key}`;
export const seatName = (holder: string): string => `seat of ${holder}`;

function mailOf({ name, party }: SamplePerson): string {
  const local = name.toLowerCase().replace(/[^a-z]+/g, '.');
  const domain = party ? `${party.toLowerCase().replace(/[^a-z]+/g, '-')}.example` : MAIL_DOMAIN;
  return `${local}@${domain}`;
}
