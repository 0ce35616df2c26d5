import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditCheckpointState, AuditVerification } from '@sightline/contracts';
import { readCheckpoints } from '../../../../tools/verify-audit/checkpoints.ts';
import { OpenTrail } from '../../test/audit/tampering';
import { type RunningApi, startApi } from '../../test/start-api';
import { newId } from '../platform/records/new-id';
import { readConfig } from '../platform/config/config';
import { AuditTrail } from './audit-trail.service';
import { believedCheckpoints } from './checkpoint-check';
import { readLines } from './checkpoint-file';
import { checkpointKeys } from './checkpoint-keys';
import { Checkpoints } from './checkpoints.service';
import { Sealer } from './sealer.service';

const newPem = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const configured = (env: object) => readConfig({ DATABASE_URL: 'postgres://app@localhost/sightline', ...env });

describe('checkpoints outside the database', () => {
  let api: RunningApi;
  let folder: string;
  let file: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sightline-checkpoints-'));
    file = join(folder, 'audit-checkpoints.jsonl');
    api = await startApi({ env: { SIGHTLINE_CHECKPOINT_DIR: folder } });
  });
  afterAll(async () => {
    await api.stop();
    rmSync(folder, { recursive: true });
  });

  const something = async (): Promise<void> => {
    await api.db.transaction((tx) =>
      api.get(AuditTrail).record(tx, { action: 'charter.edited', recordType: 'charter', recordId: newId() }),
    );
    for (let open = 1; open > 0;) {
      await api.get(Sealer).seal();
      const [row] = await api.owner.query<[{ open: number }]>(
        'SELECT (SELECT count(*) FROM audit_event)::int - (SELECT count(*) FROM audit_chain)::int AS open',
      );
      open = row.open;
    }
  };
  const asAuditor = async <T>(path: string): Promise<T> => (await (await api.signInAs('auditor')).get<T>(path)).body;

  it('are signed by a key that is made at the first start and that nobody else may read', async () => {
    await something();
    const written = await api.get(Checkpoints).write();
    expect(await api.get(Checkpoints).write()).toBeNull();
    expect(statSync(join(folder, 'checkpoint-key.pem')).mode & 0o777).toBe(0o600);
    const state = await asAuditor<AuditCheckpointState>('/audit/checkpoint');
    expect(state).toMatchObject({ last: written, waitingSeconds: 0, alarm: null });
    expect(readCheckpoints(file, state.key?.publicKey ?? '').checkpoints).toHaveLength(1);
    expect(JSON.stringify(state)).not.toContain('PRIVATE');
    expect(api.logs.join()).toContain(written?.hash);
    expect(await asAuditor<AuditVerification>('/audit/verify')).toMatchObject({
      intact: true,
      checkpoints: { checked: 1, last: written },
    });
  });

  it('are missed after five minutes in which something happened', async () => {
    await something();
    await api.owner.query('ALTER TABLE audit_chain DISABLE TRIGGER USER');
    await api.owner.query(`UPDATE audit_chain SET sealed_at = sealed_at - interval '299 seconds'`);
    expect((await asAuditor<AuditCheckpointState>('/audit/checkpoint')).alarm).toBeNull();
    await api.owner.query(`UPDATE audit_chain SET sealed_at = sealed_at - interval '10 seconds'`);
    expect((await asAuditor<AuditCheckpointState>('/audit/checkpoint')).alarm).toBe('overdue');
    const { body } = await api.anonymous.get<string>('/metrics');
    expect(body).toMatch(/^sightline_checkpoint_alarm 1$/m);
    expect(Number(/^sightline_checkpoint_waiting_seconds (.+)$/m.exec(body)?.[1])).toBeGreaterThan(300);
    await api.get(Checkpoints).write();
    expect((await asAuditor<AuditCheckpointState>('/audit/checkpoint')).alarm).toBeNull();
  });

  it('never give a rewritten history our name', async () => {
    const before = readFileSync(file, 'utf8');
    const [head] = await api.owner.query<[{ sequence: string; hash: string }]>(
      'SELECT sequence, hash FROM audit_chain ORDER BY sequence DESC LIMIT 1',
    );
    const set = (hash: string): Promise<unknown> =>
      api.owner.query('UPDATE audit_chain SET hash = $2 WHERE sequence = $1', [head.sequence, hash]);
    await set('f'.repeat(64));
    await expect(api.get(Checkpoints).write()).rejects.toThrow('contradicts');
    expect((await asAuditor<AuditCheckpointState>('/audit/checkpoint')).alarm).toBe('contradicted');
    await set(head.hash);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('go over to a new key that the old one endorses, and to no other', async () => {
    const old = readFileSync(join(folder, 'checkpoint-key.pem'), 'utf8');
    const fresh = newPem();
    const lines = await readLines(file);
    const signedBy = async (pem: string): Promise<unknown> => {
      const service = new Checkpoints(
        api.db,
        configured({ SIGHTLINE_CHECKPOINT_DIR: folder, SIGHTLINE_CHECKPOINT_KEY: pem }),
        { info: () => undefined } as never,
      );
      await something();
      return service.write();
    };
    await expect(signedBy(fresh)).rejects.toThrow('has to stand behind the new one');
    expect(await readLines(file)).toEqual(lines);
    await signedBy(fresh + old);
    await signedBy(fresh);
    const [key] = await checkpointKeys(configured({ SIGHTLINE_CHECKPOINT_KEY: fresh.replaceAll('\n', '\\n') }));
    const believed = await believedCheckpoints(await readLines(file), [key.publicKey]);
    expect([believed.forged, believed.checkpoints.length]).toEqual([[], 4]);
  });

  it('tell a key that cannot sign before the server starts', async () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    const pem = rsa.export({ type: 'pkcs8', format: 'pem' }).toString();
    await expect(checkpointKeys(configured({ SIGHTLINE_CHECKPOINT_KEY: pem }))).rejects.toThrow('Ed25519');
    await expect(checkpointKeys(configured({ SIGHTLINE_CHECKPOINT_KEY: 'none' }))).rejects.toThrow('no private key');
    const missing = configured({ SIGHTLINE_CHECKPOINT_KEY_FILE: join(folder, 'missing.pem') });
    await expect(checkpointKeys(missing)).rejects.toThrow('SIGHTLINE_CHECKPOINT_KEY_FILE');
    const named = join(folder, 'named.pem');
    writeFileSync(named, newPem());
    expect(await checkpointKeys(configured({ SIGHTLINE_CHECKPOINT_KEY_FILE: named }))).toHaveLength(1);
  });
});

describe('a trail that was restored on another server', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  it('goes on where it stopped, with what was left over', async () => {
    const record = (): Promise<void> =>
      api.db.transaction((tx) => api.get(AuditTrail).record(tx, { action: 'charter.edited', recordType: 'charter' }));
    const unsealed = async (): Promise<number> => {
      const [{ n }] = await api.owner.query<[{ n: number }]>(
        'SELECT count(*)::int AS n FROM audit_event e WHERE NOT EXISTS (SELECT 1 FROM audit_chain c WHERE c.event_id = e.id)',
      );
      return n;
    };
    const sealed = async (): Promise<void> => {
      for (const until = Date.now() + 20_000; (await unsealed()) > 0 && Date.now() < until;)
        await api.get(Sealer).seal();
    };
    for (let n = 0; n < 5; n += 1) await record();
    await sealed();
    await api.owner.query('ALTER TABLE audit_event DISABLE TRIGGER USER');
    // Numbers of transactions as a server has them that has lived longer than this one.
    await api.owner.query(`UPDATE audit_event SET transaction = (transaction::text::bigint + 1000000000)::text::xid8`);
    for (let n = 0; n < 3; n += 1) await record();
    await sealed();
    await record();
    await sealed();
    // Committed when the backup was taken, and not sealed yet.
    await api.owner.transaction((tx) => new OpenTrail(tx, 0).forge(new Date().toISOString(), '2000000000'));
    const quiet = { info: () => undefined, error: () => undefined };
    const started = new Sealer(api.db, { gauge: () => undefined } as never, quiet as never);
    started.onApplicationBootstrap();
    await sealed();
    await started.beforeApplicationShutdown();
    const auditor = await api.signInAs('auditor');
    const { body } = await auditor.get<AuditVerification>('/audit/verify');
    expect(body).toMatchObject({ intact: true, sealed: 10, events: 10 });
  });
});
