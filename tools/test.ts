// npm test: everything that must hold before a change is done. Ends with the sum of all test runs.
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';

const WORKSPACE = resolve(import.meta.dirname, '..');
const RESULTS = resolve(WORKSPACE, 'dist/test-results');

const STAGES: readonly { name: string; command: string[] }[] = [
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'colours', command: ['node', 'tools/checks/colours.ts'] },
  { name: 'docker', command: ['node', 'tools/checks/docker.ts'] },
  { name: 'lint, typecheck, build', command: ['nx', 'run-many', '-t', 'lint', 'typecheck', 'build', 'openapi'] },
  { name: 'bundle', command: ['node', 'tools/checks/bundle.ts'] },
  { name: 'borders', command: ['node', 'tools/border-canary.ts'] },
  { name: 'tests', command: ['nx', 'run-many', '-t', 'test'] },
  { name: 'browser', command: ['nx', 'run', 'web-e2e:e2e'] },
  { name: 'proof', command: ['nx', 'run', 'proof:e2e'] },
];

rmSync(RESULTS, { recursive: true, force: true });
const failedStages = STAGES.filter((stage) => !passes(stage)).map(({ name }) => name);
const { passed, failed } = sumOfTestRuns();
if (failedStages.length > 0) console.error(`Failed: ${failedStages.join('; ')}`);
// A stage can fail without a failed test: a lint error, a run that broke before its first test.
console.log(`${passed} passed, ${Math.max(failed, failedStages.length)} failed`);
process.exitCode = failed > 0 || failedStages.length > 0 ? 1 : 0;

function passes({ name, command: [program = '', ...parameters] }: (typeof STAGES)[number]): boolean {
  const started = performance.now();
  console.log(`\n=== ${name}`);
  const { status } = spawnSync(program, parameters, {
    cwd: WORKSPACE,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  console.log(
    `=== ${name}: ${status === 0 ? 'passed' : 'FAILED'} after ${Math.round((performance.now() - started) / 1000)} s`,
  );
  return status === 0;
}

/** Each jest run leaves its counts in a file; Nx brings back the file of a run it did not need to repeat. */
function sumOfTestRuns(): { passed: number; failed: number } {
  const counts = existsSync(RESULTS)
    ? globSync('*.json', { cwd: RESULTS }).map(
        (file) => JSON.parse(readFileSync(resolve(RESULTS, file), 'utf8')) as { passed: number; failed: number },
      )
    : [];
  return {
    passed: counts.reduce((sum, count) => sum + count.passed, 0),
    failed: counts.reduce((sum, count) => sum + count.failed, 0),
  };
}
