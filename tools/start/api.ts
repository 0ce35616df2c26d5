import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { guardProcess } from '../process-guard.ts';

const READY_PATIENCE_MS = 120_000;
const STOP_PATIENCE_MS = 20_000;

/** As in docker/Dockerfile: what is collected young stays small, which saves some 30 MiB and costs no measurable time. */
export const SERVER_FLAGS = ['--max-semi-space-size=4'];

/**
 * As in docker/Dockerfile: compiled code is kept for the next start, and the threads of Node share two heaps of the C
 * library, where each would keep free pieces of its own.
 */
export const serverEnvironment = (compiled: string): NodeJS.ProcessEnv => ({
  NODE_COMPILE_CACHE: compiled,
  MALLOC_ARENA_MAX: '2',
});

/** The running server process. */
export interface Api {
  log: string;
  ended: Promise<void>;
  hasEnded(): boolean;
  stop(): Promise<void>;
  pid: number;
  /** Sends a signal and waits for the end; answers the exit code, null when the signal itself ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts the built API in a process group of its own, so that Ctrl-C reaches it once, from us. */
export function launchApi(options: { workspace: string; data: string; env: NodeJS.ProcessEnv }): Api {
  mkdirSync(options.data, { recursive: true });
  const log = join(options.data, 'sightline.log');
  const output = openSync(log, 'w');
  const api = spawn(process.execPath, [...SERVER_FLAGS, join(options.workspace, 'dist/apps/api/main.js')], {
    cwd: options.workspace,
    env: { ...serverEnvironment(join(options.data, 'compiled')), ...options.env, SIGHTLINE_DATA_DIR: options.data },
    stdio: ['ignore', output, output],
    detached: true,
  });
  closeSync(output);
  const release = guardProcess({ pid: api.pid ?? 0, signal: 'SIGTERM' });
  const hasEnded = (): boolean => api.exitCode !== null || api.signalCode !== null;
  const ended = new Promise<void>((resolve) => api.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    if (!hasEnded()) {
      api.kill('SIGTERM');
      const impatience = setTimeout(() => api.kill('SIGKILL'), STOP_PATIENCE_MS);
      await ended;
      clearTimeout(impatience);
    }
    release();
  };
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    api.kill(signal);
    await ended;
    release();
    return api.exitCode;
  };
  return { log, ended, hasEnded, stop, pid: api.pid ?? 0, end };
}

/** Waits until the API says that database, migrations and sample are in place. */
export async function untilReady(api: Api, host: string, port: number): Promise<void> {
  const deadline = Date.now() + READY_PATIENCE_MS;
  while (!(await isReady(host, port))) {
    if (api.hasEnded()) throw new Error(`Sightline ended while starting:\n${lastLines(api.log)}`);
    if (Date.now() > deadline) throw new Error(`Sightline is not ready after two minutes:\n${lastLines(api.log)}`);
    await wait(100);
  }
}

async function isReady(host: string, port: number): Promise<boolean> {
  try {
    return (await fetch(`http://${host}:${port}/readyz`)).ok;
  } catch {
    return false;
  }
}

function lastLines(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-20).join('\n');
}

export function portIsFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, host);
    const answer = (isFree: boolean): void => {
      socket.destroy();
      resolve(isFree);
    };
    socket.once('connect', () => answer(false));
    socket.once('error', () => answer(true));
  });
}
