import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, openSync, closeSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../tools/postgres/cluster.ts';
import { guardProcess } from '../tools/process-guard.ts';
import { SERVER_FLAGS, serverEnvironment } from '../tools/start/api.ts';
import type { DatabaseUrls } from './database.ts';

const WORKSPACE = resolve(import.meta.dirname, '..');
/** Kept from one start to the next, as an installation keeps it in its data folder. */
const COMPILED = resolve(WORKSPACE, 'dist/bench/compiled');
const PATIENCE_MS = 120_000;
/** What Sightline uses unless told otherwise; the limit gets as many. */
const POOL_SIZE = '12';

/** A server that answers requests. */
export interface Server {
  url: string;
  pid: number;
  /** Milliseconds from starting the process to its first healthy answer. */
  startedInMs: number;
  stop(): Promise<void>;
}

/** The built API, as production starts it; its log goes to a file. `options` are of Node. */
export function startSightlineApi({ appUrl, ownerUrl }: DatabaseUrls, options: string[] = []): Promise<Server> {
  const parameters = [
    ...options,
    ...SERVER_FLAGS,
    resolve(WORKSPACE, process.env['SIGHTLINE_BENCH_SERVER'] ?? 'dist/apps/api/main.js'),
  ];
  return start(parameters, '/readyz', {
    ...serverEnvironment(COMPILED),
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: ownerUrl,
    SIGHTLINE_SAMPLE: 'off',
  });
}

/** The bare server of prepared statements, with the rights of the application and nothing else. */
export function startLimit({ appUrl }: DatabaseUrls): Promise<Server> {
  return start([join(import.meta.dirname, 'limit/limit-server.ts')], '/health', { DATABASE_URL: appUrl });
}

async function start(parameters: string[], health: string, env: NodeJS.ProcessEnv): Promise<Server> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const folder = mkdtempSync(join(tmpdir(), 'sightline-bench-'));
  const log = join(folder, 'server.log');
  const output = openSync(log, 'w');
  const began = performance.now();
  const server = spawn(process.execPath, parameters, {
    cwd: WORKSPACE,
    env: {
      ...process.env,
      ...env,
      SIGHTLINE_PUBLIC_URL: url,
      // What was signed for the database of another run says nothing about this one.
      SIGHTLINE_DATA_DIR: folder,
      SIGHTLINE_POOL_SIZE: POOL_SIZE,
      HOST: '127.0.0.1',
      PORT: String(port),
    },
    stdio: ['ignore', output, output],
    detached: true,
  });
  closeSync(output);
  const release = guardProcess({ pid: server.pid ?? 0, signal: 'SIGTERM' });
  await untilHealthy(server, `${url}${health}`, log);
  const startedInMs = performance.now() - began;
  const stop = async (): Promise<void> => {
    await end(server);
    release();
  };
  return { url, pid: server.pid ?? 0, startedInMs, stop };
}

async function untilHealthy(server: ChildProcess, url: string, log: string): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const healthy = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (healthy) return;
    if (server.exitCode !== null || performance.now() > deadline) {
      throw new Error(`A server did not start:\n${readFileSync(log, 'utf8').slice(-2_000)}`);
    }
    await wait(5);
  }
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolveEnd) => server.once('exit', resolveEnd));
  server.kill('SIGTERM');
  const impatience = setTimeout(() => server.kill('SIGKILL'), 15_000);
  await ended;
  clearTimeout(impatience);
}
