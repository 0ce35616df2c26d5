import { processorSeconds, residentMiB } from '../process-figures.ts';
import { SIZES } from '../seed/sizes.ts';
import type { Server } from '../servers.ts';
import { signedIn } from '../shots.ts';

/** Something that takes seconds, done once. */
export interface LongWork {
  what: string;
  found: string;
  target: string;
  isMet: boolean;
}

const LOOK_MS = 50;

/** The seeded person of the CIO office who examines the audit trail, too. */
const EXAMINER = SIZES.sessions - 1;

/** Asks as somebody who may do all of this; throws at anything but success. */
export async function ask(server: Server, path: string, body?: object): Promise<Response> {
  const response = await fetch(`${server.url}/api/v1${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { ...signedIn(EXAMINER, server), ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path} → ${response.status} ${(await response.text()).slice(0, 500)}`);
  return response;
}

/** What came of work, the seconds it took, those of the server's processor, and the most memory it had, in MiB. */
export async function observed<T>(
  server: Server,
  work: () => Promise<T>,
): Promise<{ result: T; seconds: number; processor: number; before: number; most: number }> {
  const [before, used] = [residentMiB(server.pid), processorSeconds(server.pid)];
  let most = before;
  const look = setInterval(() => (most = Math.max(most, residentMiB(server.pid))), LOOK_MS);
  const began = performance.now();
  try {
    const result = await work();
    const seconds = (performance.now() - began) / 1_000;
    return { result, seconds, processor: processorSeconds(server.pid) - used, before, most };
  } finally {
    clearInterval(look);
  }
}

export const inSeconds = (value: number): string => `${value.toFixed(1)} s`;
export const inNumbers = (value: number): string => value.toLocaleString('en');
