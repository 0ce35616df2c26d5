import { ROLES, type Role } from '@sightline/contracts';
import { may } from '@sightline/rules';
import { Client } from '../../../test/client';
import { givenSession, givenUser } from '../../../test/given';
import { type RunningApi, startApi } from '../../../test/start-api';
import { AppModule } from '../../app.module';
import { type DeclaredRoute, declaredRoutes } from '../openapi/routes';

const NOBODY = '01900000-0000-7000-8000-000000000000';
const ROUTES = declaredRoutes(AppModule).filter(({ open, name }) => !open && name !== 'AuthController.logout');

/** Every route for every role, against a record that is not there: what the guard alone decides (TRUST T5). */
describe('every route, for', () => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await startApi({ env: { SIGHTLINE_LOG_LEVEL: 'error' } });
  });
  afterAll(() => api.stop());

  const statusOf = async (client: Client, { method, path }: DeclaredRoute): Promise<number> => {
    const address = `/${path.replace(/:number|:n\b/g, '999').replace(/:\w+/g, NOBODY)}`;
    const body = method === 'GET' || method === 'DELETE' ? undefined : {};
    return (await client.send(method, address, body, { version: 1 })).status;
  };

  async function wrong(client: Client, expected: (route: DeclaredRoute, status: number) => boolean): Promise<string[]> {
    const found: string[] = [];
    for (const route of ROUTES) {
      const status = await statusOf(client, route);
      if (!expected(route, status)) found.push(`${route.method} /${route.path}: ${status}`);
    }
    return found;
  }

  it.each(ROLES)(
    '%s: open where the table says so, closed elsewhere, and never a fault of the server',
    async (role: Role) => {
      const person = { kind: role === 'external' ? 'external' : 'internal', roles: [role] } as const;
      const client = await api.signIn(await givenUser(api.owner, { roles: [role] }));
      const answers = await wrong(client, ({ permission }, status) => {
        const allowed = permission !== undefined && may({ ...person, roles: [role] }, permission);
        return allowed ? status !== 401 && status < 500 : status === 403;
      });
      expect(answers).toEqual([]);
    },
  );

  it('nobody: closed', async () => {
    expect(await wrong(new Client(api.port), (_route, status) => status === 401)).toEqual([]);
  });

  it('somebody with every role who is suspended: closed', async () => {
    const everything = ROLES.filter((role) => role !== 'external');
    const userId = await givenUser(api.owner, { roles: everything, status: 'suspended' });
    const client = new Client(api.port, await givenSession(api.owner, userId));
    expect(await wrong(client, (_route, status) => status === 401)).toEqual([]);
  });

  it('an external person who was given other roles in the database: closed as for any external person', () => {
    expect(may({ kind: 'external', roles: ['admin', 'external'] }, 'user.manage')).toBe(false);
  });
});
