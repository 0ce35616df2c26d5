import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Import, ImportKind, NewImport, StrategyVersion } from '@sightline/contracts';
import { startSightline } from '../../../tools/sightline.ts';
import { cloudFirst } from './cloud-first.ts';
import { readPoints } from './code-of-practice.ts';
import { type Completed, completeOne, firstToComplete } from './completion.ts';
import { type Founders, foundCompany } from './founding.ts';
import { allCharters, tallyGate } from './gate-tally.ts';
import type { Person } from '../../../tools/person.ts';
import { type Templates, writeTemplates } from './portfolio.ts';
import { ratifyStrategy } from './ratification.ts';
import { type Refusal, tryToApprove } from './refusals.ts';
import { Report } from './report.ts';

const WORKSPACE = resolve(import.meta.dirname, '../../..');
const samples = resolve(process.env['SIGHTLINE_SAMPLES'] ?? join(WORKSPACE, '../shared/samples'));
const report = new Report();

if (!existsSync(join(samples, 'hhs-it-portfolio'))) {
  console.error(`The sample files are not in ${samples}. Name their folder in SIGHTLINE_SAMPLES.`);
  process.exit(1);
}
const sightline = await startSightline({ sample: false });
try {
  await runTrial();
} finally {
  await sightline.stop();
}
mkdirSync(join(WORKSPACE, 'docs'), { recursive: true });
writeFileSync(join(WORKSPACE, 'docs/trial.md'), report.document());

/** Everything the trial does, in the order in which a company would. */
async function runTrial(): Promise<void> {
  const templates = writeTemplates(samples, join(WORKSPACE, '.data/trial'));
  const founders = await foundCompany(sightline.url);
  await importPortfolio(founders.cio, templates);
  const strategy = await giveStrategy(founders);
  await askGate(founders.cio, templates.counts.projects);
  const completed = await completeFirst(founders, strategy);
  await tryAnother(founders, completed);
  await translateOrder(founders, completed);
}

async function giveStrategy(founders: Founders): Promise<StrategyVersion> {
  report.heading('The strategy');
  const before = await tallyGate(founders.cio);
  report.say(`Before a strategy is in force the gate blocks ${before.blocked} of ${before.charters} charters.`);
  const points = readPoints(samples);
  const strategy = await ratifyStrategy(founders, points);
  report.say(
    `The ${points.length} points of the Technology Code of Practice are the principles of version ${strategy.number}, ` +
      `ratified by ${strategy.signatories.length} founding members; content hash ${strategy.contentHash}.`,
  );
  return strategy;
}

async function askGate(cio: Person, projects: number): Promise<void> {
  report.heading('What the gate says of the portfolio');
  const tally = await tallyGate(cio);
  report.say(
    `Blocked: ${tally.blocked} of ${tally.charters}; between ${tally.fewest} and ${tally.most} blockers each.`,
  );
  report.say();
  report.table(['check', 'charters it blocks'], tally.blockers);
  if (tally.example) {
    report.say();
    report.say(`For example ${tally.example.code}, “${tally.example.title}”:`);
    report.say();
    for (const message of tally.example.messages) report.say(`- ${message}`);
  }
  must(tally.charters === projects && tally.blocked === tally.charters, 'every charter is blocked');
}

async function completeFirst(founders: Founders, strategy: StrategyVersion): Promise<Completed> {
  report.heading('One that comes through');
  const completed = await completeOne(founders, strategy, await firstToComplete(founders.cio));
  const { charter, outcome, steps } = completed;
  report.table(
    ['step', 'checks that still block'],
    steps.map(({ what, blockers }) => [what, blockers]),
  );
  report.say();
  report.say(`${charter.code}, “${charter.title}”: ${outcome} under version ${charter.approvedUnder}.`);
  must(charter.approved, 'the completed charter is approved');
  return completed;
}

async function tryAnother(founders: Founders, completed: Completed): Promise<void> {
  report.heading('Attempts to approve another one');
  const other = (await allCharters(founders.cio)).find(({ approved }) => !approved);
  if (!other) throw new Error('No charter is left.');
  const refusals = await tryToApprove(other, { founders, completed, appUrl: sightline.appUrl });
  const ways = [...Map.groupBy(refusals, ({ way }) => way)];
  report.table(
    ['way', 'attempts', 'refused', 'answers'],
    ways.map(([way, tried]) => [
      way,
      tried.length,
      refusedOf(tried),
      [...new Set(tried.map(({ answer }) => answer))].join('; '),
    ]),
  );
  const approved = (await allCharters(founders.cio)).filter((charter) => charter.approved).map(({ code }) => code);
  report.say();
  report.say(
    `Refused: ${refusedOf(refusals)} of ${refusals.length}. Approved charters in the end: ${approved.join(', ')}.`,
  );
  must(refusedOf(refusals) === refusals.length, 'every attempt is refused');
  must(approved.length === 1 && approved[0] === completed.charter.code, 'only the completed charter is approved');
}

async function translateOrder(founders: Founders, completed: Completed): Promise<void> {
  report.heading('An order becomes a principle');
  const translated = await cloudFirst(founders, completed, samples);
  const { mandate, principle, version, file, cases, exception, before, after, outcome } = translated;
  const rules = principle.decisionTable?.rules.length ?? 0;
  report.say(
    `The Cloud First policy arrives as ${mandate.code}, untranslated. Version ${version} holds it as ${principle.code}, ` +
      `“${principle.title}”, with ${rules} rules and a way to deviate: ${mandate.state}.`,
  );
  report.say();
  report.say(
    `Before the board saw it, version ${version} left as Markdown (${file.lines} lines); ${file.changes} parts of the ` +
      `draft were spoilt, and it came back from the file as it had left: content hash ${file.before}, and ${file.after}.`,
  );
  must(file.changes > 0 && file.left === 0, 'a file brings back everything that was spoilt');
  must(file.before === file.after, 'a version comes back from its Markdown as it left');
  report.say();
  report.table(
    ['a project', 'what the principle says', 'rule', 'why'],
    cases.map(({ what, said }) => [what, said.outcome, said.rule ?? '', said.reason ?? '']),
  );
  report.say();
  report.say(
    `${completed.charter.code} stays in a private cloud. Without an exception its change: ${before}. ` +
      `With ${exception.code}, ${exception.status} until ${exception.expiresOn}: ${outcome}. ${after}`,
  );
  must(mandate.state === 'translated' && rules >= 6, 'the order is translated by at least six conditions');
  must(new Set(cases.map(({ said }) => said.outcome)).size === 3, 'the principle prefers, advises against and forbids');
  must(before === 'gate-blocked' && outcome === 'approved', 'the deviation needs an exception, and has it');
}

function refusedOf(refusals: readonly Refusal[]): number {
  return refusals.filter(({ refused }) => refused).length;
}

async function importPortfolio(cio: Person, { units, kpis, charters, counts, asOf }: Templates): Promise<void> {
  report.heading('The portfolio');
  report.say(
    `${counts.bureaus} bureaus, ${counts.investments} investments, ${counts.metrics} metrics and ${counts.projects} projects, ` +
      `as they stood on ${asOf}.`,
  );
  report.say();
  const files: [ImportKind, string][] = [
    ['business_units', units],
    ['kpis', kpis],
    ['charters', charters],
  ];
  const rows: (string | number)[][] = [];
  for (const [kind, content] of files) {
    const file: NewImport = { kind, fileName: `${kind}.csv`, content };
    const [first, again] = [await imported(cio, file), await imported(cio, file)];
    rows.push([
      kind,
      first.rowCount,
      first.summary.create,
      first.summary.refused,
      again.summary.unchanged,
      again.summary.create,
    ]);
  }
  report.table(['import', 'rows', 'created', 'refused', 'unchanged at a repeat', 'created at a repeat'], rows);
}

async function imported(cio: Person, file: NewImport): Promise<Import> {
  const checked = await cio.does<Import>('POST', '/imports', file);
  if (checked.status === 'refused') throw new Error(JSON.stringify(checked.problems.slice(0, 5)));
  return cio.does<Import>('POST', `/imports/${checked.id}/apply`);
}

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`The trial failed: it does not hold that ${what}.`);
}
