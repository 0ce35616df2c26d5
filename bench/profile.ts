import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { DatabaseUrls } from './database.ts';
import { startSightlineApi } from './servers.ts';
import { shoot } from './shots.ts';
import type { Workload, World } from './workloads.ts';

/** Where the server's own time goes under a workload. */
export interface Profile {
  workload: string;
  /** Milliseconds of processor of the server for one answer, and the share of each group of code in it. */
  serverMs: number;
  shares: Record<string, number>;
}

const SECONDS = 4;
const INTERVAL_US = 250;

/** Groups of code by where a function comes from; the first that fits. */
const GROUPS: readonly [name: string, place: RegExp][] = [
  ['talking to PostgreSQL', /\/(pg|pg-pool|pg-protocol|pg-types|postgres-\w+)\//],
  ['Nest', /\/(@nestjs|rxjs|reflect-metadata)\/|\/src\/internal\//],
  ['Fastify', /\/(fastify|find-my-way|@fastify|fast-\w+|avvio|light-my-request)\//],
  ['class-validator', /\/class-validator\/|node_modules\/src\//],
  ['TypeORM', /\/typeorm\/|^(\.\.\/)+src\//],
  ['log', /\/(pino|sonic-boom|quick-format-unescaped)\//],
  ['rules and sentences', /libs\/(rules|language)\//],
  ['Sightline’s platform', /apps\/api\/src\/platform\//],
  ['Sightline’s features', /apps\/api\/src\//],
  ['sockets and HTTP of Node', /^node:|^\(native\)|^$/],
];
export const PROFILE_GROUPS = [...GROUPS.map(([name]) => name), 'collecting garbage', 'other'];

interface CpuProfile {
  startTime: number;
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number; columnNumber: number } }[];
  samples: number[];
  timeDeltas: number[];
}

/** Profiles a server of its own under one workload, after it has warmed up as long. */
export async function profile(
  workload: Workload,
  {
    world,
    urls,
    databasePid,
    connections,
  }: { world: World; urls: DatabaseUrls; databasePid: number; connections: number },
): Promise<Profile> {
  const folder = mkdtempSync(join(tmpdir(), 'sightline-profile-'));
  const server = await startSightlineApi(urls, [
    '--cpu-prof',
    `--cpu-prof-dir=${folder}`,
    `--cpu-prof-interval=${INTERVAL_US}`,
  ]);
  const shooting = { workload, world, side: 'product' as const, server, databasePid, connections, seconds: SECONDS };
  await shoot(shooting);
  const { serverMs } = await shoot(shooting).finally(() => server.stop());
  const [file = ''] = readdirSync(folder);
  const shares = sharesOf(JSON.parse(readFileSync(join(folder, file), 'utf8')) as CpuProfile);
  rmSync(folder, { recursive: true, force: true });
  return { workload: workload.name, serverMs, shares };
}

/** Only the last seconds count: before them the server started and its code was compiled. */
function sharesOf({ nodes, samples, timeDeltas, startTime }: CpuProfile): Record<string, number> {
  const bundle = resolve(import.meta.dirname, '../dist/apps/api/main.js.map');
  const map = new SourceMap(JSON.parse(readFileSync(bundle, 'utf8')) as ConstructorParameters<typeof SourceMap>[0]);
  const groups = new Map(nodes.map((node) => [node.id, groupOf(node.callFrame, map)]));
  const end = timeDeltas.reduce((sum, delta) => sum + delta, startTime);
  const spent = new Map<string, number>();
  let at = startTime;
  for (const [index, id] of samples.entries()) {
    const delta = timeDeltas[index] ?? 0;
    at += delta;
    const group = groups.get(id);
    if (at > end - SECONDS * 1e6 && group) spent.set(group, (spent.get(group) ?? 0) + delta);
  }
  const all = [...spent.values()].reduce((sum, time) => sum + time, 0);
  return Object.fromEntries(PROFILE_GROUPS.map((name) => [name, (spent.get(name) ?? 0) / all]));
}

function groupOf(
  { functionName, url, lineNumber, columnNumber }: CpuProfile['nodes'][number]['callFrame'],
  map: SourceMap,
) {
  if (functionName === '(idle)' || functionName === '(root)') return null;
  if (functionName === '(garbage collector)') return 'collecting garbage';
  const entry = url.endsWith('main.js') ? map.findEntry(lineNumber, columnNumber) : {};
  const place = 'originalSource' in entry ? String(entry.originalSource) : url;
  return GROUPS.find(([, where]) => where.test(place))?.[0] ?? 'other';
}
