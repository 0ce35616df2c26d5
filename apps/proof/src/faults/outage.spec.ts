import { setTimeout as wait } from 'node:timers/promises';
import type { Problem } from '@sightline/contracts';
import pg from 'pg';
import { IN_FULL, provenBy, tries } from '../../../../tools/proof-figures.ts';
import { type Sightline, startSightline } from '../../../../tools/sightline.ts';
import { Caller, type Reply } from './caller';
import { layWire, type Wire, type WireState } from './wire';

const AWAY_MS = tries({ short: 2_000, full: 30_000 });
const NOT_READY_WITHIN_MS = 2_000;
const BACK_WITHIN_MS = 5_000;
/** A write that hangs on a dead connection is given up; nobody waits for the time limits of a statement. */
const ANSWER_WITHIN_MS = 10_000;
/** Where the database lives and a lock is held: eight seconds for the lock, twice two for a connection, and the way. */
const LOCKED_OUT_WITHIN_MS = 13_000;

const FAULTS: [string, WireState][] = [
  ['is gone', 'refused'],
  ['hears and cannot answer', 'one-way'],
  ['says nothing', 'deaf'],
  ['answers only after five seconds', { delay: 2_500 }],
];

/** What was seen while the database was away, and on the way back. */
interface Outage {
  /** From the cut to the answer of `/readyz` that says 503. */
  notReadyAfterMs: number;
  /** Every write that was tried, with how long it took to be refused. */
  writes: { status: number; code: string; retryAfter: string | null; ms: number }[];
  /** The longest wait of a write that was on its way when it happened. */
  inFlightMs: number;
  /** From the end of the fault to the first `/readyz` that says 200 and the first write that is done. */
  backAfterMs: number;
}

describe('a database that is away', () => {
  let sightline: Sightline;
  let wire: Wire;
  let admin: Caller;

  beforeAll(async () => {
    sightline = await startSightline({
      sample: true,
      env: { SIGHTLINE_LOG_LEVEL: 'error' },
      through: async (url) => (wire = await layWire(url)).url,
    });
    admin = await Caller.signedIn(sightline.url, 'admin');
  });
  afterAll(async () => {
    await sightline?.stop();
    await wire?.stop();
  });

  it.each(IN_FULL ? FAULTS : FAULTS.slice(0, 2))(
    '%s: the process stays, says so, refuses writes for now, and comes back alone',
    async (what, state) => {
      const seen = await outage(
        () => wire.become(state),
        () => wire.become('whole'),
      );
      tell(`the database ${what} for ${AWAY_MS / 1000} s`, seen);
    },
  );

  it('the same when every connection of the pool is taken', async () => {
    const blocker = new pg.Client({ connectionString: sightline.ownerUrl });
    await blocker.connect();
    const statuses: (number | undefined)[] = [];
    let held = false;
    const holding = async (): Promise<void> => {
      while (held) statuses.push((await newUnit())?.status);
    };
    const seen = await outage(
      async () => {
        await blocker.query('BEGIN; LOCK TABLE business_unit IN SHARE MODE');
        held = true;
        // Each gives up by its lock_timeout, and the next one takes its place.
        for (let at = 0; at < 20; at += 1) void holding();
        await wait(200);
      },
      async () => {
        held = false;
        await blocker.query('COMMIT');
      },
    );
    await blocker.end();
    expect(statuses.every((status) => status === 201 || status === 503)).toBe(true);
    tell(`all connections of the pool held by a lock for ${AWAY_MS / 1000} s`, seen, LOCKED_OUT_WITHIN_MS);
  });

  it('serves on when the database is merely slow', async () => {
    wire.become({ delay: 40 });
    expect((await admin.send('GET', '/readyz'))?.status).toBe(200);
    expect((await newUnit())?.status).toBe(201);
    wire.become('whole');
  });

  async function outage(begin: () => unknown, end: () => unknown): Promise<Outage> {
    const { pid } = sightline.api;
    expect((await newUnit())?.status).toBe(201);
    // Some connections are in use, others idle, when it happens.
    const inFlight = Array.from({ length: 8 }, () => newUnit());
    await begin();
    const cut = performance.now();
    const notReadyAfterMs = await until(cut, async () => (await admin.send('GET', '/readyz'))?.status === 503);
    const writes: Reply[] = [];
    while (performance.now() - cut < AWAY_MS) {
      writes.push(await newUnit());
      expect((await admin.send('GET', '/healthz'))?.status).toBe(200);
      await wait(200);
    }
    expect((await admin.send('GET', '/readyz'))?.status).toBe(503);
    await end();
    const back = performance.now();
    const backAfterMs = await until(back, async () => (await admin.send('GET', '/readyz'))?.status === 200);
    const doneAfterMs = await until(back, async () => (await newUnit())?.status === 201);
    const waits = (await Promise.all(inFlight)).map((reply) => reply?.ms ?? Infinity);
    expect([sightline.api.hasEnded(), sightline.api.pid]).toEqual([false, pid]);
    return {
      notReadyAfterMs,
      writes: writes.map(refusal),
      inFlightMs: Math.max(...waits),
      backAfterMs: Math.max(backAfterMs, doneAfterMs),
    };
  }

  function newUnit(): Promise<Reply> {
    return admin.send('POST', '/business-units', { name: `Unit ${performance.now()} ${Math.random()}`, kind: 'it' });
  }

  function tell(tried: string, seen: Outage, answerWithinMs = ANSWER_WITHIN_MS): void {
    const { notReadyAfterMs, writes, inFlightMs, backAfterMs } = seen;
    const slowest = Math.max(...writes.map(({ ms }) => ms));
    expect(writes.length).toBeGreaterThan(0);
    for (const { status, code, retryAfter } of writes) {
      expect([status, code, retryAfter]).toEqual([503, 'unavailable', expect.stringMatching(/^[1-9]\d*$/)]);
    }
    expect(notReadyAfterMs).toBeLessThan(NOT_READY_WITHIN_MS);
    expect(Math.max(slowest, inFlightMs)).toBeLessThan(answerWithinMs);
    expect(backAfterMs).toBeLessThan(BACK_WITHIN_MS);
    provenBy({
      promise: 'T20',
      tried,
      found: `the process stayed up; /readyz 503 after ${seconds(notReadyAfterMs)}; ${writes.length} writes, each refused with 503 and Retry-After, at the latest after ${seconds(slowest)}, and those on their way when it happened answered after ${seconds(inFlightMs)}; ready and writing again ${seconds(backAfterMs)} after the end`,
    });
  }
});

async function until(since: number, isSo: () => Promise<boolean>): Promise<number> {
  while (!(await isSo())) {
    if (performance.now() - since > 40_000) throw new Error('It did not come about within 40 s.');
    await wait(20);
  }
  return performance.now() - since;
}

function refusal(reply: Reply): Outage['writes'][number] {
  const body = reply?.body as Problem | undefined;
  return {
    status: reply?.status ?? 0,
    code: body?.code ?? '',
    retryAfter: reply?.headers.get('retry-after') ?? null,
    ms: reply?.ms ?? 0,
  };
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
