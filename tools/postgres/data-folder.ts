import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Account, canReach } from './binaries.ts';

export interface DataFolder {
  /** Holds the cluster, the passwords and the log. */
  root: string;
  /** PostgreSQL's own folder (PGDATA). */
  cluster: string;
  log: string;
  passwords: Passwords;
}

export interface Passwords {
  postgres: string;
  sightline_owner: string;
  sightline_app: string;
}

const OUT_OF_REACH = '/var/lib/sightline';

/** A new folder that nobody needs afterwards. */
export function throwawayFolder(account: Account): DataFolder {
  const root = mkdtempSync(join(tmpdir(), 'sightline-pg-'));
  chmodSync(root, 0o755);
  return furnish(root, account);
}

/**
 * The folder whose data must survive. Where PostgreSQL's account cannot reach it (a checkout below /root), the data
 * lies in /var/lib/sightline under a name that follows from the path, so that every start finds it again.
 */
export function lastingFolder(wanted: string, account: Account): DataFolder {
  mkdirSync(wanted, { recursive: true, mode: 0o755 });
  if (!('uid' in account)) return furnish(wanted, account);
  const probe = join(wanted, 'probe');
  mkdirSync(probe, { recursive: true, mode: 0o700 });
  chownSync(probe, account.uid, account.gid);
  const reachable = canReach(account, '-w', probe);
  rmdirSync(probe);
  if (reachable) return furnish(wanted, account);
  const elsewhere = join(OUT_OF_REACH, createHash('sha256').update(wanted).digest('hex').slice(0, 12));
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  return furnish(elsewhere, account);
}

function furnish(root: string, account: Account): DataFolder {
  const cluster = join(root, 'cluster');
  const log = join(root, 'postgres.log');
  writeFileSync(log, '', { mode: 0o600 });
  if ('uid' in account) chownSync(log, account.uid, account.gid);
  return { root, cluster, log, passwords: passwordsIn(root, existsSync(cluster)) };
}

function passwordsIn(root: string, clusterExists: boolean): Passwords {
  const file = join(root, 'passwords.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Passwords;
  if (clusterExists) throw new Error(`${file} is missing, so the database in ${root} cannot be opened.`);
  const password = () => randomBytes(24).toString('base64url');
  const passwords = { postgres: password(), sightline_owner: password(), sightline_app: password() };
  writeFileSync(file, JSON.stringify(passwords), { mode: 0o600 });
  return passwords;
}
