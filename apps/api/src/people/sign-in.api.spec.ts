import type { Me, PersonaCard, Problem } from '@sightline/contracts';
import { Client } from '../../test/client';
import { givenUser } from '../../test/given';
import { type RunningApi, startApi } from '../../test/start-api';
import { hashPassword } from './passwords';

const PASSWORD = 'correct horse battery';

describe('signing in', () => {
  let api: RunningApi;
  let passwordHash: string;

  beforeAll(async () => {
    api = await startApi({ env: { SIGHTLINE_SAMPLE: 'off' } });
    passwordHash = await hashPassword(PASSWORD);
  });
  beforeEach(() => api.owner.query('DELETE FROM sign_in_attempt'));
  afterAll(() => api.stop());

  const signIn = (email: string, password = PASSWORD, browser = new Client(api.port)) =>
    browser.post<Me & Problem>('/auth/login', { email, password });

  it('opens a session for the right password and closes it again', async () => {
    await givenUser(api.owner, { email: 'ada@example.org', passwordHash, roles: ['auditor'] });
    const browser = new Client(api.port);
    const signedIn = await signIn('ADA@example.org', PASSWORD, browser);
    expect(signedIn.status).toBe(200);
    expect(signedIn.body.permissions['audit.read']).toBe('any');
    expect(signedIn.headers.getSetCookie()[0]).toMatch(
      /^sightline_session=[\w-]{43}; Path=\/; SameSite=Lax; HttpOnly$/,
    );
    expect((await browser.get<Me>('/me')).body.user.email).toBe('ada@example.org');

    expect((await browser.post('/auth/logout')).status).toBe(204);
    expect((await browser.get('/me')).status).toBe(401);
  });

  it('gives a new session at every sign-in and ends the one before', async () => {
    await givenUser(api.owner, { email: 'bob@example.org', passwordHash });
    const browser = new Client(api.port);
    const cookieOf = ({ headers }: { headers: Headers }): string => headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const first = cookieOf(await signIn('bob@example.org', PASSWORD, browser));
    const second = cookieOf(await signIn('bob@example.org', PASSWORD, browser));
    expect(second).not.toBe(first);
    const withOld = await new Client(api.port).get('/me', { headers: { cookie: first } });
    expect(withOld.status).toBe(401);
  });

  it('answers the same for a wrong password, nobody, and somebody who may not', async () => {
    await givenUser(api.owner, { email: 'eve@example.org', passwordHash, status: 'suspended' });
    await givenUser(api.owner, { email: 'fay@example.org', passwordHash });
    await givenUser(api.owner, { email: 'new@example.org', status: 'invited' });
    const answers = await Promise.all([
      signIn('fay@example.org', 'wrong'),
      signIn('nobody@example.org'),
      signIn('eve@example.org'),
      signIn('new@example.org'),
    ]);
    const shown = answers.map(({ status, body: { traceId: _trace, ...body } }) => JSON.stringify({ status, body }));
    expect(new Set(shown).size).toBe(1);
    expect(answers[0]?.status).toBe(401);
  });

  it('does the same work for nobody as for somebody', async () => {
    await givenUser(api.owner, { email: 'gil@example.org', passwordHash });
    const timed = async (email: string): Promise<number> => {
      const began = performance.now();
      await signIn(email, 'wrong');
      return performance.now() - began;
    };
    await timed('warm@example.org');
    const [known, unknown] = [await timed('gil@example.org'), await timed('nobody2@example.org')];
    expect(unknown).toBeGreaterThan(known / 4);
  });

  it('stops after five failures a minute per account, however they come', async () => {
    await givenUser(api.owner, { email: 'hal@example.org', passwordHash });
    const answers = await Promise.all(Array.from({ length: 8 }, () => signIn('hal@example.org', 'wrong')));
    expect(answers.map(({ status }) => status).sort()).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
    const late = await signIn('HAL@example.org');
    expect(late.status).toBe(429);
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
    await api.owner.query(`UPDATE sign_in_attempt SET at = at - interval '1 minute'`);
    expect((await signIn('hal@example.org')).status).toBe(200);
  });

  it('stops after twenty failures a minute per address', async () => {
    for (let n = 0; n < 20; n++) {
      await api.owner.query(`INSERT INTO sign_in_attempt (bucket) VALUES ('address:127.0.0.1')`);
    }
    expect((await signIn('anybody@example.org')).status).toBe(429);
  });

  it('refuses another site', async () => {
    const foreign = { headers: { origin: 'https://evil.example' } };
    const { status } = await new Client(api.port).post('/auth/login', { email: 'a@b.de', password: 'x' }, foreign);
    expect(status).toBe(403);
  });

  it('knows no personas outside the sample installation', async () => {
    expect((await new Client(api.port).get('/auth/personas')).status).toBe(404);
    expect((await new Client(api.port).post('/auth/demo', { persona: 'admin' })).status).toBe(404);
  });
});

describe('the sample installation', () => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await startApi();
    await api.signInAs('cio');
  });
  afterAll(() => api.stop());

  it('lets anybody choose who to be', async () => {
    const browser = new Client(api.port);
    expect((await browser.get<PersonaCard[]>('/auth/personas')).body).toEqual([
      { persona: 'cio', name: 'The cio', roles: ['cio_office'] },
    ]);
    expect((await browser.post('/auth/demo', { persona: 'cio' })).status).toBe(200);
    expect((await browser.get<Me>('/me')).body.user.name).toBe('The cio');
    expect((await browser.post('/auth/demo', { persona: 'nobody' })).status).toBe(400);
    expect((await browser.post('/auth/demo', { persona: 'lead' })).status).toBe(404);
  });
});

describe('behind TLS', () => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await startApi({ env: { SIGHTLINE_PUBLIC_URL: 'https://sightline.example' } });
    await api.signInAs('cio');
  });
  afterAll(() => api.stop());

  it('binds the session to this host and asks for TLS from then on', async () => {
    const browser = { headers: { origin: 'https://sightline.example' } };
    const { headers } = await new Client(api.port).post('/auth/demo', { persona: 'cio' }, browser);
    expect(headers.getSetCookie()[0]).toMatch(
      /^__Host-sightline_session=[\w-]{43}; Path=\/; SameSite=Lax; Secure; HttpOnly$/,
    );
    expect(headers.get('strict-transport-security')).toContain('max-age=');
  });
});
