import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { LongWork } from './long-work.ts';
import { COMMIT } from './machine.ts';
import type { Profile } from './profile.ts';
import type { BenchSettings } from './settings.ts';
import type { Shot, Side } from './shots.ts';
import type { StartFigures } from './start-time.ts';

/** What was measured of one workload at one size and number of connections. */
export interface Measured extends Record<Side, Shot[]> {
  workload: string;
  charters: number;
  connections: number;
}

/** A part of the bench, measured in one go: a number of charters, `start`, `profile` or `long-work`. */
export interface MeasuredPart {
  /** Machine, date, commit and load. */
  circumstances: string;
  measured?: Measured[];
  start?: StartFigures;
  profiles?: Profile[];
  longWork?: LongWork[];
}
export type MeasuredParts = Record<string, MeasuredPart>;

const FILE = resolve(import.meta.dirname, '../dist/bench/measured.json');

/**
 * What was measured before at this commit and with these settings, so that a run that was broken off goes on where it
 * stopped and a part can be measured alone. Figures of different code are never put beside each other.
 */
export function keptParts(settings: BenchSettings): MeasuredParts {
  try {
    const { of, parts } = JSON.parse(readFileSync(FILE, 'utf8')) as { of: string; parts: MeasuredParts };
    return of === stampOf(settings) ? parts : {};
  } catch {
    return {};
  }
}

export function keepParts(settings: BenchSettings, parts: MeasuredParts): void {
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, JSON.stringify({ of: stampOf(settings), parts }));
}

function stampOf({
  sizes,
  connections,
  seconds,
  rounds,
  only,
  measurements,
  auditEvents,
  kpis,
}: BenchSettings): string {
  return JSON.stringify([COMMIT, sizes, connections, seconds, rounds, only, measurements, auditEvents, kpis]);
}
