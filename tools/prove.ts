// npm run prove [section …]: the long form of the safety harnesses. Each section runs in full and its figures replace
// its part of docs/proof.md; a section that was not asked for keeps the part of its last run. Fails when one fails.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ProofFigure } from './proof-figures.ts';
import { PROOF_SECTIONS, type ProofSection } from './proof-sections.ts';

const WORKSPACE = resolve(import.meta.dirname, '..');
const PAGE = resolve(WORKSPACE, 'docs/proof.md');
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !PROOF_SECTIONS.some((section) => section.name === name));
if (unknown.length > 0) {
  console.error(
    `No such section: ${unknown.join(', ')}. There are ${PROOF_SECTIONS.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'sightline-proof-'));
const failed: string[] = [];
for (const section of PROOF_SECTIONS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const { passed, part } = prove(section);
  if (!passed) failed.push(section.name);
  writeFileSync(PAGE, pageWith(section.name, part));
}
rmSync(folder, { recursive: true, force: true });
if (failed.length > 0) console.error(`Failed: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;

function prove({ name, title, command: [program = '', ...parameters] }: ProofSection): {
  passed: boolean;
  part: string;
} {
  const started = performance.now();
  const file = join(folder, `${name}.jsonl`);
  console.log(`\n=== ${title}`);
  const { status } = spawnSync(program, parameters, {
    cwd: WORKSPACE,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, SIGHTLINE_PROOF: 'full', SIGHTLINE_PROOF_FIGURES: file },
  });
  const seconds = Math.round((performance.now() - started) / 1000);
  const figures = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  const rows = figures.map((line) => JSON.parse(line) as ProofFigure).map((row) => cells(row));
  const part = [
    `## ${title}`,
    '',
    `${status === 0 ? 'Passed' : '**Failed**'} in ${seconds} s on ${today()}, commit ${commit()}, ${machine()}.`,
    '',
    '| promise | tried | found |',
    '|---|---|---|',
    ...rows,
  ].join('\n');
  return { passed: status === 0 && rows.length > 0, part };
}

function cells({ promise, tried, found }: ProofFigure): string {
  return `| ${[promise, tried, found].map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** The page as it is by now, because another run may have written its part meanwhile, with this part in its place. */
function pageWith(section: string, written: string): string {
  const parts = partsOfLastRuns().set(section, written);
  return [
    '# What was proved, and how far',
    '',
    'Written by `npm run prove`; nothing here is typed in by hand. The short forms of the same harnesses run in',
    '`npm test`. Promises (T1 …) are those of docs/safety.md.',
    ...PROOF_SECTIONS.flatMap(({ name }) => {
      const part = parts.get(name);
      return part ? ['', `<!-- section ${name} -->`, '', part] : [];
    }),
    '',
  ].join('\n');
}

function partsOfLastRuns(): Map<string, string> {
  if (!existsSync(PAGE)) return new Map();
  const [, ...pieces] = readFileSync(PAGE, 'utf8').split(/^<!-- section ([\w-]+) -->$/m);
  return new Map(pieces.flatMap((name, at) => (at % 2 === 0 ? [[name, (pieces[at + 1] ?? '').trim()]] : [])));
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function commit(): string {
  return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: WORKSPACE, encoding: 'utf8' }).trim();
}

function machine(): string {
  return `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, Node ${process.version}`;
}
