import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { provenBy, tries } from '../../../../tools/proof-figures.ts';
import { type Sightline, startSightline } from '../../../../tools/sightline.ts';
import { allSealed, judgeChain } from './chain-judge';
import { judgeWrites, type Verdict } from './write-judge';
import { employWriters, type SentWrite, WRITE_KINDS, type WriteKind, type Writers } from './writes';

const CYCLES = tries({ short: 4, full: 200 });
const WRITES_PER_CYCLE = tries({ short: 40, full: 255 });
const LANES = 16;
/** Where the machine is too slow for all cycles, this ends the run earlier; the figures say how many there were. */
const MINUTES_AT_MOST = Number(process.env['SIGHTLINE_PROOF_MINUTES'] ?? Infinity);
/** Not the ten seconds of T18, which are reported: the machine may have other work to do. */
const BACK_WITHIN_MS = 60_000;
/** The kill falls anywhere in this time after the writes of a cycle. */
const MOMENT_MS = 60;

type Victim = 'api' | 'postgres';

/** Writers at work, a kill at a random moment, the way back, and the repeat of what got no answer. */
interface Cycle {
  victim: Victim;
  /** From the kill to the first "ready", with the start of what was killed. */
  backAfterMs: number;
  sent: SentWrite[];
  /** What was found before anything was repeated. */
  verdict: Verdict;
  retried: number;
}

describe('killed while people write', () => {
  let sightline: Sightline;
  let writers: Writers;
  const cycles: Cycle[] = [];

  beforeAll(async () => {
    sightline = await startSightline({ sample: true, forFaults: true, env: { SIGHTLINE_LOG_LEVEL: 'error' } });
    writers = await employWriters(sightline.url, LANES);
  });
  afterAll(() => sightline?.stop());

  it('loses nothing it confirmed, does nothing by half or twice, and is back soon', async () => {
    const until = performance.now() + MINUTES_AT_MOST * 60_000;
    for (let at = 0; at < CYCLES && performance.now() < until; at += 1) {
      const cycle = await lifeAndDeath(at % 2 === 0 ? 'api' : 'postgres');
      cycles.push(cycle);
      expect(cycle.sent.filter(({ refused }) => refused)).toEqual([]);
      expect(cycle.verdict.faults).toEqual([]);
      expect((await asOwner((owner) => judgeWrites(owner, cycle.sent))).faults).toEqual([]);
      expect(cycle.backAfterMs).toBeLessThan(BACK_WITHIN_MS);
    }
    const confirmed = new Set(
      cycles.flatMap(({ sent }) => sent.filter((one) => one.acknowledged).map((one) => one.kind)),
    );
    expect([...confirmed].sort()).toEqual([...WRITE_KINDS].sort());
    reportKills(cycles);
  });

  it('leaves the audit trail whole: every event sealed, with its row in the outbox', async () => {
    const chain = await asOwner(async (owner) => {
      expect(await allSealed(owner)).toBe(true);
      return judgeChain(owner);
    });
    expect(chain).toMatchObject({ brokenLinks: 0, changedEvents: 0, unmatched: 0, sealed: chain.events });
    provenBy({
      promise: 'T22',
      tried: `${cycles.length} kills under writers; every event compared with the outbox, the chain computed again in SQL`,
      found: `${chain.events} events, all in one gapless chain; each event of a request has exactly one outbox row, of the same id, and no row is without its event (nothing consumes the outbox yet)`,
    });
  });

  it('is judged by somebody who notices', async () => {
    const [unit, charter, measured, voted] = (['unit', 'charter', 'measurements', 'vote'] as const).map(confirmed);
    if (!unit || !charter || !measured || !voted) throw new Error('Nothing to forge.');
    await asOwner(async (owner) => {
      await owner.query(FORGE_FREELY);
      await owner.query('DELETE FROM business_unit WHERE name = $1', [unit.token]);
      await owner.query('DELETE FROM audit_event WHERE request_id = ANY($1)', [[unit.requestId, measured.requestId]]);
      await owner.query(ONE_LINK_LESS, [charter.token]);
      await owner.query(NO_OUTBOX, [voted.requestId]);
      const disowned = { ...voted, acknowledged: false, refused: true };
      const { faults } = await judgeWrites(owner, [unit, charter, measured, voted, disowned]);
      const chain = await judgeChain(owner);
      await owner.query('ROLLBACK');
      expect(faults.map(({ fault, kind }) => `${kind}: ${fault}`)).toEqual([
        'unit: acknowledged and lost',
        'charter: half applied',
        'measurements: without its audit event',
        'vote: without its outbox row',
        'vote: refused and done',
        'vote: without its outbox row',
      ]);
      expect([chain.changedEvents, chain.unmatched]).toEqual([2, 3]);
    });
  });

  async function lifeAndDeath(victim: Victim): Promise<Cycle> {
    const shift = writers.begin();
    while (shift.sent.filter(({ acknowledged }) => acknowledged).length < WRITES_PER_CYCLE) await wait(5);
    await wait(Math.random() * MOMENT_MS);
    const killedAt = performance.now();
    if (victim === 'api') await sightline.api.end('SIGKILL');
    else await sightline.postgres.crash();
    const ended = shift.end();
    if (victim === 'api') await sightline.startApi();
    else await sightline.postgres.restart();
    await untilReady();
    const backAfterMs = performance.now() - killedAt;
    const sent = await ended;
    const verdict = await asOwner((owner) => judgeWrites(owner, sent));
    return { victim, backAfterMs, sent, verdict, retried: await repeatUnanswered(sent) };
  }

  /** A server that outlived its database is there all the time; one that did not says why. */
  async function untilReady(): Promise<void> {
    for (;;) {
      const { status } = await fetch(`${sightline.url}/readyz`).catch(() => ({ status: 0 }));
      if (status === 200) return;
      if (sightline.api.hasEnded()) throw new Error(`It ended by itself:\n${readFileSync(sightline.api.log, 'utf8')}`);
      await wait(20);
    }
  }

  function confirmed(kind: WriteKind): SentWrite | undefined {
    return cycles.at(-1)?.sent.findLast((write) => write.kind === kind && write.acknowledged);
  }

  async function asOwner<T>(work: (owner: pg.Client) => Promise<T>): Promise<T> {
    const owner = new pg.Client({ connectionString: sightline.ownerUrl });
    await owner.connect();
    try {
      return await work(owner);
    } finally {
      await owner.end();
    }
  }
});

/** As a careful client would: the same body with the same Idempotency-Key. Afterwards it counts as confirmed. */
async function repeatUnanswered(sent: readonly SentWrite[]): Promise<number> {
  const unanswered = sent.filter(({ acknowledged, refused, again }) => again && !acknowledged && !refused);
  for (const write of unanswered) {
    expect({ kind: write.kind, status: await write.again?.() }).toEqual({ kind: write.kind, status: 201 });
    write.acknowledged = true;
  }
  return unanswered.length;
}

function reportKills(cycles: readonly Cycle[]): void {
  const sum = (count: (cycle: Cycle) => number): number => cycles.reduce((all, cycle) => all + count(cycle), 0);
  const back = (victim: Victim): string => {
    const seconds = cycles.filter((one) => one.victim === victim).map((one) => one.backAfterMs / 1000);
    seconds.sort((a, b) => a - b);
    const [median, longest] = [seconds[Math.floor(seconds.length / 2)], seconds.at(-1)];
    return `${median?.toFixed(1)} s (longest ${longest?.toFixed(1)} s)`;
  };
  const kills = (victim: Victim): number => sum((cycle) => (cycle.victim === victim ? 1 : 0));
  provenBy({
    promise: 'T18',
    tried: `${kills('api')} kill -9 of the API and ${kills('postgres')} of the whole PostgreSQL tree, at random moments, ${LANES} writers of ${WRITE_KINDS.length} kinds of change`,
    found: `${sum(({ verdict }) => verdict.acknowledged)} confirmed writes, none lost; of those without an answer ${sum(({ verdict }) => verdict.unknownDone)} were done as a whole and ${sum(({ verdict }) => verdict.unknownNotDone)} not at all; ready again ${back('api')} after the API was killed, ${back('postgres')} after PostgreSQL was`,
  });
  provenBy({
    promise: 'T19',
    tried: 'every POST whose answer a kill swallowed, sent again with its Idempotency-Key',
    found: `${sum(({ retried }) => retried)} repeats, each answered with 201; every one of them exactly once in the tables`,
  });
}

/** The owner of the tables takes down what would hinder a forger; rolled back afterwards. */
const FORGE_FREELY = `
  BEGIN;
  ALTER TABLE audit_event DISABLE TRIGGER USER;
  ALTER TABLE audit_chain DROP CONSTRAINT audit_chain_event;
  ALTER TABLE audit_personal_value DROP CONSTRAINT audit_personal_value_event;`;
const ONE_LINK_LESS =
  'DELETE FROM charter_principle WHERE ctid = (SELECT ctid FROM charter_principle WHERE how = $1 LIMIT 1)';
const NO_OUTBOX = 'DELETE FROM outbox_event WHERE id IN (SELECT id FROM audit_event WHERE request_id = $1)';
