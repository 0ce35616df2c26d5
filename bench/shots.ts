import autocannon, { type Request } from 'autocannon';
import { SIZES } from './seed/sizes.ts';
import type { Server } from './servers.ts';
import { percentile } from './statistics.ts';
import { processorSeconds, residentMiB } from './process-figures.ts';
import type { Asked, Workload, World } from './workloads.ts';

export type Side = 'limit' | 'product';

/** What came of a server being asked by so many at once for a while. */
export interface Shot {
  perSecond: number;
  p50: number;
  p99: number;
  /** Milliseconds of processor time per answer: of the server's process, and of the database. */
  serverMs: number;
  databaseMs: number;
  memoryMiB: number;
  failed: number;
}

/** How many different requests are asked in turn. */
const VARIETY = 200;
const TIMEOUT_S = 30;

export interface Shooting {
  workload: Workload;
  world: World;
  side: Side;
  server: Server;
  databasePid: number;
  connections: number;
  seconds: number;
}

/** How many requests of a writing workload were sent so far, so that none is sent twice. */
const sent = new Map<string, number>();

export async function shoot(shooting: Shooting): Promise<Shot> {
  const { server, databasePid, connections, seconds } = shooting;
  const times: number[] = [];
  let refused = 0;
  const before = { server: processorSeconds(server.pid), database: processorSeconds(databasePid) };
  const sources = sourcesOf(shooting);
  let next = 0;
  const run = autocannon({
    url: server.url,
    connections,
    duration: seconds,
    timeout: TIMEOUT_S,
    requests: sources(0),
    setupClient: (client) => client.setRequests(sources(next++)),
  });
  void run.on('response', (_client, status, _bytes, ms) => {
    if (status >= 200 && status < 300) times.push(ms);
    else refused += 1;
  });
  const { duration, errors, timeouts } = await run;
  times.sort((one, other) => one - other);
  return {
    perSecond: times.length / duration,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    serverMs: ((processorSeconds(server.pid) - before.server) * 1_000) / times.length,
    databaseMs: ((processorSeconds(databasePid) - before.database) * 1_000) / times.length,
    memoryMiB: residentMiB(server.pid),
    failed: refused + errors + timeouts,
  };
}

/** The requests of the n-th connection: those of reads repeat from another place for each, those of writes never do. */
function sourcesOf({ workload, world, side, server, connections }: Shooting): (connection: number) => Request[] {
  const asked = (n: number): Asked => workload.ask(n, world)[side];
  if (!workload.writes) {
    const all = Array.from({ length: VARIETY }, (_, n) => n);
    return (connection) => {
      const start = Math.floor((connection * VARIETY) / connections);
      return [...all.slice(start), ...all.slice(0, start)].map((n) =>
        requestOf(asked(n), side === 'product' ? signedIn(connection, server) : {}),
      );
    };
  }
  const key = `${side} ${workload.name} ${world.charters}`;
  return (connection) => [
    {
      method: 'POST',
      setupRequest: (request) => {
        const n = sent.get(key) ?? 0;
        sent.set(key, n + 1);
        return { ...request, ...requestOf(asked(n), side === 'product' ? signedIn(connection, server) : {}) };
      },
    },
  ];
}

function requestOf({ path, body }: Asked, headers: Record<string, string>): Request {
  if (body === undefined) return { method: 'GET', path, headers };
  return { method: 'POST', path, headers: { ...headers, 'content-type': 'application/json' }, body };
}

/** Each connection has a session of its own; reads and writes by the first are the first person's. */
export function signedIn(connection: number, { url }: Server): Record<string, string> {
  const n = String(1 + (connection % SIZES.sessions));
  const csrf = n.padStart(43, 'c');
  return {
    cookie: `sightline_session=${n.padStart(43, 's')}; XSRF-TOKEN=${csrf}`,
    'x-xsrf-token': csrf,
    origin: url,
    'accept-language': 'en',
  };
}
