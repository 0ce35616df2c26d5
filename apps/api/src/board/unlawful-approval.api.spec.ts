import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { judgeAll } from '../../test/histories/unlawful-approvals';
import { type HistoriesReport, runHistories } from '../../test/histories/run-histories';
import { type RunningApi, startApi } from '../../test/start-api';

/** The short form; the long one is run with SIGHTLINE_HISTORIES=10000. */
const WANTED = Number(process.env['SIGHTLINE_HISTORIES'] ?? 150);
const SEED = Number(process.env['SIGHTLINE_SEED'] ?? Date.now() % 1_000_000);

/** Where `npm run histories` wants to find the figures. */
const REPORT = process.env['SIGHTLINE_HISTORIES_REPORT'];

describe('whatever people do in whatever order', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await startApi({ env: { SIGHTLINE_LOG_LEVEL: 'error' } });
  });
  afterAll(() => api.stop());

  it(
    `nothing unlawful is approved (${WANTED} histories, seed ${SEED})`,
    async () => {
      const report = await runHistories(api, WANTED, SEED);
      expect(report.unlawful.map(({ violations, told }) => `${JSON.stringify(violations)}\n${told}`)).toEqual([]);
      expect(await judgeAll(api.owner)).toEqual({ approvals: expect.any(Number) as number, violations: [] });
      expect(report.tally.approvals).toBeGreaterThan(WANTED / 10);
      console.log(inWords(report));
      if (REPORT) writeFileSync(REPORT, inWords(report));
    },
    60_000 + WANTED * 1_000,
  );
});

/** What is put down in docs/histories.md, as it was measured. */
function inWords({ seed, seconds, tally }: HistoriesReport): string {
  const { histories, actions, requests, approvals } = tally;
  return [
    `${histories} histories, ${actions} actions, ${requests} requests, ${approvals} approvals, 0 of them unlawful`,
    `seed ${seed}; ${seconds.toFixed(0)} s, ${(histories / seconds).toFixed(1)} histories/s; node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
    '',
    'Actions:',
    ...listed(tally.actionsByName),
    '',
    'Refusals:',
    ...listed(tally.refusals),
  ].join('\n');
}

function listed(counts: ReadonlyMap<string, number>): string[] {
  return [...counts].sort(([, one], [, other]) => other - one).map(([name, n]) => `${String(n).padStart(8)}  ${name}`);
}
