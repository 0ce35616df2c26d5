import type { AuditEvent, AuditVerification, BusinessUnit, Mandate, Page, User } from '@sightline/contracts';
import { Client } from '../../test/client';
import { givenPersona, givenUser } from '../../test/given';
import { type RunningApi, startApi } from '../../test/start-api';
import { Upkeep } from '../platform/database/upkeep';
import { sha256 } from './audit-event';
import { CHAIN_HEAD } from './chain-check.sql';
import { GENESIS, linkHash } from './chain-link';
import { Sealer } from './sealer.service';

describe('the audit trail', () => {
  let api: RunningApi;
  let admin: Client;

  beforeAll(async () => {
    api = await startApi();
    admin = await api.signInAs('admin');
  });
  afterAll(() => api.stop());

  const eventsOf = async (query: string): Promise<AuditEvent[]> =>
    (await admin.get<Page<AuditEvent>>(`/audit?${query}`)).body.items;
  const verify = async (): Promise<AuditVerification> => (await admin.get<AuditVerification>('/audit/verify')).body;
  /** Transactions of other specs on the same server can hold the sealer up for a moment. */
  const sealAll = async (): Promise<void> => {
    for (let open = 1; open > 0;) {
      await api.get(Sealer).seal();
      const [row] = await api.owner.query<{ open: number }[]>(
        'SELECT (SELECT count(*) FROM audit_event)::int - (SELECT count(*) FROM audit_chain)::int AS open',
      );
      open = row?.open ?? 0;
    }
  };
  /** What only somebody with the keys of the server could do. */
  const tamper = async (...statements: string[]): Promise<void> => {
    for (const table of ['audit_event', 'audit_chain'])
      await api.owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    for (const statement of statements) await api.owner.query(statement);
  };

  async function newUnit(name: string): Promise<BusinessUnit> {
    return (await admin.post<BusinessUnit>('/business-units', { name, kind: 'business' })).body;
  }

  it('finds the end of the chain without reading the chain', async () => {
    const plan = await api.owner.transaction(async (tx) => {
      await tx.query('SET LOCAL enable_seqscan = off');
      return tx.query<Record<string, string>[]>(`EXPLAIN ${CHAIN_HEAD}`);
    });
    const steps = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(steps).toContain('Index Scan Backward using audit_chain_pkey');
    expect(steps).not.toContain('Sort');
  });

  it('tells who did what to which record, with its own hash', async () => {
    const unit = await newUnit('Audited');
    const answer = await admin.patch<BusinessUnit>(`/business-units/${unit.id}`, { name: 'Renamed' }, { version: 1 });
    const [event] = await eventsOf(`record=${unit.code}`);
    expect(event).toMatchObject({
      action: 'business_unit.changed',
      recordId: unit.id,
      recordCode: unit.code,
      before: { name: 'Audited' },
      after: { name: 'Renamed' },
      requestId: answer.headers.get('x-request-id'),
    });
    expect(event?.actor?.name).toMatch(/^Person/);
    const [row] = await api.owner.query<{ body: string; hash: string }[]>(
      'SELECT body, hash FROM audit_event WHERE id = $1',
      [event?.id],
    );
    expect(sha256(row?.body ?? '')).toBe(row?.hash);
    expect(JSON.parse(row?.body ?? '{}')).toMatchObject({ format: 1, id: event?.id, at: event?.at });
  });

  it('filters by record, actor, action and time', async () => {
    const unit = await newUnit('Filtered');
    expect(await eventsOf(`record=${unit.id}&action=business_unit.created`)).toHaveLength(1);
    expect(await eventsOf(`record=${unit.id}&action=business_unit`)).toHaveLength(1);
    expect(await eventsOf(`record=${unit.id}&from=2199-01-01`)).toHaveLength(0);
    const id = (await admin.get<{ user: { id: string } }>('/me')).body.user.id;
    expect((await eventsOf(`actor=${id}`)).length).toBeGreaterThan(0);
    expect((await admin.get('/audit?actor=nobody@example.org')).status).toBe(400);
    expect((await admin.get('/audit?from=yesterday')).status).toBe(400);
  });

  it('names what an entry points at with an id', async () => {
    const sponsor = await givenUser(api.owner, { name: 'Ingrid Halvorsen' });
    const cio = await api.signInAs('cio_office');
    const order = { text: 'Cloud first.', sponsor, dateReceived: '2026-02-01' };
    const { body } = await cio.post<Mandate>('/mandates', order);
    const [event] = await eventsOf(`record=${body.code}`);
    expect(event).toMatchObject({ after: { sponsor }, names: { [sponsor]: 'Ingrid Halvorsen' } });
  });

  it('tells where somebody signed in from to auditor and administrator alone, and for 90 days', async () => {
    await givenPersona(api.owner, 'cio');
    const visitor = new Client(api.port);
    expect((await visitor.post('/auth/demo', { persona: 'cio' })).status).toBe(200);
    const address = async (reader: Client): Promise<unknown> =>
      (await reader.get<Page<AuditEvent>>('/audit?action=session.opened')).body.items[0]?.after?.['address'];
    for (const role of ['auditor', 'admin'] as const) {
      expect(await address(await api.signInAs(role))).toMatch(/127\.0\.0\.1/);
    }
    expect(await address(await api.signInAs('board_member'))).toEqual({ commitment: expect.any(String) as string });

    await api.owner.query('ALTER TABLE audit_event DISABLE TRIGGER USER');
    await api.owner.query(`UPDATE audit_event SET at = at - interval '91 days' WHERE action = 'session.opened'`);
    await api.get(Upkeep).tidy();
    await api.owner.query(`UPDATE audit_event SET at = at + interval '91 days' WHERE action = 'session.opened'`);
    await api.owner.query('ALTER TABLE audit_event ENABLE TRIGGER USER');
    expect(await address(admin)).toEqual({ commitment: expect.any(String) as string });
  });

  it('keeps personal values beside the event, where they can be erased', async () => {
    const id = await givenUser(api.owner, { name: 'Grace Hopper', roles: ['champion'] });
    const { body: user } = await admin.get<User>(`/users/${id}`);
    await admin.patch(`/users/${id}`, { name: 'Grace B. Hopper' }, { version: user.version });
    const [event] = await eventsOf(`record=${id}`);
    expect(event?.before).toMatchObject({ name: 'Grace Hopper' });

    const [row] = await api.owner.query<{ body: string }[]>('SELECT body FROM audit_event WHERE id = $1', [event?.id]);
    expect(row?.body).not.toContain('Hopper');
    await api.db.query('DELETE FROM audit_personal_value WHERE person_id = $1', [id]);
    const [erased] = await eventsOf(`record=${id}`);
    expect(JSON.stringify(erased)).not.toContain('Hopper');
    await sealAll();
    expect((await verify()).intact).toBe(true);
  });

  it('is sealed without a gap, each link on the one before', async () => {
    for (let n = 0; n < 5; n++) await newUnit(`Sealed ${n}`);
    await sealAll();
    const links = await api.owner.query<
      { sequence: string; event_hash: string; previous_hash: string; hash: string }[]
    >('SELECT * FROM audit_chain ORDER BY sequence');
    let previous = GENESIS;
    links.forEach((link, at) => {
      expect(Number(link.sequence)).toBe(at + 1);
      expect(link.previous_hash).toBe(previous);
      expect(link.hash).toBe(linkHash(at + 1, previous, link.event_hash));
      previous = link.hash;
    });
    const answer = await verify();
    expect(answer).toMatchObject({ intact: true, findings: [], sealed: links.length, head: { hash: previous } });
  });

  it('waits for a transaction that began before, and seals in one order however many seal', async () => {
    const slow = api.db.createQueryRunner();
    await slow.startTransaction();
    await slow.query('SELECT pg_current_xact_id()');
    const unit = await newUnit('After the slow one');
    await api.get(Sealer).seal();
    expect((await eventsOf(`record=${unit.id}`))[0]?.sequence).toBeNull();
    await slow.commitTransaction();
    await slow.release();
    await Promise.all([api.get(Sealer).seal(), api.get(Sealer).seal(), api.get(Sealer).seal()]);
    await sealAll();
    expect((await eventsOf(`record=${unit.id}`))[0]?.sequence).toEqual(expect.any(Number));
    expect((await verify()).intact).toBe(true);
  });

  it.each([
    ['an edited event', `UPDATE audit_event SET body = replace(body, '"format":1', '"format":2')`, 'event-changed'],
    ['another actor', 'UPDATE audit_event SET actor_id = new_id()', 'event-changed'],
    ['another date', `UPDATE audit_event SET at = at - interval '1 day'`, 'event-changed'],
    [
      'an edited event with a new hash',
      `UPDATE audit_event SET body = replace(body, '"format":1', '"format":2'),
         hash = encode(sha256(convert_to(replace(body, '"format":1', '"format":2'), 'UTF8')), 'hex')`,
      'event-changed',
    ],
    ['an edited link', `UPDATE audit_chain SET hash = encode(sha256('x'), 'hex')`, 'chain-changed'],
  ])('notices %s', async (what, statement, kind) => {
    const unit = await newUnit(`Tampered with ${what}`);
    await sealAll();
    const one = statement.includes('audit_event')
      ? `${statement} WHERE record_id = '${unit.id}'`
      : `${statement} WHERE event_id = (SELECT id FROM audit_event WHERE record_id = '${unit.id}')`;
    await api.owner.query(
      'CREATE TABLE kept AS SELECT * FROM audit_event; CREATE TABLE kept_chain AS SELECT * FROM audit_chain',
    );
    await tamper(one);
    const { intact, findings } = await verify();
    await tamper(
      `UPDATE audit_event e SET body = k.body, hash = k.hash, actor_id = k.actor_id, at = k.at FROM kept k WHERE k.id = e.id`,
      `UPDATE audit_chain c SET hash = k.hash FROM kept_chain k WHERE k.sequence = c.sequence AND k.hash <> c.hash`,
      'DROP TABLE kept, kept_chain',
    );
    expect(intact).toBe(false);
    expect(findings.map((finding) => finding.kind)).toContain(kind);
  });

  it('notices a link and an event that are gone, and one that was put in unsealed', async () => {
    const [first, second] = [await newUnit('Gone'), await newUnit('Stays')];
    await sealAll();
    await tamper(
      `DELETE FROM audit_chain WHERE event_id = (SELECT id FROM audit_event WHERE record_id = '${first.id}')`,
      `ALTER TABLE audit_chain DROP CONSTRAINT audit_chain_event`,
      `DELETE FROM audit_event WHERE record_id = '${second.id}'`,
      `INSERT INTO audit_event (at, record_type, action, body, hash, transaction)
       VALUES (now() - interval '1 hour', 'x', 'x.made', '{}', repeat('0', 64), '3')`,
    );
    const kinds = (await verify()).findings.map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['chain-gap', 'event-missing', 'unsealed-too-long']));
  });
});
