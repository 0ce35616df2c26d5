// npm run histories: the long form of the random histories (TRUST T1) and of the simultaneous votes (T3). Writes what it
// measured to docs/histories.md. SIGHTLINE_HISTORIES, SIGHTLINE_DECISIONS and SIGHTLINE_SEED override the defaults.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const WORKSPACE = resolve(import.meta.dirname, '..');
const figures = join(mkdtempSync(join(tmpdir(), 'sightline-histories-')), 'figures.txt');
const { SIGHTLINE_HISTORIES = '10000', SIGHTLINE_DECISIONS = '200' } = process.env;

const { status } = spawnSync(
  'npx',
  ['jest', '-c', 'apps/api/jest.config.mjs', '--runInBand', 'unlawful-approval', 'many-votes'],
  {
    cwd: WORKSPACE,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, SIGHTLINE_HISTORIES, SIGHTLINE_DECISIONS, SIGHTLINE_HISTORIES_REPORT: figures },
  },
);
if (status === 0) writeFileSync(resolve(WORKSPACE, 'docs/histories.md'), page(readFileSync(figures, 'utf8')));
rmSync(resolve(figures, '..'), { recursive: true, force: true });
process.exitCode = status ?? 1;

function page(measured: string): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: WORKSPACE, encoding: 'utf8' }).trim();
  return `# Random histories of charters and boards

Written by \`npm run histories\` on ${new Date().toISOString().slice(0, 10)}, commit ${commit}. Every approval was judged by SQL over tables and audit
trail (\`apps/api/test/histories/*.sql.ts\`), which shares no code with the rules; that the judge finds each kind of
violation is shown by \`unlawful-approval-judge.api.spec.ts\`. Beside them ${SIGHTLINE_DECISIONS} decisions took sixty simultaneous votes of
twelve voters each: nobody counted twice, one decision each, no deadlock.

\`\`\`text
${measured}
\`\`\`
`;
}
