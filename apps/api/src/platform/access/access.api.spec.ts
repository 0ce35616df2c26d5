import { request } from 'node:http';
import type { Problem, User } from '@sightline/contracts';
import { Client } from '../../../test/client';
import { givenSession, givenUser } from '../../../test/given';
import { type RunningApi, startApi } from '../../../test/start-api';

/** A name of somebody else's that was made to lead to this machine (DNS rebinding). */
const REBOUND = 'evil.example:3000';

describe('access', () => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  it('is closed to nobody and to the wrong role', async () => {
    expect((await new Client(api.port).get('/users')).status).toBe(401);
    const lead = await api.signInAs('lead');
    const refused = await lead.post<Problem>('/users', { name: 'A', email: 'a@b.de', kind: 'internal', roles: [] });
    expect([refused.status, refused.body.code, refused.body.params]).toEqual([
      403,
      'forbidden',
      { permission: 'user.manage' },
    ]);
  });

  it.each([
    ['a doubled slash', '/api//v1/users'],
    ['a doubled first slash', '//api/v1/users'],
    ['an encoded slash', '/api%2Fv1/users'],
    ['an encoded letter', '/api/v1/%75sers'],
    ['a dot segment', '/api/v1/./users'],
    ['an encoded dot segment', '/api/v1/x/%2e%2e/users'],
    ['a semicolon', '/api/v1/users;a=b'],
    ['capitals', '/API/V1/USERS'],
    ['a slash at the end', '/api/v1/users/'],
  ])('is not opened by %s', async (_what, path) => {
    for (const method of ['GET', 'HEAD']) {
      const response = await fetch(`http://127.0.0.1:${api.port}${path}`, { method });
      expect([401, 404]).toContain(response.status);
    }
  });

  it('answers HEAD as it answers GET', async () => {
    const auditor = await api.signInAs('auditor');
    expect((await auditor.send('HEAD', '/users')).status).toBe(200);
    expect((await new Client(api.port).send('HEAD', '/users')).status).toBe(401);
  });

  it.each([
    ['no token', { 'x-xsrf-token': undefined }],
    ['the token of another session', { 'x-xsrf-token': 'x'.repeat(43) }],
    ['another origin', { origin: 'https://evil.example' }],
    ['no word about its origin', { origin: undefined }],
    ['a page of another site', { origin: undefined, 'sec-fetch-site': 'cross-site' }],
    ['an opaque origin', { origin: 'null' }],
  ])('refuses a change with %s', async (_what, headers) => {
    const admin = await api.signInAs('admin');
    const { status, body } = await admin.post<Problem>('/business-units', { name: 'X', kind: 'it' }, { headers });
    expect([status, body.code]).toEqual([403, 'cross-site-request']);
    const [row] = await api.owner.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM business_unit WHERE name = 'X'`,
    );
    expect(row?.n).toBe(0);
  });

  it.each([
    ['its own origin', { origin: `http://${REBOUND}` }],
    ['the word of the browser', { 'sec-fetch-site': 'same-origin' }],
  ])('refuses a page whose name was made to lead here, with %s', async (_what, proof) => {
    const session = await givenSession(api.owner, await givenUser(api.owner, { roles: ['admin'] }));
    const change = (host: string, headers: Record<string, string>): Promise<number> =>
      statusOf(api.port, {
        host,
        cookie: session.cookie,
        'x-xsrf-token': session.csrfToken,
        ...headers,
      });
    expect(await change(REBOUND, proof)).toBe(403);
    const local = `localhost:${api.port}`;
    expect(await change(local, { ...proof, ...('origin' in proof && { origin: `http://${local}` }) })).toBe(400);
  });

  it('ends with suspension: at once for writes and for reads', async () => {
    const admin = await api.signInAs('admin');
    const userId = await givenUser(api.owner, { roles: ['admin'] });
    const other = await api.signIn(userId);
    expect((await other.get('/me')).status).toBe(200);

    const { body: user } = await admin.get<User>(`/users/${userId}`);
    const suspended = await admin.patch<User>(`/users/${userId}`, { status: 'suspended' }, { version: user.version });
    expect([suspended.status, suspended.body.status, suspended.etag]).toEqual([
      200,
      'suspended',
      `"${user.version + 1}"`,
    ]);

    expect((await other.post('/business-units', { name: 'Y', kind: 'it' })).status).toBe(401);
    expect((await other.get('/me')).status).toBe(401);
  });

  it('follows a role that was taken away at the next write, even while the session is cached', async () => {
    const userId = await givenUser(api.owner, { roles: ['admin'] });
    const person = await api.signIn(userId);
    expect((await person.get('/me')).status).toBe(200);
    // Behind the back of the API, so that nothing tells it to forget what it has cached.
    await api.owner.query(`UPDATE app_user SET roles = '{auditor}' WHERE id = $1`, [userId]);
    const refused = await person.post<Problem>('/business-units', { name: 'Z', kind: 'it' });
    expect([refused.status, refused.body.code]).toEqual([403, 'forbidden']);
  });

  it('ends after 30 idle minutes and after 12 hours', async () => {
    for (const set of [`last_seen_at = now() - interval '31 minutes'`, `expires_at = now() - interval '1 second'`]) {
      const userId = await givenUser(api.owner, { roles: ['auditor'] });
      const person = await api.signIn(userId);
      await api.owner.query(`UPDATE session SET ${set} WHERE user_id = $1`, [userId]);
      expect((await person.get('/me')).status).toBe(401);
    }
  });
});

/** Sends an empty change with exactly these headers; `fetch` would write its own Host. */
function statusOf(port: number, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const options = { port, host: '127.0.0.1', method: 'POST', path: '/api/v1/business-units' };
    const body = '{}';
    const sent = { ...headers, 'content-type': 'application/json', 'content-length': String(body.length) };
    request({ ...options, headers: sent }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    })
      .on('error', reject)
      .end(body);
  });
}
