import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Postgres, startPostgres } from '../postgres.ts';
import { BackupError } from './manifest.ts';

const WORKSPACE = resolve(import.meta.dirname, '../..');

/** The database that `npm start` uses: the one of DATABASE_URL, else our own in the data folder. */
export async function openDatabase(): Promise<Postgres> {
  const data = resolve(process.env['SIGHTLINE_DATA_DIR'] ?? join(WORKSPACE, '.data'));
  return startPostgres({ dataFolder: join(data, 'pg'), orRunning: true });
}

/** Runs the migrations of the built API, up to the one of this name. */
export async function migrateWith(
  { ownerUrl, appUrl }: Pick<Postgres, 'ownerUrl' | 'appUrl'>,
  upTo?: string,
): Promise<void> {
  const main = join(WORKSPACE, 'dist/apps/api/main.js');
  if (!existsSync(main)) throw new BackupError('The API is not built yet: npm run build');
  const env = { ...process.env, DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl };
  const migrating = spawn(process.execPath, [main, '--migrate', ...(upTo ? [upTo] : [])], { env });
  let log = '';
  migrating.stdout.on('data', (chunk) => (log += String(chunk)));
  migrating.stderr.on('data', (chunk) => (log += String(chunk)));
  const code = await new Promise((done) => migrating.once('close', done));
  if (code === 0) return;
  if (log.includes('this release has no migration')) {
    throw new BackupError(
      `The backup was made by a newer release: its schema has ${upTo}, which this one does not know.`,
    );
  }
  throw new BackupError(`The schema could not be prepared:\n${log}`);
}
