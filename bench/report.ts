import { writeFileSync } from 'node:fs';
import type { LongWork } from './long-work.ts';
import { circumstances } from './machine.ts';
import type { BenchSettings } from './settings.ts';
import type { Shot, Side } from './shots.ts';
import type { StartFigures } from './start-time.ts';
import { median } from './statistics.ts';
import type { Workload } from './workloads.ts';

/** What was measured of one workload at one size and number of connections. */
export interface Measured extends Record<Side, Shot[]> {
  workload: Workload;
  charters: number;
  connections: number;
}

interface Page {
  settings: BenchSettings;
  measured: Measured[];
  start: StartFigures;
  longWork: LongWork[];
  page: string | null;
}

/** The connections at which a target is judged, as SPEED has it; the nearest there is in a short run. */
const JUDGED_AT = 16;
const START_S = 0.9;
const IDLE_MIB = 130;

/** Prints the page, and writes it where the settings say. */
export function writePage(page: Page): void {
  const text = [
    ...headOf(page),
    ...targetsOf(page),
    ...growthOf(page),
    ...longWorkOf(page),
    ...everythingOf(page),
    '',
  ].join('\n');
  process.stdout.write(`\n${text}\n`);
  if (page.page) writeFileSync(page.page, text);
}

function headOf({ settings }: Page): string[] {
  return [
    '# How fast it is, and how near to the limit',
    '',
    'Written by `npm run bench`; nothing here is typed in by hand.',
    '',
    circumstances(),
    '',
    'The limit is a bare `node:http` server that answers each request with one hand-written prepared statement on the same',
    'database: no framework, no sessions, no permissions, no validation; in R3 and R6 it writes an audit row, as Sightline does.',
    'Sightline is the built server as production starts it, with sessions, permissions, the gate and the audit trail on. Both take',
    `turns, ${settings.rounds} rounds of ${settings.seconds} s, after their answers were compared and both were warmed up. A ratio is the`,
    'median over the rounds of Sightline’s throughput by the limit’s in the same round, and says little when others use the machine',
    'too (see its load above: it should be below 3). The ratio by processor time compares what',
    'an answer costs server and database together, in milliseconds of processor, and says the same on a busy machine.',
    `There are ${settings.kpis.toLocaleString('en')} KPIs, ${settings.measurements.toLocaleString('en')} measurements and`,
    `${settings.auditEvents.toLocaleString('en')} sealed audit events beside the charters. R5 (portfolio), R7 (trace) and R9 (alerts) come with their features.`,
  ];
}

function targetsOf({ measured, start }: Page): string[] {
  const largest = Math.max(...measured.map(({ charters }) => charters));
  const connections = nearest(measured.map((one) => one.connections));
  const judged = measured.filter((one) => one.charters === largest && one.connections === connections);
  const rows = judged.map((one) => {
    const { name, title, target } = one.workload;
    return [
      name,
      title,
      two(ratioOf(one)),
      two(costRatioOf(one)),
      target === null ? '–' : `≥ ${two(target)}`,
      verdict(one),
    ];
  });
  return [
    '',
    `## Targets, at ${largest.toLocaleString('en')} charters and ${connections} connections`,
    '',
    ...table(['', 'work', 'ratio to the limit', 'by processor time', 'target', ''], [...rows, ...rowsOfStart(start)]),
  ];
}

function rowsOfStart({ seconds, processorSeconds, idleMiB }: StartFigures): string[][] {
  const used = `${two(processorSeconds)} s of processor`;
  return [
    [
      'start',
      'to the first healthy answer, database up',
      `${two(seconds)} s`,
      used,
      `≤ ${START_S} s`,
      met(seconds <= START_S),
    ],
    ['memory', 'of the idle server', `${idleMiB.toFixed(0)} MiB`, '', `≤ ${IDLE_MIB} MiB`, met(idleMiB <= IDLE_MIB)],
  ];
}

function verdict(one: Measured): string {
  const { target } = one.workload;
  const failed = [...one.product, ...one.limit].reduce((sum, shot) => sum + shot.failed, 0);
  if (failed > 0) return `${failed} requests failed`;
  if (target === null) return '';
  if (ratioOf(one) >= target) return 'met';
  return costRatioOf(one) >= target ? 'met by processor time' : 'not met';
}

const met = (isMet: boolean): string => (isMet ? 'met' : 'not met');

function growthOf({ measured }: Page): string[] {
  const sizes = [...new Set(measured.map(({ charters }) => charters))];
  if (sizes.length < 2) return [];
  const connections = nearest(measured.map((one) => one.connections));
  const names = [...new Set(measured.map(({ workload }) => workload.name))];
  const rows = names.map((name) => {
    const at = (charters: number): Measured | undefined =>
      measured.find(
        (one) => one.workload.name === name && one.charters === charters && one.connections === connections,
      );
    const growth = (side: Side): number =>
      costOf(at(sizes.at(-1) ?? 0)?.[side] ?? []) / costOf(at(sizes[0] ?? 0)?.[side] ?? []);
    const costs = sizes.map((size) => two(costOf(at(size)?.product ?? [])));
    const allowed = at(sizes[0] ?? 0)?.workload.growth;
    return [
      name,
      ...costs,
      two(growth('product')),
      two(growth('limit')),
      allowed ? `≤ ${allowed}: ${met(growth('product') <= allowed)}` : 'as the limit',
    ];
  });
  const heads = sizes.map((size) => `${size.toLocaleString('en')} charters`);
  return [
    '',
    '## How cost grows with size',
    '',
    `Processor milliseconds of one answer, server and database together, at ${connections} connections.`,
    '',
    ...table(['', ...heads, 'growth', 'growth of the limit', 'allowed'], rows),
  ];
}

function longWorkOf({ longWork }: Page): string[] {
  if (longWork.length === 0) return [];
  const rows = longWork.map(({ what, found, target, isMet }) => [what, found, target, target ? met(isMet) : '']);
  return ['', '## Long work', '', ...table(['work', 'found', 'target', ''], rows)];
}

function everythingOf({ measured }: Page): string[] {
  const rows = measured.map((one) => {
    const { workload, charters, connections, product, limit } = one;
    const both = (read: (shot: Shot) => number, digits: number): string =>
      `${figure(median(product.map(read)), digits)} (${figure(median(limit.map(read)), digits)})`;
    return [
      workload.name,
      charters.toLocaleString('en'),
      String(connections),
      both((shot) => shot.perSecond, 0),
      two(ratioOf(one)),
      both((shot) => shot.p50, 1),
      both((shot) => shot.p99, 1),
      both((shot) => shot.serverMs, 2),
      both((shot) => shot.databaseMs, 2),
      median(product.map((shot) => shot.memoryMiB)).toFixed(0),
    ];
  });
  const heads = [
    '',
    'charters',
    'connections',
    'per second',
    'ratio',
    'p50 ms',
    'p99 ms',
    'server ms',
    'database ms',
    'memory MiB',
  ];
  return [
    '',
    '## Everything measured',
    '',
    'Sightline’s figure first, the limit’s in brackets; medians of the rounds. Server and database: processor time of one answer.',
    '',
    ...table(heads, rows),
  ];
}

function ratioOf({ product, limit }: Measured): number {
  return median(product.map((shot, round) => shot.perSecond / (limit[round]?.perSecond ?? Number.NaN)));
}

const costOf = (shots: readonly Shot[]): number =>
  median(shots.map(({ serverMs, databaseMs }) => serverMs + databaseMs));
const costRatioOf = ({ product, limit }: Measured): number => costOf(limit) / costOf(product);

/** The number of connections that is judged, or the nearest there is. */
export function nearest(connections: readonly number[]): number {
  return [...connections].sort((one, other) => Math.abs(one - JUDGED_AT) - Math.abs(other - JUDGED_AT))[0] ?? JUDGED_AT;
}

/** A dash where a shot ended before its first answer. */
const figure = (value: number, digits: number): string => (Number.isFinite(value) ? value.toFixed(digits) : '–');
const two = (value: number): string => figure(value, 2);

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}
