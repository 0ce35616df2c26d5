// Breaks the rules of gate, board and permissions in every way Stryker knows, one at a time, and counts how often a test
// notices. Fails below the threshold of libs/rules/stryker.config.json. A section of `npm run prove`.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { provenBy } from './proof-figures.ts';

const WORKSPACE = resolve(import.meta.dirname, '..');
const REPORT = resolve(WORKSPACE, 'dist/mutation/report.json');
const NOTICED = ['Killed', 'Timeout'];
const UNNOTICED = ['Survived', 'NoCoverage'];

interface MutationReport {
  files: Record<string, { mutants: { status: string }[] }>;
}

const { status } = spawnSync('npx', ['stryker', 'run', 'libs/rules/stryker.config.json'], {
  cwd: WORKSPACE,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
const { files } = JSON.parse(readFileSync(REPORT, 'utf8')) as MutationReport;
for (const folder of foldersOf(Object.keys(files))) tell(folder);
process.exitCode = status ?? 1;

function tell(folder: string): void {
  const statuses = Object.entries(files)
    .filter(([file]) => folderOf(file) === folder)
    .flatMap(([, { mutants }]) => mutants.map((mutant) => mutant.status));
  const noticed = statuses.filter((each) => NOTICED.includes(each)).length;
  const valid = noticed + statuses.filter((each) => UNNOTICED.includes(each)).length;
  provenBy({
    promise: 'T1',
    tried: `${valid} breaks of ${folder}`,
    found: `${noticed} noticed by a test: ${((100 * noticed) / valid).toFixed(1)} %`,
  });
}

function foldersOf(paths: readonly string[]): string[] {
  return [...new Set(paths.map(folderOf))].sort();
}

function folderOf(file: string): string {
  return relative(WORKSPACE, resolve(WORKSPACE, file, '..'));
}
