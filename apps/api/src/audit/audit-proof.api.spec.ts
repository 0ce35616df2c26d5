import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { AuditVerification } from '@sightline/contracts';
import { provenBy, tries } from '../../../../tools/proof-figures.ts';
import { readCheckpoints } from '../../../../tools/verify-audit/checkpoints.ts';
import { verifyTrail as verifyExport } from '../../../../tools/verify-audit/trail.ts';
import { FORGERIES } from '../../test/audit/forged-checkpoints';
import { OpenTrail, type Tampering } from '../../test/audit/tampering';
import { TAMPERINGS } from '../../test/audit/tamperings';
import { Random } from '../../test/histories/random';
import { type RunningApi, startApi } from '../../test/start-api';
import { newId } from '../platform/records/new-id';
import { exportOfTrail } from './audit-export';
import { AuditTrail } from './audit-trail.service';
import { AuditVerifier } from './audit-verifier.service';
import type { Queryable } from './chain-check';
import { believedCheckpoints, type BelievedCheckpoints } from './checkpoint-check';
import { readLines } from './checkpoint-file';
import { Checkpoints } from './checkpoints.service';
import { Sealer } from './sealer.service';
import { verifyTrail } from './verify-trail';

const SEED = Number(process.env['SIGHTLINE_SEED'] ?? 26);
const NOTHING_SIGNED: BelievedCheckpoints = { checkpoints: [], forged: [], lastKey: null };

describe('the audit trail under proof (T25, T26)', () => {
  let api: RunningApi;
  let folder: string;
  let file: string;
  const draw = new Random(SEED);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sightline-audit-'));
    file = join(folder, 'audit-checkpoints.jsonl');
    api = await startApi({ env: { SIGHTLINE_CHECKPOINT_DIR: folder, SIGHTLINE_LOG_LEVEL: 'error' } });
  });
  afterAll(async () => {
    await api.stop();
    rmSync(folder, { recursive: true });
  });

  /** Some events of one transaction; every third holds a personal value. */
  const record = (count: number, commit = true): Promise<void> =>
    api.db
      .transaction(async (tx) => {
        const changes = Array.from({ length: count }, (_, n) => ({
          action: 'charter.edited',
          recordType: 'charter',
          recordId: newId(),
          recordCode: `CH-${1000 + n}`,
          before: { narrative: 'As it was', outcome: 'open' },
          after: { narrative: `"${draw.next()}" \\u0000 äöü \u2028`, outcome: 'open', address: '192.0.2.7' },
          personal: n % 3 === 0 ? ['/address'] : [],
          person: null,
        }));
        await api.get(AuditTrail).recordAll(tx, changes);
        if (!commit) throw new Error('rolled back');
      })
      .catch((error: Error) => {
        if (error.message !== 'rolled back') throw error;
      });
  const sealAll = async (): Promise<void> => {
    for (let open = 1; open > 0;) {
      await api.get(Sealer).seal();
      const [row] = await api.owner.query<[{ open: number }]>(
        'SELECT (SELECT count(*) FROM audit_event)::int - (SELECT count(*) FROM audit_chain)::int AS open',
      );
      open = row.open;
    }
  };
  const exported = async (db: Queryable, name: string): Promise<string> => {
    const path = join(folder, name);
    await pipeline(await exportOfTrail(db), createWriteStream(path));
    return path;
  };

  describe('tampering', () => {
    let signed: BelievedCheckpoints;

    beforeAll(async () => {
      for (let n = 0; n < 6; n += 1) {
        await record(8);
        await sealAll();
        await api.get(Checkpoints).write();
      }
      signed = await api.get(Checkpoints).read();
    });

    /** Tampers in a transaction that is taken back, and answers what verification says meanwhile. */
    async function tampered(
      { tamper, inExport }: Pick<Tampering, 'tamper' | 'inExport'>,
      checkpoints: BelievedCheckpoints,
    ): Promise<{ online: AuditVerification; offline: number | null }> {
      const runner = api.owner.createQueryRunner();
      await runner.startTransaction();
      try {
        const trail = await OpenTrail.open(runner.manager);
        await tamper(trail, draw.whole(2, trail.length - 1));
        const online = await verifyTrail(runner.manager, checkpoints);
        if (!inExport) return { online, offline: null };
        const path = await exported(runner.manager, 'tampered.ndjson');
        return { online, offline: (await verifyExport(path, checkpoints.checkpoints)).findings.length };
      } finally {
        await runner.rollbackTransaction();
        await runner.release();
      }
    }

    it('is found in every kind, by the server and in an export without a database', async () => {
      const times = tries({ short: 1, full: 100 });
      const missed: string[] = [];
      let offline = 0;
      for (const tampering of TAMPERINGS) {
        for (let n = 0; n < times; n += 1) {
          const found = await tampered(tampering, signed);
          if (found.online.intact || found.offline === 0) missed.push(tampering.what);
          if (found.offline !== null) offline += 1;
        }
      }
      expect(missed).toEqual([]);
      provenBy({
        promise: 'T26',
        tried: `${TAMPERINGS.length} kinds of tampering by the owner of the tables with triggers and constraints off, ${times} times each`,
        found: `${TAMPERINGS.length * times} of ${TAMPERINGS.length * times} found by the server, ${offline} of ${offline} in exports without a database`,
      });
    });

    it('goes unseen where every hash was computed again and no checkpoint is at hand: the harness can miss', async () => {
      const seen: string[] = [];
      for (const tampering of TAMPERINGS.filter((one) => one.thorough)) {
        const { online, offline } = await tampered(tampering, NOTHING_SIGNED);
        if (!online.intact || offline !== 0) seen.push(tampering.what);
      }
      expect(seen).toEqual([]);
      const untouched = await tampered({ inExport: true, tamper: () => Promise.resolve() }, signed);
      expect([untouched.online.findings, untouched.offline]).toEqual([[], 0]);
    });

    it('with events outside the chain is found when five seconds have gone by', async () => {
      const times = tries({ short: 1, full: 100 });
      const planted = Array.from({ length: times }, async () => {
        const runner = api.owner.createQueryRunner();
        await runner.startTransaction();
        await new OpenTrail(runner.manager, 0).forge(new Date(Date.now() - 6_000).toISOString());
        const { findings } = await verifyTrail(runner.manager, signed);
        await runner.rollbackTransaction();
        await runner.release();
        return findings.map(({ kind }) => kind);
      });
      const found = await Promise.all(planted);
      expect(new Set(found.flat())).toEqual(new Set(['unsealed-too-long']));
      expect(found.filter((kinds) => kinds.length === 1)).toHaveLength(times);
      provenBy({
        promise: 'T26',
        tried: `an event unsealed for more than 5 s, ${times} times`,
        found: `${times} found`,
      });
    });

    it('with the checkpoints is found, by the server and without it', async () => {
      const times = tries({ short: 1, full: 100 });
      const lines = await readLines(file);
      const held = [signed.lastKey ?? ''];
      const places = lines.flatMap((line, at) => (line?.kind === 'checkpoint' ? [at] : []));
      const pem = join(folder, 'public.pem');
      writeFileSync(pem, (await api.get(Checkpoints).state()).key?.publicKey ?? '');
      const missed: string[] = [];
      for (const [what, forge] of FORGERIES) {
        for (let n = 0; n < times; n += 1) {
          const forged = forge(lines, draw.pick(places));
          const online = await believedCheckpoints(forged, held);
          const path = join(folder, 'forged.jsonl');
          writeFileSync(path, forged.map((line) => `${JSON.stringify(line)}\n`).join(''));
          const offline = readCheckpoints(path, (await api.get(Checkpoints).state()).key?.publicKey ?? '');
          if (online.forged.length === 0 || offline.findings.length === 0) missed.push(what);
        }
      }
      expect(missed).toEqual([]);
      const untouched = readCheckpoints(file, (await api.get(Checkpoints).state()).key?.publicKey ?? '');
      expect([signed.forged, untouched.findings, untouched.checkpoints.length]).toEqual([[], [], places.length]);
      provenBy({
        promise: 'T26',
        tried: `${FORGERIES.length} kinds of forged checkpoints, ${times} times each`,
        found: `${FORGERIES.length * times} of ${FORGERIES.length * times} found by the server and without it`,
      });
    });
  });

  it('raises no false alarm, whatever people do meanwhile', async () => {
    const runs = tries({ short: 5, full: 1_000 });
    const verifier = api.get(AuditVerifier);
    const alarms: AuditVerification['findings'] = [];
    let events = 0;
    for (let run = 0; run < runs; run += 1) {
      const writing = Array.from({ length: draw.whole(1, 4) }, () => record(draw.whole(1, 5), draw.chance(0.9)));
      const sealing = draw.chance(0.5) ? [api.get(Sealer).seal()] : [];
      const signing = draw.chance(0.05) ? [api.get(Checkpoints).write()] : [];
      const erasing = draw.chance(0.1) ? [api.db.query('DELETE FROM audit_personal_value WHERE random() < 0.01')] : [];
      const verifying = verifier.verify();
      await Promise.all([...writing, ...sealing, ...signing, ...erasing]);
      const { findings, events: counted } = await verifying;
      alarms.push(...findings);
      events = counted;
    }
    await sealAll();
    alarms.push(...(await verifier.verify()).findings);
    expect(alarms).toEqual([]);
    provenBy({
      promise: 'T26',
      tried: `${runs} clean runs: writing, rolling back, sealing, signing and erasing values while verification reads`,
      found: `no false alarm; ${events} events at the end`,
    });
  });
});
