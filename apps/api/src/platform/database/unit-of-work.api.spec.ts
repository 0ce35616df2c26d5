import type { BusinessUnit, InvitedUser, Problem } from '@sightline/contracts';
import type { Answer, Client } from '../../../test/client';
import { type RunningApi, startApi } from '../../../test/start-api';
import { UnitOfWork } from './unit-of-work';

describe('a unit of work', () => {
  let api: RunningApi;
  let admin: Client;

  beforeAll(async () => {
    api = await startApi();
    admin = await api.signInAs('admin');
  });
  afterAll(() => api.stop());

  const unitsNamed = async (name: string): Promise<number> => {
    const [row] = await api.owner.query<{ n: number }[]>(
      'SELECT count(*)::int AS n FROM business_unit WHERE name = $1',
      [name],
    );
    return row?.n ?? 0;
  };

  it('gives a repeat the same answer and does nothing twice', async () => {
    const ask = (): Promise<Answer<BusinessUnit>> =>
      admin.post<BusinessUnit>('/business-units', { name: 'Repeated', kind: 'it' }, { key: 'k-1' });
    const [first, second] = [await ask(), await ask()];
    expect(second.body).toEqual(first.body);
    expect([second.status, second.etag, second.headers.get('location')]).toEqual([
      201,
      '"1"',
      first.headers.get('location'),
    ]);
    expect(await unitsNamed('Repeated')).toBe(1);
  });

  it('refuses the same key with another body, and knows it per person', async () => {
    await admin.post('/business-units', { name: 'Keyed', kind: 'it' }, { key: 'k-2' });
    const other = await admin.post<Problem>('/business-units', { name: 'Keyed 2', kind: 'it' }, { key: 'k-2' });
    expect([other.status, other.body.code]).toEqual([409, 'idempotency-mismatch']);
    const somebodyElse = await api.signInAs('admin');
    expect((await somebodyElse.post('/business-units', { name: 'Keyed 2', kind: 'it' }, { key: 'k-2' })).status).toBe(
      201,
    );
  });

  it('lets only one of two repeats at the same moment do the work', async () => {
    const blocker = api.owner.createQueryRunner();
    await blocker.startTransaction();
    await blocker.query('LOCK TABLE business_unit IN SHARE MODE');
    const ask = (): Promise<Answer<BusinessUnit>> =>
      admin.post<BusinessUnit>('/business-units', { name: 'At once', kind: 'it' }, { key: 'k-3' });
    const both = [ask(), ask()];
    await untilWaiting(api, 2);
    await blocker.commitTransaction();
    await blocker.release();
    const [first, second] = await Promise.all(both);
    expect([first?.status, second?.status]).toEqual([201, 201]);
    expect(second?.body).toEqual(first?.body);
    expect(await unitsNamed('At once')).toBe(1);
  });

  it('keeps no answer that holds a secret, and says that the work is done', async () => {
    const body = { name: 'Zoe', email: 'zoe@example.org', kind: 'internal', roles: [] };
    const first = await admin.post<InvitedUser>('/users', body, { key: 'k-4' });
    expect(first.body.activation.link).toMatch(/\/activate#[\w-]{43}$/);
    const second = await admin.post<Problem>('/users', body, { key: 'k-4' });
    expect([second.status, second.body.rule]).toEqual([409, 'already-done']);
    const kept = JSON.stringify(await api.owner.query('SELECT * FROM idempotency_key'));
    expect(kept).not.toContain(first.body.activation.link.split('#')[1]);
  });

  it('lets exactly one of two changes of the same version win', async () => {
    const { body: unit } = await admin.post<BusinessUnit>('/business-units', { name: 'Contested', kind: 'it' });
    const blocker = api.owner.createQueryRunner();
    await blocker.startTransaction();
    await blocker.query('SELECT 1 FROM business_unit WHERE id = $1 FOR UPDATE', [unit.id]);
    const rename = (name: string): Promise<Answer<BusinessUnit & Problem>> =>
      admin.patch(`/business-units/${unit.code}`, { name }, { version: 1 });
    const both = [rename('Left'), rename('Right')];
    await untilWaiting(api, 2);
    await blocker.commitTransaction();
    await blocker.release();
    const answers = await Promise.all(both);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const loser = answers.find(({ status }) => status === 412);
    expect([loser?.body.code, loser?.body.currentVersion, loser?.etag]).toEqual(['stale', 2, '"2"']);
  });

  it('asks for the version, and understands only a version', async () => {
    const { body: unit } = await admin.post<BusinessUnit>('/business-units', { name: 'Versioned', kind: 'it' });
    const path = `/business-units/${unit.id}`;
    expect((await admin.patch(path, { name: 'V' })).status).toBe(428);
    expect((await admin.patch(path, { name: 'V' }, { headers: { 'if-match': '*' } })).status).toBe(400);
    expect((await admin.patch(path, { name: 'V' }, { version: 9 })).status).toBe(412);
    expect((await admin.patch(path, { name: 'V' }, { version: 1 })).status).toBe(200);
  });

  it('tries again after a deadlock', async () => {
    const create = async (name: string): Promise<string> =>
      (await admin.post<BusinessUnit>('/business-units', { name, kind: 'it' })).body.id;
    const [a, b] = [await create('Lock A'), await create('Lock B')];
    const lock = 'SELECT 1 FROM business_unit WHERE id = $1 FOR UPDATE';
    const blocker = api.owner.createQueryRunner();
    await blocker.startTransaction();
    await blocker.query(lock, [b]);
    let attempts = 0;
    const work = api.get(UnitOfWork).write(async (tx) => {
      attempts += 1;
      await tx.query(lock, [a]);
      await tx.query(lock, [b]);
    });
    await untilWaiting(api, 1);
    // The application has waited longer, so it is the one to notice, and to be broken off.
    await blocker.query(lock, [a]);
    await blocker.commitTransaction();
    await blocker.release();
    await work;
    expect(attempts).toBe(2);
  });
});

/** Waits until that many connections of the application wait for a lock. */
async function untilWaiting({ owner }: RunningApi, connections: number): Promise<void> {
  for (;;) {
    const [row] = await owner.query<{ n: number }[]>(
      `SELECT count(DISTINCT l.pid)::int AS n FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
        WHERE NOT l.granted AND a.datname = current_database()`,
    );
    if ((row?.n ?? 0) >= connections) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
