import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { withClient } from '../../../../tools/postgres/roles.ts';
import { provenBy, tries } from '../../../../tools/proof-figures.ts';
import { type Sightline, startSightline } from '../../../../tools/sightline.ts';
import { Caller } from './caller';
import { layWire, type Wire } from './wire';
import { judgeWrites, type Verdict } from './write-judge';
import { employWriters } from './writes';

/** The most connections that the speed targets speak of. */
const BUSY = 64;
const TIMES = 5;
/** How far the database is, each way: the server then waits instead of working, and a client on the same machine can flood it. */
const FAR_MS = 100;
const BASELINE_MS = tries({ short: 2_000, full: 20_000 });
const OVERLOAD_MS = tries({ short: 3_000, full: 60_000 });
/** A short run is only a few hundred answers on a machine that does other things. */
const SLOWER_AT_MOST = tries({ short: 4, full: 2 });
const MEMORY_MB = 150;
const STOPS = tries({ short: 1, full: 5 });
const EXIT_WITHIN_MS = 10_000;
const LANES = 16;
/** What was sent so long before the signal has surely arrived. */
const ON_ITS_WAY_MS = 50;

interface Look {
  status: number;
  ms: number;
  retryAfter: string | undefined;
}
interface Stop {
  code: number | null;
  /** From the signal to the end, in milliseconds. */
  took: number;
  /** Answered after the signal. */
  inFlight: number;
  /** Begun before the signal and never answered. */
  dropped: number;
  verdict: Verdict;
}
/** null: the connection ended without an answer. */
type Looks = readonly (Look | null)[];

describe('more than it can do', () => {
  let sightline: Sightline;
  let wire: Wire;
  let reader: Caller;
  const agent = new Agent({ keepAlive: true });

  beforeAll(async () => {
    sightline = await startSightline({
      sample: true,
      forFaults: true,
      env: { SIGHTLINE_LOG_LEVEL: 'error' },
      through: async (url) => (wire = await layWire(url)).url,
    });
    reader = await Caller.signedIn(sightline.url, 'auditor');
  });
  afterAll(async () => {
    agent.destroy();
    await sightline?.stop();
    await wire?.stop();
  });

  it('answers some as soon as ever, refuses the others at once, and does not grow', async () => {
    wire.become({ delay: FAR_MS });
    await busy(BASELINE_MS / 2);
    const usual = await busy(BASELINE_MS);
    const perSecond = (usual.length / BASELINE_MS) * 1000;
    const memory = watchMemory(sightline.api.pid);
    const flood = await arriving(perSecond * TIMES, OVERLOAD_MS);
    const { before, most } = memory.end();
    wire.become('whole');
    const accepted = flood.filter((reply) => reply?.status === 200);
    const refused = flood.filter((reply) => reply?.status === 503 || reply?.status === 429);
    const [p95, floodP95, refusedP95] = [usual, accepted, refused].map((replies) => percentile95(replies));
    const times = (floodP95 ?? Infinity) / (p95 ?? 1);
    const text =
      `usual: ${perSecond.toFixed(0)} answers/s at ${BUSY} connections, p95 ${p95?.toFixed(0)} ms; ` +
      `flood: ${flood.length} requests, ${accepted.length} answered with p95 ${floodP95?.toFixed(0)} ms (${times.toFixed(1)} ×), ` +
      `${refused.length} refused with p95 ${refusedP95?.toFixed(0)} ms; memory ${before} → at most ${most} MB`;
    expect(accepted.length + refused.length).toBe(flood.length);
    expect(refused.length).toBeGreaterThan(0);
    for (const reply of refused) expect(reply?.retryAfter).toMatch(/^\d+$/);
    expect(accepted.length).toBeGreaterThan((usual.length / BASELINE_MS) * OVERLOAD_MS * 0.2);
    expect(times).toBeLessThanOrEqual(SLOWER_AT_MOST);
    expect(most - before).toBeLessThan(MEMORY_MB);
    provenBy({
      promise: 'T21',
      tried: `${TIMES} times as many requests a second as it can answer, for ${OVERLOAD_MS / 1000} s, with a database ${FAR_MS} ms away`,
      found: text,
    });
  });

  it('stops at a SIGTERM without dropping what it has begun', async () => {
    const stops: Stop[] = [];
    for (let at = 0; at < STOPS; at += 1) {
      const stop = await stopWith('SIGTERM');
      const { code, dropped, verdict } = stop;
      expect({ code, dropped, faults: verdict.faults, unanswered: verdict.unknownDone }).toEqual({
        code: 0,
        dropped: 0,
        faults: [],
        unanswered: 0,
      });
      expect(stop.took).toBeLessThan(EXIT_WITHIN_MS);
      stops.push(stop);
    }
    const sum = (of: (stop: Stop) => number): number => stops.reduce((total, stop) => total + of(stop), 0);
    expect(sum(({ inFlight }) => inFlight)).toBeGreaterThan(0);
    provenBy({
      promise: 'T21',
      tried: `${STOPS} SIGTERM under ${LANES} writers, some of them waiting for a lock at that moment`,
      found: `${sum(({ inFlight }) => inFlight)} requests in flight, every one answered with 2xx; of ${sum(({ verdict }) => verdict.acknowledged)} confirmed none lost; ${sum(({ verdict }) => verdict.unknownNotDone)} that met a closed door were not done; gone with exit code 0 at the latest after ${(Math.max(...stops.map(({ took }) => took)) / 1000).toFixed(1)} s`,
    });
  });

  it('is judged by somebody who notices what was dropped', async () => {
    const { code, dropped } = await stopWith('SIGKILL');
    expect(code).not.toBe(0);
    expect(dropped).toBeGreaterThan(0);
  });

  /** Writers at work, some of them waiting for a lock, and a signal; the server is there again afterwards. */
  async function stopWith(signal: 'SIGTERM' | 'SIGKILL'): Promise<Stop> {
    const writers = await employWriters(sightline.url, LANES);
    const shift = writers.begin();
    await wait(500 + Math.random() * 200);
    const release = await holdWrites(sightline.ownerUrl);
    await wait(100);
    const [answered, asked] = [shift.sent.length, performance.now()];
    const exit = sightline.api.end(signal);
    setTimeout(() => void release(), 500);
    const code = await exit;
    const took = performance.now() - asked;
    const ended = shift.end();
    await sightline.startApi();
    const sent = await ended;
    return {
      code,
      took,
      inFlight: sent.slice(answered).filter(({ acknowledged }) => acknowledged).length,
      dropped: sent.filter(({ sentAt, acknowledged }) => !acknowledged && sentAt < asked - ON_ITS_WAY_MS).length,
      verdict: await withClient(sightline.ownerUrl, (owner) => judgeWrites(owner, sent)),
    };
  }

  /** What people look at, by turns; the answer is thrown away, so that the client is not slower than the server. */
  function look(at: number): Promise<Look | null> {
    const began = performance.now();
    return new Promise((resolve) => {
      const address = `${sightline.url}/api/v1${PLACES[at % PLACES.length]}`;
      const asking = request(address, { agent, headers: { cookie: reader.cookie } }, (answer) => {
        const { statusCode: status = 0, headers } = answer;
        answer.resume().once('end', () => {
          resolve({ status, ms: performance.now() - began, retryAfter: headers['retry-after'] });
        });
      });
      asking.once('error', () => resolve(null)).end();
    });
  }

  /** As many at once as there are connections, each asking again when it has its answer. */
  async function busy(forMs: number): Promise<Looks> {
    const replies: (Look | null)[] = [];
    const until = performance.now() + forMs;
    let asked = 0;
    const one = async (): Promise<void> => {
      while (performance.now() < until) replies.push(await look((asked += 1)));
    };
    await Promise.all(Array.from({ length: BUSY }, one));
    return replies;
  }

  /** As many a second, whether or not there were answers. */
  async function arriving(perSecond: number, forMs: number): Promise<Looks> {
    const began = performance.now();
    const waiting: Promise<Look | null>[] = [];
    while (performance.now() - began < forMs) {
      const due = ((performance.now() - began) / 1000) * perSecond;
      while (waiting.length < due) waiting.push(look(waiting.length));
      await wait(5);
    }
    return Promise.all(waiting);
  }
});

const PLACES = ['/charters?q=data&sort=title', '/business-units', '/systems', '/parties'];

/** Takes a lock that a new unit waits for; answers how to let go. */
async function holdWrites(ownerUrl: string): Promise<() => Promise<void>> {
  const blocker = new pg.Client({ connectionString: ownerUrl });
  await blocker.connect();
  await blocker.query('BEGIN; LOCK TABLE business_unit IN SHARE MODE');
  return async () => {
    await blocker.query('COMMIT');
    await blocker.end();
  };
}

function percentile95(replies: Looks): number {
  const times = replies.map((reply) => reply?.ms ?? Infinity).sort((a, b) => a - b);
  return times[Math.floor(times.length * 0.95)] ?? Infinity;
}

/** The memory that a process really takes, looked at four times a second, in megabytes. */
function watchMemory(pid: number): { end(): { before: number; most: number } } {
  const now = (): number => {
    const pages = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1];
    return Math.round((Number(pages) * 4096) / 1024 / 1024);
  };
  const before = now();
  let most = before;
  const watching = setInterval(() => (most = Math.max(most, now())), 250);
  return {
    end() {
      clearInterval(watching);
      return { before, most: Math.max(most, now()) };
    },
  };
}
