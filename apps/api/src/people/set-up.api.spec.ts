import type { Me, Problem, SetUp, SetUpDone, SetUpState, User } from '@sightline/contracts';
import { Client } from '../../test/client';
import { type RunningApi, startApi } from '../../test/start-api';

function setUp(change: Partial<SetUp['board']> = {}): SetUp {
  return {
    organisation: { name: 'Meridian', currency: 'EUR', timeZone: 'Europe/Berlin', language: 'en' },
    administrator: { name: 'Ada Admin', email: 'ada@meridian.example', password: 'correct horse battery' },
    cioOffice: { name: 'Chris Office', email: 'chris@meridian.example' },
    board: {
      name: 'Integration board',
      secretary: { name: 'Sam Secretary', email: 'sam@meridian.example' },
      constituencies: [
        {
          key: 'business',
          name: 'Business',
          isIt: false,
          seats: [{ name: 'Bo Business', email: 'bo@meridian.example' }],
        },
        { key: 'data', name: 'Data', isIt: false, seats: [{ name: 'Dana Data', email: 'dana@meridian.example' }] },
        { key: 'it', name: 'IT', isIt: true, seats: [{ name: 'Chris Office', email: 'CHRIS@meridian.example' }] },
      ],
      ...change,
    },
  };
}

describe('set-up', () => {
  let api: RunningApi;

  beforeEach(async () => {
    api = await startApi({
      empty: true,
      env: { SIGHTLINE_SAMPLE: 'off', SIGHTLINE_PUBLIC_URL: 'http://sightline.test' },
    });
  });
  afterEach(() => api.stop());

  it('founds organisation, administrator and board at once, and closes itself', async () => {
    const browser = new Client(api.port);
    expect((await browser.get<SetUpState>('/set-up')).body).toEqual({ open: true, sample: false });

    const { status, body } = await browser.post<SetUpDone>('/set-up', setUp());
    expect(status).toBe(201);
    expect(body.links.map(({ email }) => email).sort()).toEqual([
      'CHRIS@meridian.example',
      'bo@meridian.example',
      'dana@meridian.example',
      'sam@meridian.example',
    ]);

    const { body: me } = await browser.get<Me>('/me');
    expect([me.roles, me.organisation.name, me.organisation.strategyInForce]).toEqual([['admin'], 'Meridian', null]);
    expect((await browser.get('/set-up')).status).toBe(404);
    expect((await browser.post('/set-up', setUp())).status).toBe(404);

    const { body: users } = await browser.get<{ items: User[] }>('/users?sort=email');
    expect(
      users.items.map(({ name, roles, businessUnit, status: state }) => [name, roles, businessUnit?.name, state]),
    ).toEqual([
      ['Ada Admin', ['admin'], 'IT', 'active'],
      ['Bo Business', ['board_member'], 'Business', 'invited'],
      ['Chris Office', ['board_member', 'cio_office'], 'IT', 'invited'],
      ['Dana Data', ['board_member'], 'Business', 'invited'],
      ['Sam Secretary', ['board_secretary'], 'IT', 'invited'],
    ]);
  });

  it('lets everybody in by their link, once', async () => {
    const { body } = await new Client(api.port).post<SetUpDone>('/set-up', setUp());
    const { link } = body.links.find(({ name }) => name === 'Bo Business') ?? { link: '' };
    expect(link).toMatch(/^http:\/\/sightline\.test\/activate#[\w-]{43}$/);
    const token = link.split('#')[1];

    const bo = new Client(api.port);
    expect((await bo.post<Problem>('/auth/activate', { token, password: 'short' })).body.errors?.[0]).toMatchObject({
      pointer: '/password',
      code: 'too-short',
    });
    const activated = await bo.post<Me>('/auth/activate', { token, password: 'a much longer one' });
    expect([activated.status, activated.body.seats[0]?.constituency]).toEqual([200, 'business']);
    expect((await bo.get('/me')).status).toBe(200);
    expect((await new Client(api.port).post('/auth/activate', { token, password: 'a much longer one' })).status).toBe(
      404,
    );
  });

  it('lets only one of two at the same moment win', async () => {
    const blocker = api.owner.createQueryRunner();
    await blocker.startTransaction();
    await blocker.query('SELECT pg_advisory_xact_lock(7155173)');
    const both = [1, 2].map(() => new Client(api.port).post('/set-up', setUp()));
    for (let waiting = 0; waiting < 2;) {
      const [row] = await api.owner.query<{ n: number }[]>(
        `SELECT count(*)::int AS n FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
          WHERE NOT l.granted AND a.datname = current_database()`,
      );
      waiting = row?.n ?? 0;
    }
    await blocker.commitTransaction();
    await blocker.release();
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([201, 404]);
  });

  it('refuses a board that could not found anything, and leaves nothing behind', async () => {
    const business = setUp().board.constituencies[0];
    const refused = await new Client(api.port).post<Problem>(
      '/set-up',
      setUp({ constituencies: business ? [business, business] : [] }),
    );
    expect(refused.status).toBe(400);
    expect(refused.body.errors?.map(({ code }) => code).sort()).toEqual([
      'one-seat-per-person',
      'too-few-constituencies',
      'too-few-people',
      'twice',
    ]);
    const noBusiness = setUp().board.constituencies.map((one) => ({ ...one, isIt: true }));
    const { body } = await new Client(api.port).post<Problem>('/set-up', setUp({ constituencies: noBusiness }));
    expect(body.errors?.map(({ code }) => code)).toEqual(['no-business-constituency']);
    expect(await api.owner.query('SELECT 1 FROM app_user UNION ALL SELECT 1 FROM organisation')).toEqual([]);
  });

  it('never writes a secret down', async () => {
    const { body } = await new Client(api.port).post<SetUpDone>('/set-up', setUp());
    const token = body.links[0]?.link.split('#')[1] ?? 'none';
    const written =
      JSON.stringify(
        await api.owner.query('SELECT body FROM audit_event UNION ALL SELECT value FROM audit_personal_value'),
      ) +
      JSON.stringify(await api.owner.query('SELECT payload FROM outbox_event')) +
      api.logs.join();
    expect(written).not.toContain(token);
    expect(written).not.toContain('correct horse battery');
    expect(written).not.toContain('argon2');
  });
});
