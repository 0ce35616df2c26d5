import { setTimeout as wait } from 'node:timers/promises';
import type { DatabaseUrls } from './database.ts';
import { processorSeconds, residentMiB } from './process-figures.ts';
import { startSightlineApi } from './servers.ts';
import { median } from './statistics.ts';

export interface StartFigures {
  /** Seconds from starting the process to its first healthy answer, the database being up and migrated. */
  seconds: number;
  /** Processor seconds that took: the same on a busy machine. */
  processorSeconds: number;
  /** Resident memory of the server when nobody has asked it anything for a while. */
  idleMiB: number;
  /** What the database works meanwhile, in milliseconds of processor a second: jobs that look whether there is something to do. */
  idleDatabaseMs: number;
}

const STARTS = 5;
const REST_MS = 3_000;

/** Starts the server a few times; the medians. `databasePid` is the postmaster's. */
export async function measureStart(urls: DatabaseUrls, databasePid: number): Promise<StartFigures> {
  const starts: StartFigures[] = [];
  for (let n = 0; n < STARTS; n += 1) {
    const server = await startSightlineApi(urls);
    const seconds = server.startedInMs / 1_000;
    const used = processorSeconds(server.pid);
    await wait(REST_MS);
    const before = processorSeconds(databasePid);
    await wait(REST_MS);
    const idleDatabaseMs = (processorSeconds(databasePid) - before) / (REST_MS / 1_000_000);
    starts.push({ seconds, processorSeconds: used, idleMiB: residentMiB(server.pid), idleDatabaseMs });
    await server.stop();
  }
  const middle = (read: (start: StartFigures) => number): number => median(starts.map(read));
  const figures = {
    seconds: middle((start) => start.seconds),
    processorSeconds: middle((start) => start.processorSeconds),
    idleMiB: middle((start) => start.idleMiB),
    idleDatabaseMs: middle((start) => start.idleDatabaseMs),
  };
  process.stdout.write(
    `start ${figures.seconds.toFixed(2)} s (${figures.processorSeconds.toFixed(2)} s of processor), idle ${figures.idleMiB.toFixed(0)} MiB, database ${figures.idleDatabaseMs.toFixed(0)} ms a second\n`,
  );
  return figures;
}
