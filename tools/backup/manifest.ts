import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Rises when the meaning of a backup changes. */
const FORMAT = 1;

/** What a backup is of, and how it can be recognised: one file per table, in PostgreSQL's COPY text format. */
export interface Manifest {
  format: number;
  /** By the clock of the database. */
  madeAt: string;
  /** The migrations that had run, oldest first. */
  schema: string[];
  tables: BackedUpTable[];
  sequences: { name: string; value: string; called: boolean }[];
}

export interface BackedUpTable {
  name: string;
  columns: string[];
  rows: number;
  bytes: number;
  /** Of the file, in hexadecimal digits. */
  sha256: string;
}

/** Its message is a sentence for whoever restores. */
export class BackupError extends Error {}

export const fileOf = (table: string): string => `${table}.copy`;

/** Writes the manifest together with its own hash, so that a change of it is noticed, too. */
export function writeManifest(folder: string, manifest: Omit<Manifest, 'format'>): void {
  const text = JSON.stringify({ format: FORMAT, ...manifest }, null, 2);
  writeFileSync(join(folder, 'manifest.json'), text, { mode: 0o600 });
  writeFileSync(join(folder, 'manifest.sha256'), `${hashOf(text)}  manifest.json\n`, { mode: 0o600 });
}

/** Reads a backup's manifest, and compares every file with it; throws a BackupError for anything that is not as it was. */
export async function readBackup(folder: string): Promise<Manifest> {
  const file = join(folder, 'manifest.json');
  if (!existsSync(file)) throw new BackupError(`${folder} holds no backup: there is no manifest.json.`);
  const text = readFileSync(file, 'utf8');
  const said = existsSync(join(folder, 'manifest.sha256')) ? readFileSync(join(folder, 'manifest.sha256'), 'utf8') : '';
  if (said.slice(0, 64) !== hashOf(text)) {
    throw new BackupError('manifest.json was changed after the backup: its SHA-256 is not the one in manifest.sha256.');
  }
  const manifest = JSON.parse(text) as Manifest;
  if (manifest.format !== FORMAT) {
    throw new BackupError(`This backup has format ${manifest.format}; this release reads format ${FORMAT}.`);
  }
  for (const table of manifest.tables) await compareFile(folder, table);
  return manifest;
}

async function compareFile(folder: string, { name, bytes, sha256 }: BackedUpTable): Promise<void> {
  const file = join(folder, fileOf(name));
  if (!existsSync(file)) throw new BackupError(`${fileOf(name)} is missing from the backup.`);
  const { size } = statSync(file);
  if (size !== bytes)
    throw new BackupError(`${fileOf(name)} has ${size} bytes; it had ${bytes} when it was backed up.`);
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  if (hash.digest('hex') !== sha256) {
    throw new BackupError(`${fileOf(name)} was changed after the backup: its SHA-256 is another.`);
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
