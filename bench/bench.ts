// npm run bench: what Sightline costs, beside the least that anything could cost on the same database in the same minutes.
import { resolve } from 'node:path';
import { agree } from './agreement.ts';
import { type BenchPostgres, FIRST_DATABASE, startBenchPostgres } from './database.ts';
import { doLongWork, type LongWork } from './long-work.ts';
import { type Measured, nearest, writePage } from './report.ts';
import { seedCharters, seedCompany } from './seed/seed.ts';
import { type Server, startLimit, startSightlineApi } from './servers.ts';
import { readSettings } from './settings.ts';
import { type Shot, type Side, shoot } from './shots.ts';
import { measureStart } from './start-time.ts';
import { type Workload, WORKLOADS, type World } from './workloads.ts';

/** PostgreSQL plans a statement anew for its first five runs on each connection; so often each has to be used. */
const WARM_ANSWERS = 100;
const WARM_SHOTS = 5;

const settings = readSettings(process.env);
const workloads = WORKLOADS.filter(({ name }) => settings.only.length === 0 || settings.only.includes(name));
const postgres = await startBenchPostgres();
try {
  await bench(postgres);
} finally {
  await postgres.stop();
}

async function bench(database: BenchPostgres): Promise<void> {
  await timed('the company, its measurements and its audit trail', async () => {
    const urls = database.urlsOf(FIRST_DATABASE);
    await (await startSightlineApi(urls)).stop();
    await seedCompany(urls.superUrl, settings);
  });
  const measured: Measured[] = [];
  const longWork: LongWork[] = [];
  let start = null;
  for (const charters of settings.sizes) {
    const name = `bench_${charters}`;
    const urls = database.urlsOf(name);
    await timed(`${charters} charters`, async () => {
      await database.copy(FIRST_DATABASE, name);
      await seedCharters(urls.superUrl, charters, settings.kpis);
    });
    start ??= await measureStart(urls);
    measured.push(...(await measureSize(database, name, { charters, kpis: settings.kpis })));
    if (charters === settings.sizes.at(-1) && settings.only.length === 0)
      longWork.push(...(await doLongWork(urls, settings)));
    await database.drop(name);
  }
  if (start)
    writePage({
      settings,
      measured,
      start,
      longWork,
      page: settings.page && resolve(import.meta.dirname, '..', settings.page),
    });
}

async function measureSize(database: BenchPostgres, name: string, world: World): Promise<Measured[]> {
  const urls = database.urlsOf(name);
  const servers = { limit: await startLimit(urls), product: await startSightlineApi(urls) };
  const isLargest = world.charters === settings.sizes.at(-1);
  const measured: Measured[] = [];
  try {
    for (const workload of workloads) {
      await agree(workload, world, servers);
      await warmUp(workload, world, servers, database.pid);
      for (const connections of isLargest ? settings.connections : [nearest(settings.connections)]) {
        const shots = await takeTurns(workload, world, servers, connections, database.pid);
        const one = { workload, charters: world.charters, connections, ...shots };
        measured.push(one);
        say(one);
      }
    }
  } finally {
    await servers.product.stop();
    await servers.limit.stop();
  }
  return measured;
}

/** Every connection of both has its plans and both programs are compiled before anything counts. */
async function warmUp(
  workload: Workload,
  world: World,
  servers: Record<Side, Server>,
  databasePid: number,
): Promise<void> {
  const { seconds, connections: wanted } = settings;
  const connections = nearest(wanted);
  for (const side of ['limit', 'product'] as const) {
    let answered = 0;
    for (let n = 0; n < WARM_SHOTS && answered < WARM_ANSWERS; n += 1) {
      const shot = await shoot({ workload, world, side, server: servers[side], databasePid, connections, seconds });
      answered += shot.perSecond * seconds;
    }
  }
}

/** Limit and product by turns, so that whatever else the machine does hits both. */
async function takeTurns(
  workload: Workload,
  world: World,
  servers: Record<Side, Server>,
  connections: number,
  databasePid: number,
): Promise<Record<Side, Shot[]>> {
  const shots: Record<Side, Shot[]> = { limit: [], product: [] };
  for (let round = 0; round < settings.rounds; round += 1) {
    for (const side of ['limit', 'product'] as const) {
      const { seconds } = settings;
      const shot = await shoot({ workload, world, side, server: servers[side], databasePid, connections, seconds });
      if (shot.failed > 0) process.exitCode = 1;
      shots[side].push(shot);
    }
  }
  return shots;
}

function say({ workload, charters, connections, limit, product }: Measured): void {
  const ratios = product.map((shot, at) => (shot.perSecond / (limit[at]?.perSecond ?? Number.NaN)).toFixed(2));
  const rates = (shots: Shot[]): string => shots.map(({ perSecond }) => perSecond.toFixed(0)).join(' ');
  const cost = (shots: Shot[]): string => `${shots[0]?.serverMs.toFixed(2)}+${shots[0]?.databaseMs.toFixed(2)} ms`;
  process.stdout.write(
    `${workload.name} ${charters} charters, ${connections} connections: ${rates(product)} of ${rates(limit)} per second, ` +
      `ratio ${ratios.join(' ')}, processor ${cost(product)} of ${cost(limit)}\n`,
  );
}

async function timed(what: string, work: () => Promise<void>): Promise<void> {
  const began = performance.now();
  await work();
  process.stdout.write(`seeded ${what} in ${((performance.now() - began) / 1_000).toFixed(1)} s\n`);
}
