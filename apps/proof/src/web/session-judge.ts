/** What must never be seen of a session. */
export type SessionFault =
  | 'the id was chosen by somebody else'
  | 'the id outlived a sign-in'
  | 'the new session is not open'
  | 'the id itself is kept'
  | 'a write was done'
  | 'reads went on'
  | 'open when it should be over, or over when it should be open'
  | 'not counted out in time'
  | 'the answer tells who has an account'
  | 'the time tells who has an account';

/** A session may be remembered for two seconds; the rest is the way to the answer on a busy machine. */
export const READS_END_WITHIN_MS = 2_500;
/** Without the work of a password an answer is ten times as fast, whatever else the machine does. */
const QUICKER_AT_MOST = 4;

/** Two sign-ins in one browser in which somebody else had put an id. */
export interface Rotation {
  planted: string;
  first: string;
  second: string;
  /** Statuses of a read with the second id, and with the first. */
  read: { second: number; first: number };
  /** In how many rows the id is found as it is. */
  kept: number;
}

export function rotationFaults({ planted, first, second, read, kept }: Rotation): SessionFault[] {
  return faults([
    ['the id was chosen by somebody else', first === planted || second === planted],
    ['the id outlived a sign-in', first === second || read.first !== 401],
    ['the new session is not open', read.second !== 200],
    ['the id itself is kept', kept > 0],
  ]);
}

/** The first write after the end at each replica, and after how many milliseconds each refused to be read. */
export interface Ending {
  refused: number;
  writes: readonly number[];
  readsMs: readonly number[];
}

export function endingFaults({ refused, writes, readsMs }: Ending): SessionFault[] {
  return faults([
    ['a write was done', writes.length === 0 || writes.some((status) => status !== refused)],
    ['reads went on', readsMs.length === 0 || readsMs.some((ms) => ms >= READS_END_WITHIN_MS)],
  ]);
}

/** Statuses that a session of some age should answer with, and did. */
export function ageFaults(ages: readonly { expected: number; seen: number }[]): SessionFault[] {
  const wrong = ages.length === 0 || ages.some(({ expected, seen }) => expected !== seen);
  return faults([['open when it should be over, or over when it should be open', wrong]]);
}

/** Statuses of wrong passwords in their order, of which so many may be tried. */
export function countingFaults(statuses: readonly number[], allowed: number): SessionFault[] {
  const expected = statuses.map((_status, at) => (at < allowed ? 401 : 429));
  const wrong = statuses.length <= allowed || statuses.some((status, at) => status !== expected[at]);
  return faults([['not counted out in time', wrong]]);
}

/** What was answered to wrong passwords, each different answer once, and how long each took, in milliseconds. */
export interface Secrecy {
  said: ReadonlySet<string>;
  times: { known: readonly number[]; unknown: readonly number[] };
}

export function secrecyFaults({ said, times: { known, unknown } }: Secrecy): SessionFault[] {
  const [quicker, slower] = [Math.min(...known), Math.min(...unknown)].sort((one, other) => one - other);
  const unlike = !Number.isFinite(slower) || (slower ?? NaN) > QUICKER_AT_MOST * (quicker ?? 0);
  return faults([
    ['the answer tells who has an account', said.size !== 1],
    ['the time tells who has an account', unlike],
  ]);
}

function faults(checks: readonly (readonly [SessionFault, boolean])[]): SessionFault[] {
  return checks.flatMap(([fault, found]) => (found ? [fault] : []));
}
