import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { TimedJobs } from './timed-jobs';

function given() {
  const log: string[] = [];
  const logger = {
    info: ({ n }: { n: number }, text: string) => log.push(`${n} ${text}`),
    error: ({ err }: { err: Error }) => log.push(`failed: ${err.message}`),
  };
  return { log, jobs: new TimedJobs(logger as unknown as Logger) };
}
const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await wait(1);
};

describe('a timed job', () => {
  it('comes again, tells what it did, and nothing when there was nothing to do', async () => {
    const { jobs, log } = given();
    let runs = 0;
    jobs.start({ done: 'records ended', every: 1, run: () => Promise.resolve(runs++ === 0 ? 3 : 0) });
    await until(() => runs > 2);
    await jobs.beforeApplicationShutdown();
    expect(log).toEqual(['3 records ended']);
  });

  it('that failed is told and made again', async () => {
    const { jobs, log } = given();
    let runs = 0;
    const run = () => (runs++ === 0 ? Promise.reject(new Error('no database')) : Promise.resolve(0));
    jobs.start({ done: 'records ended', every: 1, run });
    await until(() => runs > 1);
    await jobs.beforeApplicationShutdown();
    expect(log).toEqual(['failed: no database']);
  });

  it('never runs twice at once, and a stop waits for its end and lets none begin', async () => {
    const { jobs } = given();
    const { promise, resolve } = Promise.withResolvers<number>();
    let runs = 0;
    const run = () => ((runs += 1), promise);
    jobs.start({ done: 'records ended', every: 1, atStart: true, run });
    await wait(5);
    expect(runs).toBe(1);
    let stopped = false;
    const stop = jobs.beforeApplicationShutdown().then(() => (stopped = true));
    await wait(5);
    expect(stopped).toBe(false);
    resolve(0);
    await stop;
    expect(runs).toBe(1);
  });
});
