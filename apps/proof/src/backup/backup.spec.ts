import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { AuditVerification } from '@sightline/contracts';
import { backUp } from '../../../../tools/backup/back-up.ts';
import { migrateWith } from '../../../../tools/backup/database.ts';
import type { Manifest } from '../../../../tools/backup/manifest.ts';
import { type Restored, restoreInto } from '../../../../tools/backup/restore-into.ts';
import { withClient } from '../../../../tools/postgres/roles.ts';
import { provenBy, tries } from '../../../../tools/proof-figures.ts';
import { type Sightline, startSightline } from '../../../../tools/sightline.ts';
import { Caller } from '../faults/caller';
import { allSealed } from '../faults/chain-judge';
import { judgeWrites } from '../faults/write-judge';
import { employWriters } from '../faults/writes';
import { contentOf, type EmptyDatabase, emptyDatabase, schemaTextOf } from './databases';
import { peakMemoryOf } from './peak-memory';
import { backupOfPreviousRelease } from './previous-release';

const COMMAND = resolve(__dirname, '../../../../tools/backup.ts');
/** Rows of 32 kB, so that a database grows quickly. */
const BALLAST = tries({ short: 4_000, full: 64_000 });
/** What its memory may differ by, in megabytes, whatever the database has grown by. */
const FLAT_WITHIN_MB = 96;

describe('backup and restore', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sightline-backup-'));
  const still = join(folder, 'still');
  let sightline: Sightline;

  beforeAll(async () => {
    sightline = await startSightline({ sample: true, env: { SIGHTLINE_LOG_LEVEL: 'error' } });
  });
  afterAll(async () => {
    await sightline?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('keeps one moment while people write, with no write by half', async () => {
    const shift = (await employWriters(sightline.url, 8)).begin();
    while (shift.sent.length < 60) await new Promise((resolve) => setTimeout(resolve, 10));
    const before = new Set(shift.sent.filter(({ acknowledged }) => acknowledged).map(({ token }) => token));
    await backUp(sightline.ownerUrl, join(folder, 'moving'));
    const sent = await shift.end();
    const { database } = await restored(join(folder, 'moving'));
    const asKnownThen = sent.map((write) => ({ ...write, acknowledged: before.has(write.token), refused: false }));
    const { faults, unknownDone, unknownNotDone } = await withClient(database.ownerUrl, (client) =>
      judgeWrites(client, asKnownThen),
    );
    expect(faults).toEqual([]);
    provenBy({
      promise: 'T23',
      tried: 'a backup while 8 writers write, restored into an empty database, judged write by write',
      found: `all ${before.size} writes confirmed before it began are in it; of ${unknownDone + unknownNotDone} later ones ${unknownDone} as a whole and ${unknownNotDone} not at all`,
    });
  });

  it('comes back the same: every table, every guard, the audit chain, and people go on', async () => {
    const manifest = await backUp(sightline.ownerUrl, still);
    const { database, told, ms } = await restored(still);
    const [original, copy] = await Promise.all(
      [sightline.ownerUrl, database.ownerUrl].map((url) =>
        withClient(url, async (client) => ({ content: await contentOf(client), schema: await schemaTextOf(client) })),
      ),
    );
    expect(copy).toEqual(original);
    expect(told.tables).toBe(manifest.tables.length);
    await goesOn(database);
    provenBy({
      promise: 'T23',
      tried:
        'the sample company after those writes: backup, restore into an empty database, both compared by SQL of their own',
      found: `${told.rows} rows of ${told.tables} tables the same, ${copy?.schema.length} constraints, indexes, triggers, functions and privileges the same, in ${(ms / 1000).toFixed(1)} s; the API starts on it, its chain verifies and grows`,
    });
  });

  it('reads a backup of the previous release, and brings it to this one', async () => {
    const { told, database } = await restored(backupOfPreviousRelease());
    const schema = await withClient(database.ownerUrl, (client) => schemaTextOf(client));
    expect(schema).toEqual(await withClient(sightline.ownerUrl, (client) => schemaTextOf(client)));
    provenBy({
      promise: 'T23',
      tried: 'a backup that the previous release made of its sample company',
      found: `${told.rows} rows of ${told.tables} tables restored under the old schema, then migrated; the schema is that of this release`,
    });
  });

  it('refuses what is not whole, with a sentence, and leaves the database as it was', async () => {
    const database = await emptyDatabase(sightline);
    const said: string[] = [];
    for (const [at, damage] of DAMAGES.entries()) {
      const broken = join(folder, `broken-${at}`);
      cpSync(still, broken, { recursive: true });
      damage.how(broken);
      const refusal = await restore(database, broken).then(
        () => 'restored',
        (error: Error) => error.message,
      );
      expect(refusal).toMatch(damage.says);
      said.push(refusal);
      expect(await rowsOf(database)).toBe(0);
    }
    await expect(restore(sightline, still)).rejects.toThrow(/^This database is not empty: \w+ has rows\./);
    await expect(backUp(sightline.ownerUrl, still)).rejects.toThrow(/exists already/);
    expect((await restore(database, still)).tables).toBeGreaterThan(50);
    provenBy({
      promise: 'T23',
      tried: `${DAMAGES.length} damaged backups: ${DAMAGES.map(({ what }) => what).join(', ')}; and a database in use`,
      found: `${said.length} refused with a sentence of their own, nothing written; the whole backup is taken afterwards`,
    });
  });

  it('needs no more memory for a database that has grown', async () => {
    const small = await backupCommand('small');
    await withClient(sightline.ownerUrl, (client) => client.query(GROW, [BALLAST]));
    const large = await backupCommand('large');
    const grownMb = large.megabytes - small.megabytes;
    expect(grownMb).toBeGreaterThan(FLAT_WITHIN_MB);
    expect(large.peakMb - small.peakMb).toBeLessThan(FLAT_WITHIN_MB);
    provenBy({
      promise: 'T23',
      tried: `the backup command in a process of its own, on ${small.rows} rows and on ${large.rows} (${Math.round(grownMb)} MB more)`,
      found: `at most ${Math.round(small.peakMb)} MB of memory and ${Math.round(large.peakMb)} MB; the larger one in ${(large.ms / 1000).toFixed(1)} s`,
    });
  });

  async function backupCommand(name: string): Promise<{ peakMb: number; megabytes: number; rows: number; ms: number }> {
    const target = join(folder, name);
    const began = performance.now();
    const env = { DATABASE_URL: sightline.appUrl, DATABASE_OWNER_URL: sightline.ownerUrl };
    const peakMb = await peakMemoryOf(COMMAND, [target], env);
    const ms = performance.now() - began;
    const { tables } = JSON.parse(readFileSync(join(target, 'manifest.json'), 'utf8')) as Manifest;
    const [rows = 0, bytes = 0] = [tables.map((table) => table.rows), tables.map((table) => table.bytes)].map((all) =>
      all.reduce((sum, each) => sum + each, 0),
    );
    return { peakMb, megabytes: bytes / 1024 ** 2, rows, ms };
  }

  async function restored(from: string): Promise<{ database: EmptyDatabase; told: Restored; ms: number }> {
    const database = await emptyDatabase(sightline);
    const began = performance.now();
    const told = await restore(database, from);
    return { database, told, ms: performance.now() - began };
  }
});

function restore(database: EmptyDatabase, from: string): Promise<Restored> {
  return restoreInto({ ownerUrl: database.ownerUrl, migrate: (upTo) => migrateWith(database, upTo) }, from);
}

/** How many people, organisations and events a database has that may not even have tables. */
async function rowsOf({ ownerUrl }: EmptyDatabase): Promise<number> {
  return withClient(ownerUrl, async (client) => {
    const content = await contentOf(client);
    return ['app_user', 'organisation', 'audit_event', 'charter']
      .map((name) => Number.parseInt(content[name] ?? '0', 10))
      .reduce((sum, rows) => sum + rows, 0);
  });
}

/** A server on the restored database: people write, and the sealer links their events to those of the old one. */
async function goesOn(database: EmptyDatabase): Promise<void> {
  const second = await startSightline({ sample: true, env: { SIGHTLINE_LOG_LEVEL: 'error' }, database });
  try {
    const [admin, auditor] = await Promise.all([
      Caller.signedIn(second.url, 'admin'),
      Caller.signedIn(second.url, 'auditor'),
    ]);
    await admin.does('POST', '/business-units', { name: 'After the restore', kind: 'it' });
    await expect(withClient(database.ownerUrl, allSealed)).resolves.toBe(true);
    const verified = await auditor.does<AuditVerification>('GET', '/audit/verify');
    expect(verified).toMatchObject({ intact: true, findings: [], sealed: verified.events });
  } finally {
    await second.stop();
  }
}

/** Events that were sent long ago. */
const GROW = `
  INSERT INTO outbox_event (type, record_type, payload, dispatched_at)
  SELECT 'ballast', 'charter', jsonb_build_object('n', n, 'text', repeat(md5(n::text), 1000)), now()
    FROM generate_series(1, $1::int) AS n`;

interface Damage {
  what: string;
  how: (folder: string) => void;
  says: RegExp;
}

const DAMAGES: readonly Damage[] = [
  {
    what: 'one byte changed',
    how: (folder) => rewrite(folder, 'kpi.copy', (text) => text.replace('K-0', 'K-9')),
    says: /^kpi\.copy was changed after the backup/,
  },
  {
    what: 'a file cut short',
    how: (folder) => truncateSync(join(folder, 'charter.copy'), 100),
    says: /^charter\.copy has 100 bytes; it had \d+/,
  },
  {
    what: 'a file missing',
    how: (folder) => unlinkSync(join(folder, 'vote.copy')),
    says: /^vote\.copy is missing/,
  },
  {
    what: 'the manifest changed',
    how: (folder) => rewrite(folder, 'manifest.json', (text) => text.replace('"rows": ', '"rows": 1')),
    says: /^manifest\.json was changed/,
  },
  {
    what: 'no backup at all',
    how: (folder) => unlinkSync(join(folder, 'manifest.json')),
    says: /holds no backup/,
  },
  {
    what: 'one of a newer release',
    how: (folder) => forge(folder, (manifest) => manifest.schema.push('Tomorrow1895306000000')),
    says: /^The backup was made by a newer release: its schema has Tomorrow1895306000000/,
  },
  {
    what: 'a row taken out and the hashes made good',
    how: (folder) => forgeRows(folder, 'audit_event', (rows) => rows.slice(1)),
    says: /^The rows of the backup do not fit together: .*foreign key.* Nothing was kept\.$/,
  },
  {
    what: 'an audit event rewritten and the hashes made good',
    how: (folder) => forgeRows(folder, 'audit_event', (rows) => rows.map((row) => row.replace('charter.', 'charted.'))),
    says: /^The audit chain of this backup does not verify: \d+ events\./,
  },
];

function rewrite(folder: string, file: string, change: (text: string) => string): void {
  const path = join(folder, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

/** As somebody would who knows the format: the manifest and its hash agree again. */
function forge(folder: string, change: (manifest: Manifest) => unknown): void {
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  change(manifest);
  const text = JSON.stringify(manifest);
  writeFileSync(path, text);
  writeFileSync(join(folder, 'manifest.sha256'), createHash('sha256').update(text).digest('hex'));
}

function forgeRows(folder: string, table: string, change: (rows: string[]) => string[]): void {
  rewrite(folder, `${table}.copy`, (text) => {
    const rows = change(text.trimEnd().split('\n'));
    return `${rows.join('\n')}\n`;
  });
  const content = readFileSync(join(folder, `${table}.copy`));
  forge(folder, ({ tables }) => {
    const said = tables.find(({ name }) => name === table);
    if (!said) throw new Error(`No ${table}.`);
    said.rows = content.toString('utf8').trimEnd().split('\n').length;
    said.bytes = content.length;
    said.sha256 = createHash('sha256').update(content).digest('hex');
  });
}
