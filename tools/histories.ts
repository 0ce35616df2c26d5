// npm run histories: the long form of the random histories (TRUST T1) and of the simultaneous votes (T3), in rounds with
// a seed each. Writes what it measured to docs/histories.md after every round, so that a broken-off run is not lost.
// SIGHTLINE_HISTORIES, SIGHTLINE_DECISIONS and SIGHTLINE_SEED override the defaults. Rounds of the page whose seeds are
// asked for again at the same commit are kept: a run that was broken off goes on where it stopped.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const WORKSPACE = resolve(import.meta.dirname, '..');
const ROUND = 1000;
const folder = mkdtempSync(join(tmpdir(), 'sightline-histories-'));
const { SIGHTLINE_HISTORIES = '10000', SIGHTLINE_DECISIONS = '200', SIGHTLINE_SEED } = process.env;

const rounds = Math.max(1, Math.ceil(Number(SIGHTLINE_HISTORIES) / ROUND));
const share = (total: string): number => Math.ceil(Number(total) / rounds);
const firstSeed = Number(SIGHTLINE_SEED ?? Math.floor(Math.random() * 1_000_000));
const PAGE = resolve(WORKSPACE, 'docs/histories.md');
const lastRun = readFileSync(PAGE, 'utf8');
const measured: string[] = [];
try {
  for (let round = 0; round < rounds; round += 1) {
    measured.push(keptRound(firstSeed + round) ?? runRound(firstSeed + round));
    writeFileSync(PAGE, page());
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** One round in a database of its own; what it measured. Ends everything when a history was judged unlawful. */
function runRound(seed: number): string {
  const figures = join(folder, `${seed}.txt`);
  const { status } = spawnSync(
    'npx',
    ['jest', '-c', 'apps/api/jest.config.mjs', '--runInBand', 'unlawful-approval.api', 'many-votes'],
    {
      cwd: WORKSPACE,
      stdio: 'inherit',
      shell: process.platform === 'win32',
      env: {
        ...process.env,
        SIGHTLINE_HISTORIES: String(share(SIGHTLINE_HISTORIES)),
        SIGHTLINE_DECISIONS: String(share(SIGHTLINE_DECISIONS)),
        SIGHTLINE_SEED: String(seed),
        SIGHTLINE_HISTORIES_REPORT: figures,
      },
    },
  );
  if (status !== 0) throw new Error(`The round with seed ${seed} failed.`);
  return readFileSync(figures, 'utf8').trim();
}

/** What the last run measured with this seed, unless it judged another commit. */
function keptRound(seed: number): string | undefined {
  if (!lastRun.includes(`, commit ${commit()}, `)) return undefined;
  const rounds = [...lastRun.matchAll(/^```text\n(.*?)\n```$/gms)].map(([, round = '']) => round);
  return rounds.find((round) => round.includes(`\nseed ${seed}; `));
}

function commit(): string {
  return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: WORKSPACE, encoding: 'utf8' }).trim();
}

function page(): string {
  return [
    '# Random histories of charters and boards',
    '',
    `Written by \`npm run histories\` on ${new Date().toISOString().slice(0, 10)}, commit ${commit()}, ` +
      `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), after round ${measured.length} of ${rounds} ` +
      `(${share(SIGHTLINE_HISTORIES)} histories each).`,
    '',
    'Every approval was judged by SQL over tables and audit trail (`apps/api/test/histories/*.sql.ts`), which shares no',
    'code with the rules; that the judge finds each kind of violation is shown by `unlawful-approval-judge.api.spec.ts`.',
    `Beside them, ${share(SIGHTLINE_DECISIONS)} decisions a round took sixty simultaneous votes of twelve voters each: nobody counted`,
    'twice, one decision each, no deadlock.',
    '',
    ...measured.flatMap((round, at) => [`## Round ${at + 1}`, '', '```text', round, '```', '']),
  ].join('\n');
}
