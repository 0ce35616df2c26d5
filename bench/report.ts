import type { BenchSettings } from './settings.ts';
import type { Shot, Side } from './shots.ts';
import type { StartFigures } from './start-time.ts';
import type { Workload } from './workloads.ts';

/** What was measured of one workload at one size and number of connections. */
export interface Measured extends Record<Side, Shot[]> {
  workload: Workload;
  charters: number;
  connections: number;
}

interface Page {
  settings: BenchSettings;
  measured: Measured[];
  start: StartFigures;
  page: string | null;
}

export function writePage(_page: Page): void {
  return;
}
