import { judgeAll } from '../../test/histories/unlawful-approvals';
import { type HistoriesReport, runHistories } from '../../test/histories/run-histories';
import { type RunningApi, startApi } from '../../test/start-api';

/** The short form; the long one is run with SIGHTLINE_HISTORIES=10000. */
const WANTED = Number(process.env['SIGHTLINE_HISTORIES'] ?? 160);
const SEED = Number(process.env['SIGHTLINE_SEED'] ?? Date.now() % 1_000_000);

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
      console.log(inWords(report), process.cpuUsage());
      expect(report.unlawful.map(({ violations, told }) => `${JSON.stringify(violations)}\n${told}`)).toEqual([]);
      expect(await judgeAll(api.owner)).toEqual({ approvals: expect.any(Number) as number, violations: [] });
      expect(report.tally.approvals).toBeGreaterThan(WANTED / 10);
    },
    60_000 + WANTED * 1_000,
  );
});

function inWords({ seed, seconds, tally }: HistoriesReport): string {
  return [
    `seed ${seed}: ${tally.histories} histories in ${seconds.toFixed(1)} s, ${tally.actions} actions, ${tally.requests} requests, ${tally.approvals} approvals`,
    ...[...tally.refusals].sort((a, b) => b[1] - a[1]).map(([name, n]) => `  ${n} ${name}`),
  ].join('\n');
}
