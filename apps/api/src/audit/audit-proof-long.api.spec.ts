import { execFile } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import type { AuditVerification } from '@sightline/contracts';
import { provenBy, tries } from '../../../../tools/proof-figures.ts';
import { givenLongTrail } from '../../test/audit/long-trail';
import { type RunningApi, startApi } from '../../test/start-api';
import { newId } from '../platform/records/new-id';
import { exportOfTrail } from './audit-export';
import { AuditVerifier } from './audit-verifier.service';
import { Checkpoints } from './checkpoints.service';

describe('64 people writing at once (T26)', () => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await startApi({ env: { SIGHTLINE_LOG_LEVEL: 'error' } });
  });
  afterAll(() => api.stop());

  const sealed = async (): Promise<boolean> => {
    const [row] = await api.owner.query<[{ done: boolean }]>(
      'SELECT (SELECT count(*) FROM audit_event) = (SELECT count(*) FROM audit_chain) AS done',
    );
    return row.done;
  };

  it('are sealed within five seconds, without a gap and in order', async () => {
    const admin = await api.signInAs('admin');
    const until = Date.now() + tries({ short: 1_500, full: 30_000 });
    const lags: number[] = [];
    let written = 0;
    const writer = async (): Promise<void> => {
      while (Date.now() < until) {
        const { status } = await admin.post('/business-units', { name: `Unit ${newId()}`, kind: 'business' });
        expect(status).toBe(201);
        written += 1;
      }
    };
    const watcher = async (): Promise<void> => {
      while (Date.now() < until) {
        const { body } = await admin.get<string>('/metrics');
        lags.push(Number(/^sightline_sealer_lag_seconds ([\d.e+-]+)$/m.exec(body)?.[1]));
        await new Promise((next) => setTimeout(next, 100));
      }
    };
    await Promise.all([watcher(), ...Array.from({ length: 64 }, writer)]);
    for (const until = Date.now() + 10_000; Date.now() < until && !(await sealed()););
    const [row] = await api.owner.query<[{ units: number; slowest: number; median: number; ordered: boolean }]>(
      `SELECT count(*) FILTER (WHERE action = 'business_unit.created')::int AS units, bool_and(ordered) AS ordered,
              max(delay)::float8 AS slowest, (percentile_cont(0.5) WITHIN GROUP (ORDER BY delay))::float8 AS median
         FROM (SELECT e.action, extract(epoch FROM c.sealed_at - e.at) AS delay,
                      coalesce((e.transaction, e.id) > (lag(e.transaction) OVER w, lag(e.id) OVER w), true) AS ordered
                 FROM audit_chain c JOIN audit_event e ON e.id = c.event_id WINDOW w AS (ORDER BY c.sequence)) s`,
    );
    expect(row.units).toBe(written);
    expect(row.ordered).toBe(true);
    expect(Math.max(...lags, row.slowest)).toBeLessThan(5);
    expect(await api.get(AuditVerifier).verify()).toMatchObject({ intact: true, findings: [] });
    provenBy({
      promise: 'T26',
      tried: `64 writers at once through the API, ${written} changes, the lag read from /metrics ${lags.length} times`,
      found:
        `all sealed, no gap, in order; from change to sealed ${row.median.toFixed(2)} s in the middle, ` +
        `${row.slowest.toFixed(2)} s at most; highest lag shown ${Math.max(...lags).toFixed(2)} s`,
    });
  });
});

describe('a long audit trail (T26)', () => {
  const EVENTS = tries({ short: 2_000, full: 1_000_000 });
  const LIMIT_SECONDS = 60;
  let api: RunningApi;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sightline-long-trail-'));
    api = await startApi({ env: { SIGHTLINE_CHECKPOINT_DIR: folder } });
    await givenLongTrail(api.owner, EVENTS);
    await api.get(Checkpoints).write();
  });
  afterAll(async () => {
    await api.stop();
    rmSync(folder, { recursive: true });
  });

  const seconds = async (work: () => Promise<unknown>): Promise<number> => {
    const started = performance.now();
    await work();
    return (performance.now() - started) / 1000;
  };

  it('is verified within a minute, exported with flat memory, and verified without a database', async () => {
    const auditor = await api.signInAs('auditor');
    const taken = await seconds(async () => {
      const { body } = await auditor.get<AuditVerification>('/audit/verify');
      expect(body).toMatchObject({ intact: true, events: EVENTS, sealed: EVENTS, checkpoints: { checked: 1 } });
    });
    const path = join(folder, 'trail.ndjson');
    let most = 0;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
    const before = process.memoryUsage().rss;
    const exporting = await seconds(async () => pipeline(await exportOfTrail(api.db), createWriteStream(path)));
    clearInterval(watch);
    const run = promisify(execFile);
    let said = '';
    const offline = await seconds(async () => {
      const tool = resolve(import.meta.dirname ?? __dirname, '../../../../tools/verify-audit.ts');
      const checkpoints = join(folder, 'audit-checkpoints.jsonl');
      ({ stdout: said } = await run(process.execPath, [tool, path, '--checkpoints', checkpoints]));
    });
    expect(said).toContain(`${EVENTS} links`);
    expect(said).toContain('Everything fits.');
    expect(taken).toBeLessThan(LIMIT_SECONDS);
    expect(offline).toBeLessThan(LIMIT_SECONDS);
    const grown = Math.max(0, most - before) / 1024 / 1024;
    expect(grown).toBeLessThan(150);
    provenBy({
      promise: 'T26',
      tried: `${EVENTS.toLocaleString('en')} events verified: every hash, every column, every personal value, the checkpoint`,
      found: `${taken.toFixed(1)} s by the server, ${offline.toFixed(1)} s by the command without a database (target ${LIMIT_SECONDS} s)`,
    });
    provenBy({
      promise: 'T26',
      tried: `${EVENTS.toLocaleString('en')} events exported as NDJSON`,
      found: `${exporting.toFixed(1)} s; memory of the server grew by at most ${grown.toFixed(0)} MB`,
    });
  });
});
