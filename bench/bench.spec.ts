import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { agree } from './agreement.ts';
import { type BenchPostgres, FIRST_DATABASE, startBenchPostgres } from './database.ts';
import { pageText } from './report.ts';
import { seedCharters, seedCompany } from './seed/seed.ts';
import { type Server, startLimit, startSightlineApi } from './servers.ts';
import { readSettings } from './settings.ts';
import type { Shot } from './shots.ts';
import { WORKLOADS } from './workloads.ts';

const WORLD = { charters: 120, kpis: 2_000 };

/** The bench compares only what does the same work, and says so when it does not. */
describe('the bench', () => {
  let postgres: BenchPostgres;
  let servers: { product: Server; limit: Server };

  beforeAll(async () => {
    postgres = await startBenchPostgres();
    const urls = postgres.urlsOf(FIRST_DATABASE);
    await (await startSightlineApi(urls)).stop();
    await seedCompany(urls.superUrl, { ...readSettings({}), kpis: WORLD.kpis, measurements: 2_000, auditEvents: 100 });
    await seedCharters(urls.superUrl, WORLD.charters, WORLD.kpis);
    servers = { limit: await startLimit(urls), product: await startSightlineApi(urls) };
  });
  afterAll(async () => {
    await servers?.product.stop();
    await servers?.limit.stop();
    await postgres?.stop();
  });

  it.each(WORKLOADS)('gets the same answer from both: $name', async (workload) => {
    await expect(agree(workload, WORLD, servers)).resolves.toBeUndefined();
  });

  it('refuses a limit that answers something else', async () => {
    const lazy = await serving('{"total":0,"items":[],"points":[],"measurements":[],"strategyVersion":0}');
    const limit = { ...servers.limit, url: `http://127.0.0.1:${(lazy.address() as AddressInfo).port}` };
    for (const workload of WORKLOADS.filter(({ writes }) => !writes)) {
      await expect(agree(workload, WORLD, { ...servers, limit })).rejects.toThrow('the answers differ');
    }
    lazy.close();
  });

  it('says what is met, what is not, and what failed', () => {
    const page = (product: Partial<Shot>): string =>
      pageText({ settings: readSettings({}), parts: partsWith(product) }, '');
    const verdicts = (product: Partial<Shot>): string | undefined =>
      page(product)
        .split('\n')
        .find((line) => line.startsWith('| R2 |'));
    expect(verdicts({ perSecond: 80 })).toMatch(/0\.80 .* met \|$/);
    expect(verdicts({ perSecond: 40, serverMs: 9 })).toMatch(/0\.40 .* not met \|$/);
    expect(page({ perSecond: 40, serverMs: 9 })).toContain('**R2**: 8.00 ms of server and 0.00 ms of database more');
    expect(verdicts({ failed: 3 })).toMatch(/3 requests failed \|$/);
  });
});

function serving(text: string): Promise<HttpServer> {
  const server = createServer((_request, response) => response.end(text));
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function partsWith(product: Partial<Shot>) {
  const shot = { perSecond: 100, p50: 1, p99: 2, serverMs: 1, databaseMs: 1, memoryMiB: 100, failed: 0 };
  const measured = [
    { workload: 'R2', charters: 1_000, connections: 16, limit: [shot], product: [{ ...shot, ...product }] },
  ];
  return { 1000: { circumstances: 'Here and now.', measured } };
}
