import { spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';

/** How a guarded process is asked to end, and what may be deleted once it has. */
export interface GuardOrder {
  pid: number;
  signal: 'SIGINT' | 'SIGTERM';
  /** A file holding the same pid in its first line while the process lives; protects against a re-used pid. */
  pidFile?: string;
  /** A throwaway folder to delete afterwards. */
  remove?: string;
}

/** Releases the guard: the caller has stopped the process itself. */
export type ReleaseGuard = () => void;

/**
 * Stops a child when we die without being able to, for example by SIGKILL.
 * A second process waits for the end of a pipe that only we hold: the system closes it however we end.
 */
export function guardProcess(order: GuardOrder): ReleaseGuard {
  const script = fileURLToPath(new URL('./process-guard.main.ts', import.meta.url));
  const guard = spawn(process.execPath, [script, JSON.stringify(order)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  guard.unref();
  (guard.stdin as Socket).unref();
  return () => guard.stdin.end('released');
}
