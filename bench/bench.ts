// npm run bench: what Sightline costs, beside the least that anything could cost on the same database in the same minutes.
// A run that was broken off goes on where it stopped; `npm run bench -- 10000` or `-- profile` measures that part anew.
import { agree } from './agreement.ts';
import { type BenchPostgres, FIRST_DATABASE, startBenchPostgres } from './database.ts';
import { keepParts, keptParts, type Measured, type MeasuredPart } from './kept.ts';
import { doLongWork } from './long-work.ts';
import { circumstances } from './machine.ts';
import { type Profile, profile } from './profile.ts';
import { nearest, writePage } from './report.ts';
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
const largest = settings.sizes.at(-1) ?? 0;
const smallest = settings.sizes[0] ?? 0;
const PARTS = ['start', ...settings.sizes.map(String), 'profile', ...(settings.only.length === 0 ? ['long-work'] : [])];

const named = process.argv.slice(2);
const unknown = named.filter((part) => !PARTS.includes(part));
if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(', ')}; there are ${PARTS.join(', ')}.`);
const parts = keptParts(settings);
// What is named is measured anew; without names a run goes on with what is missing.
const wanted = named.length > 0 ? named : PARTS.filter((part) => !parts[part]);

const postgres = await startBenchPostgres();
try {
  await bench(postgres);
} finally {
  await postgres.stop();
}

/** Writes the page after each part, so that nothing is lost when a run is broken off. */
async function bench(database: BenchPostgres): Promise<void> {
  if (wanted.length > 0) await seedFirst(database);
  for (const charters of settings.sizes) {
    const here = wanted.filter((part) => sizeOf(part) === charters);
    if (here.length === 0) continue;
    const name = `bench_${charters}`;
    const urls = database.urlsOf(name);
    await timed(`${charters} charters`, async () => {
      await database.copy(FIRST_DATABASE, name);
      await seedCharters(urls.superUrl, charters, settings.kpis);
    });
    for (const part of here) {
      const figures = await measurePart(part, database, name, { charters, kpis: settings.kpis });
      parts[part] = { circumstances: circumstances(), ...figures };
      keepParts(settings, parts);
      writePage({ settings, parts });
    }
    await database.drop(name);
  }
  writePage({ settings, parts });
}

async function seedFirst(database: BenchPostgres): Promise<void> {
  await timed('the company, its measurements and its audit trail', async () => {
    const urls = database.urlsOf(FIRST_DATABASE);
    await (await startSightlineApi(urls)).stop();
    await seedCompany(urls.superUrl, settings);
  });
}

/** The number of charters a part is measured with. */
function sizeOf(part: string): number {
  if (part === 'start') return smallest;
  return part === 'profile' || part === 'long-work' ? largest : Number(part);
}

async function measurePart(
  part: string,
  database: BenchPostgres,
  name: string,
  world: World,
): Promise<Omit<MeasuredPart, 'circumstances'>> {
  const urls = database.urlsOf(name);
  if (part === 'start') return { start: await measureStart(urls, database.pid) };
  if (part === 'long-work') return { longWork: await doLongWork(urls, settings) };
  if (part !== 'profile') return { measured: await measureSize(database, name, world) };
  const profiles: Profile[] = [];
  const connections = nearest(settings.connections);
  for (const workload of workloads.filter(({ target }) => target !== null)) {
    profiles.push(await profile(workload, { world, urls, databasePid: database.pid, connections }));
  }
  return { profiles };
}

async function measureSize(database: BenchPostgres, name: string, world: World): Promise<Measured[]> {
  const urls = database.urlsOf(name);
  const servers = { limit: await startLimit(urls), product: await startSightlineApi(urls) };
  const isLargest = world.charters === largest;
  const measured: Measured[] = [];
  try {
    for (const workload of workloads) {
      await agree(workload, world, servers);
      await warmUp(workload, world, servers, database.pid);
      for (const connections of isLargest ? settings.connections : [nearest(settings.connections)]) {
        const shots = await takeTurns(workload, world, servers, connections, database.pid);
        const one = { workload: workload.name, charters: world.charters, connections, ...shots };
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
    `${workload} ${charters} charters, ${connections} connections: ${rates(product)} of ${rates(limit)} per second, ` +
      `ratio ${ratios.join(' ')}, processor ${cost(product)} of ${cost(limit)}\n`,
  );
}

async function timed(what: string, work: () => Promise<void>): Promise<void> {
  const began = performance.now();
  await work();
  process.stdout.write(`seeded ${what} in ${((performance.now() - began) / 1_000).toFixed(1)} s\n`);
}
