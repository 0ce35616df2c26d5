import type { Me } from '@sightline/contracts';
import { givenUser } from '../../test/given';
import { type RunningApi, startApi } from '../../test/start-api';
import { hashPassword } from './passwords';

describe('signing in', () => {
  let api: RunningApi;
  let passwordHash: string;

  beforeAll(async () => {
    api = await startApi({ env: { SIGHTLINE_SAMPLE: 'off' } });
    passwordHash = await hashPassword('correct horse battery');
  });
  afterAll(() => api.stop());

  it('opens a session for the right password and closes it again', async () => {
    await givenUser(api.owner, { email: 'ada@example.org', passwordHash, roles: ['auditor'] });
    const browser = api.anonymous;

    const signedIn = await browser.post<Me>('/auth/login', {
      email: 'ADA@example.org',
      password: 'correct horse battery',
    });
    expect(signedIn.status).toBe(200);
    expect(signedIn.body.permissions['audit.read']).toBe('any');
    expect(signedIn.headers.getSetCookie()[0]).toMatch(
      /^sightline_session=[\w-]{43}; Path=\/; SameSite=Lax; HttpOnly$/,
    );
    expect((await browser.get<Me>('/me')).body.user.email).toBe('ada@example.org');

    expect((await browser.post('/auth/logout')).status).toBe(204);
    expect((await browser.get('/me')).status).toBe(401);
  });
});
