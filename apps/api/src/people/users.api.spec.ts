import type { InvitedUser, IssuedActivation, Problem, User } from '@sightline/contracts';
import { Client } from '../../test/client';
import { givenUnit, givenUser } from '../../test/given';
import { type RunningApi, startApi } from '../../test/start-api';

describe('users', () => {
  let api: RunningApi;
  let admin: Client;

  beforeAll(async () => {
    api = await startApi();
    admin = await api.signInAs('admin');
  });
  afterAll(() => api.stop());

  it('are invited into a unit by its name', async () => {
    await givenUnit(api.owner, 'business', 'Claims');
    const { status, body, etag } = await admin.post<InvitedUser>('/users', {
      name: 'Ines',
      email: 'ines@example.org',
      kind: 'internal',
      roles: ['champion'],
      businessUnit: 'claims',
    });
    expect([status, etag, body.status, body.businessUnit?.name]).toEqual([201, '"1"', 'invited', 'Claims']);
    const twice = await admin.post<Problem>('/users', {
      name: 'I',
      email: 'INES@example.org',
      kind: 'internal',
      roles: [],
    });
    expect([twice.status, twice.body.rule]).toEqual([409, 'email-taken']);
  });

  it('are refused with what does not fit, and nothing is half done', async () => {
    const nowhere = await admin.post<Problem>('/users', {
      name: 'Jo',
      email: 'jo@example.org',
      kind: 'internal',
      roles: [],
      businessUnit: 'Nowhere',
    });
    expect([nowhere.status, nowhere.body.errors?.[0]?.pointer]).toEqual([400, '/businessUnit']);
    const external = await admin.post<Problem>('/users', {
      name: 'K',
      email: 'k@x.org',
      kind: 'external',
      roles: ['admin'],
    });
    expect([external.status, external.body.rule]).toEqual([409, 'external-role']);
    expect(await api.owner.query(`SELECT 1 FROM app_user WHERE email IN ('jo@example.org', 'k@x.org')`)).toEqual([]);
  });

  it('are listed by name, filtered and searched', async () => {
    await givenUser(api.owner, { name: 'Zacharias', roles: ['steward'] });
    const { body } = await admin.get<{ items: User[]; total: number }>('/users?role=steward&q=zachar&status=active');
    expect([body.total, body.items[0]?.name]).toEqual([1, 'Zacharias']);
    expect((await admin.get<{ total: number }>('/users?q=%25')).body.total).toBe(0);
  });

  it('lose every session and their vote for a day by a reset, and are told so', async () => {
    const id = await givenUser(api.owner, { roles: ['board_member'] });
    const person = await api.signIn(id);
    expect((await person.get('/me')).status).toBe(200);
    const { status, body } = await admin.post<IssuedActivation>(`/users/${id}/activation-link`);
    expect([status, body.purpose, body.sessionsEnded]).toEqual([200, 'reset', 1]);
    expect(Date.parse(body.mayVoteFrom ?? '') - Date.now()).toBeGreaterThan(23 * 3_600_000);
    expect((await person.get('/me')).status).toBe(401);

    const newer = await admin.post<IssuedActivation>(`/users/${id}/activation-link`);
    const use = (link: string): Promise<{ status: number }> =>
      new Client(api.port).post('/auth/activate', { token: link.split('#')[1], password: 'a new long password' });
    expect((await use(body.link)).status).toBe(404);
    expect((await use(newer.body.link)).status).toBe(200);
  });

  it('always keep one administrator', async () => {
    const [only] = await api.owner.query<User[]>(
      `SELECT id, version FROM app_user WHERE roles @> '{admin}' AND status = 'active'`,
    );
    const alone = await admin.patch<Problem>(`/users/${only?.id}`, { roles: [] }, { version: only?.version ?? 0 });
    expect([alone.status, alone.body.rule]).toEqual([409, 'last-administrator']);
  });
});
