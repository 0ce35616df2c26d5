import { setTimeout as wait } from 'node:timers/promises';
import type { DatabaseUrls } from './database.ts';
import { residentMiB } from './process-figures.ts';
import { startSightlineApi } from './servers.ts';
import { median } from './statistics.ts';

export interface StartFigures {
  /** Seconds from starting the process to its first healthy answer, the database being up and migrated. */
  seconds: number;
  /** Resident memory of the server when nobody has asked it anything for a while. */
  idleMiB: number;
}

const STARTS = 5;
const REST_MS = 3_000;

/** Starts the server a few times; the medians. */
export async function measureStart(urls: DatabaseUrls): Promise<StartFigures> {
  const starts: StartFigures[] = [];
  for (let n = 0; n < STARTS; n += 1) {
    const server = await startSightlineApi(urls);
    await wait(REST_MS);
    starts.push({ seconds: server.startedInMs / 1_000, idleMiB: residentMiB(server.pid) });
    await server.stop();
  }
  const figures = {
    seconds: median(starts.map(({ seconds }) => seconds)),
    idleMiB: median(starts.map(({ idleMiB }) => idleMiB)),
  };
  process.stdout.write(`start ${figures.seconds.toFixed(2)} s, idle ${figures.idleMiB.toFixed(0)} MiB\n`);
  return figures;
}
