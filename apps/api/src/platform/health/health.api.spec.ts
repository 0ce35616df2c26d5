import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Problem } from '@sightline/contracts';
import type { Client } from '../../../test/client';
import { createTestDatabase, type TestDatabase } from '../../../test/database';
import { type RunningApi, startApi } from '../../../test/start-api';

describe('health', () => {
  let api: RunningApi;
  let way: Way;
  let admin: Client;

  beforeAll(async () => {
    const database = await createTestDatabase();
    way = await wayTo(database);
    await database.drop();
    api = await startApi({ through: way.through });
    admin = await api.signInAs('admin');
  });
  afterAll(async () => {
    way.open();
    await api.stop();
    await way.close();
  });

  it('says alive, ready and how it goes', async () => {
    expect((await api.anonymous.get('/healthz')).body).toEqual({ status: 'ok' });
    expect((await api.anonymous.get('/readyz')).body).toEqual({ status: 'ok' });
    await api.anonymous.get('/no-such-thing');
    const { body, type } = await api.anonymous.get<string>('/metrics');
    expect(type).toBe('text/plain');
    expect(body).toContain('sightline_http_requests_total{method="GET",route="/readyz",status="200"} 1');
    expect(body).toMatch(/^sightline_sealer_lag_seconds \d/m);
    expect(body).toMatch(/^sightline_pool_connections \d/m);
  });

  it.each([
    ['cut off', 'cut'],
    ['silent', 'mute'],
  ] as const)('survives a database that is %s, and recovers alone', async (_what, how) => {
    way[how]();
    const began = performance.now();
    expect((await api.anonymous.get('/readyz')).status).toBe(503);
    expect(performance.now() - began).toBeLessThan(2_000);
    expect((await api.anonymous.get('/healthz')).status).toBe(200);
    if (how === 'cut') {
      const write = await admin.post<Problem>('/business-units', { name: 'Lost', kind: 'it' });
      expect([write.status, write.body.code, write.headers.get('retry-after')]).toEqual([503, 'unavailable', '2']);
    }
    way.open();
    const back = performance.now();
    while ((await api.anonymous.get('/readyz')).status !== 200) expect(performance.now() - back).toBeLessThan(5_000);
    expect((await admin.get('/me')).status).toBe(200);
  });
});

/** A way to the database that can be closed: what connects through it is cut, or waits without a word. */
interface Way {
  through(url: string): string;
  cut(): void;
  mute(): void;
  open(): void;
  close(): Promise<void>;
}

async function wayTo({ appUrl }: TestDatabase): Promise<Way> {
  const target = new URL(appUrl);
  const pairs = new Set<[Socket, Socket]>();
  let state: 'open' | 'cut' | 'mute' = 'open';
  const server: Server = createServer((near) => {
    if (state === 'cut') return void near.destroy();
    const far = connect(Number(target.port), target.hostname);
    const pair: [Socket, Socket] = [near, far];
    pairs.add(pair);
    for (const [one, other] of [pair, [far, near]] as const) {
      one.on('data', (bytes) => state === 'open' && other.write(bytes));
      one.on('error', () => other.destroy()).on('close', () => other.destroy());
    }
    far.on('close', () => pairs.delete(pair));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cutAll = (): void => pairs.forEach((pair) => pair.forEach((socket) => socket.destroy()));
  return {
    through: (url) => Object.assign(new URL(url), { port: String((server.address() as AddressInfo).port) }).href,
    cut: () => {
      state = 'cut';
      cutAll();
    },
    mute: () => (state = 'mute'),
    open: () => {
      if (state === 'mute') cutAll();
      state = 'open';
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
