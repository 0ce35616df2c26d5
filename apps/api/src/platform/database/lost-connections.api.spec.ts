import { type RunningApi, startApi } from '../../../test/start-api';
import { poolOf } from './pool';

describe('a connection that breaks while nobody asks over it', () => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await startApi({ env: { SIGHTLINE_LOG_LEVEL: 'error' } });
  });
  afterAll(() => api.stop());

  it('does not end the server, in hand or on its way out', async () => {
    for (const before of [false, true]) {
      const client = await poolOf(api.db)?.connect();
      if (!client) throw new Error('There is no pool.');
      const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      const ended = new Promise((resolve) => client.once('end', resolve));
      await api.db.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
      if (before) client.release(true);
      await ended;
      if (!before) client.release(true);
    }
    expect((await api.anonymous.get('/readyz')).status).toBe(200);
  });
});
