import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { guardProcess } from '../process-guard.ts';
import { type Account, program } from './binaries.ts';
import type { DataFolder } from './data-folder.ts';

const START_PATIENCE_MS = 60_000;
const STOP_PATIENCE_MS = 20_000;

const THROWAWAY_SETTINGS = ['max_connections=200'];
/** Tests give up safety against power cuts, and the last moments before a crash, for speed. */
const FAST_SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

export interface ClusterOptions {
  folder: DataFolder;
  native: string;
  account: Account;
  /** 0 picks a free one. */
  port: number;
  throwaway: boolean;
  /** Keeps what it confirmed, also when it is killed; always so where the data lasts. */
  durable?: boolean;
}

export interface Cluster {
  port: number;
  /** Settles when PostgreSQL has ended, asked or not. */
  ended: Promise<void>;
  stop(): Promise<void>;
  /** SIGKILL to the server and all its processes; the data stays as they left it. */
  crash(): Promise<void>;
}

/** Creates the cluster unless it exists. It is prepared aside and renamed: an interrupted initdb leaves nothing. */
export function createCluster({ folder, native, account }: ClusterOptions): void {
  if (existsSync(folder.cluster)) return;
  const unfinished = `${folder.cluster}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  const passwordFile = join(folder.root, 'initdb-password');
  writeFileSync(passwordFile, folder.passwords.postgres, { mode: 0o600 });
  if ('uid' in account) {
    chownSync(unfinished, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  const options = ['-D', unfinished, '-U', 'postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--no-sync'];
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const initdb = spawnSync(program(native, 'initdb'), [...options, ...locale], {
    ...account,
    cwd: '/',
    encoding: 'utf8',
  });
  rmSync(passwordFile);
  if (initdb.status !== 0) throw new Error(`initdb failed: ${initdb.error?.message ?? initdb.stderr}`);
  renameSync(unfinished, folder.cluster);
}

/** Starts PostgreSQL on the loopback interface and waits until it takes connections. It stops with this process. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { folder, throwaway } = options;
  const pidFile = join(folder.cluster, 'postmaster.pid');
  await clearTheWay(pidFile, folder.cluster);
  const port = options.port || (await freePort());
  const postgres = launch(options, port);
  const ended = new Promise<void>((resolve) => postgres.once('exit', () => resolve()));
  await untilReady(postgres, pidFile, folder.log);
  const release = guardProcess({
    pid: postgres.pid ?? 0,
    signal: 'SIGINT',
    pidFile,
    ...(throwaway ? { remove: folder.root } : {}),
  });
  const stop = async (): Promise<void> => {
    await end(postgres, ended);
    release();
    if (throwaway) rmSync(folder.root, { recursive: true, force: true, maxRetries: 5 });
  };
  const crash = async (): Promise<void> => {
    release();
    const killed = killTree(postgres.pid ?? 0);
    await ended;
    await allGone(killed);
  };
  return { port, ended, stop, crash };
}

/** The server that works in this folder now, started by somebody else, who will also stop it; null without one. */
export function runningCluster({ cluster }: DataFolder): Cluster | null {
  const [pid, , , port, , , , status] = readIfThere(join(cluster, 'postmaster.pid')).split('\n');
  if (status?.trim() !== 'ready' || !worksIn(Number(pid), cluster)) return null;
  const notOurs = (): Promise<void> => Promise.reject(new Error("Somebody else's server is left alone."));
  return {
    port: Number(port),
    ended: new Promise(() => undefined),
    stop: () => Promise.resolve(),
    crash: notOurs,
  };
}

/**
 * PostgreSQL's processes leave its process group, so each is killed by its own number. The first is halted before its
 * children are counted: one more would outlive the rest and hold their memory. Answers the numbers of the children.
 */
function killTree(pid: number): number[] {
  signal(pid, 'SIGSTOP');
  const children = readIfThere(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);
  for (const one of [pid, ...children]) signal(one, 'SIGKILL');
  return children;
}

function signal(pid: number, name: 'SIGSTOP' | 'SIGKILL'): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has just ended by itself.
  }
}

/** A killed process holds the shared memory until the system has cleared it away; no server starts beside it. */
async function allGone(pids: readonly number[]): Promise<void> {
  const lives = (pid: number): boolean => {
    const state = readIfThere(`/proc/${pid}/stat`).split(') ').at(-1)?.[0];
    return state !== undefined && state !== 'Z' && state !== 'X';
  };
  while (pids.some(lives)) await wait(5);
}

function launch({ folder, native, account, throwaway, durable }: ClusterOptions, port: number): ChildProcess {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    ...(throwaway ? THROWAWAY_SETTINGS : []),
    ...(throwaway && !durable ? FAST_SETTINGS : []),
  ];
  const log = openSync(folder.log, 'w');
  // In its own process group: Ctrl-C in the terminal must reach the API first.
  const postgres = spawn(
    program(native, 'postgres'),
    ['-D', folder.cluster, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...account, cwd: '/', stdio: ['ignore', log, log], detached: true },
  );
  closeSync(log);
  postgres.unref();
  return postgres;
}

/** PostgreSQL writes `ready` into the eighth line of its pid file once it takes connections. */
async function untilReady(postgres: ChildProcess, pidFile: string, log: string): Promise<void> {
  let failure: Error | undefined;
  postgres.once('error', (error) => (failure = error));
  const deadline = Date.now() + START_PATIENCE_MS;
  while (readIfThere(pidFile).split('\n')[7]?.trim() !== 'ready') {
    if (failure || postgres.exitCode !== null || Date.now() > deadline) {
      throw new Error(`PostgreSQL did not start. ${failure?.message ?? ''}\n${readIfThere(log)}`.trim());
    }
    await wait(15);
  }
}

/** Fast shutdown (SIGINT): open transactions are rolled back. Only if that hangs, the immediate one. */
async function end(postgres: ChildProcess, ended: Promise<void>): Promise<void> {
  if (postgres.exitCode !== null || postgres.signalCode !== null) return;
  postgres.ref();
  postgres.kill('SIGINT');
  const impatience = setTimeout(() => postgres.kill('SIGQUIT'), STOP_PATIENCE_MS);
  await ended;
  clearTimeout(impatience);
}

/**
 * A pid file is left behind by a killed PostgreSQL, or by one that is still ending because its starter was killed.
 * Only a process that works in this very folder counts; any other has merely got the same number since.
 */
async function clearTheWay(pidFile: string, cluster: string): Promise<void> {
  const pid = Number.parseInt(readIfThere(pidFile), 10);
  if (!pid || process.platform !== 'linux') return;
  const deadline = Date.now() + STOP_PATIENCE_MS;
  while (worksIn(pid, cluster)) {
    if (Date.now() > deadline)
      throw new Error(`Another Sightline (PostgreSQL process ${pid}) already uses ${cluster}.`);
    await wait(100);
  }
  rmSync(pidFile, { force: true });
}

function worksIn(pid: number, cluster: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === cluster;
  } catch {
    return false;
  }
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** A port of the loopback interface that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
