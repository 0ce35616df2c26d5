import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gapOf } from './gaps.ts';
import type { Measured, MeasuredParts } from './kept.ts';
import { formerSection, longWorkSection } from './long-work/section.ts';
import { PROFILE_GROUPS } from './profile.ts';
import type { BenchSettings } from './settings.ts';
import type { Shot, Side } from './shots.ts';
import type { StartFigures } from './start-time.ts';
import { median } from './statistics.ts';
import { table } from './table.ts';
import { WORKLOADS, type Workload } from './workloads.ts';

interface Page {
  settings: BenchSettings;
  parts: MeasuredParts;
}

/** The connections at which a target is judged, as SPEED has it; the nearest there is in a short run. */
const JUDGED_AT = 16;
const START_S = 0.9;
const IDLE_MIB = 130;

/** Writes the page where the settings say, of all that was measured so far; prints it where they say nowhere. */
export function writePage(page: Page): void {
  const file = page.settings.page && resolve(import.meta.dirname, '..', page.settings.page);
  const text = pageText(page, file && existsSync(file) ? readFileSync(file, 'utf8') : '');
  if (file) writeFileSync(file, text);
  else process.stdout.write(`\n${text}`);
}

/** The page; what the former one says of the long work stays when that was measured apart. */
export function pageText(page: Page, before: string): string {
  const lines = [...headOf(page), ...targetsOf(page), ...growthOf(page), ...profilesOf(page), ...everythingOf(page)];
  return `${[...lines, '', longWorkOf(page, before)].join('\n').trimEnd()}\n`;
}

function headOf({ settings, parts }: Page): string[] {
  return [
    '# How fast it is, and how near to the limit',
    '',
    'Written by `npm run bench`; nothing here is typed in by hand.',
    '',
    'The limit is a bare `node:http` server that answers each request with one hand-written prepared statement on the same',
    'database: no framework, no sessions, no permissions, no validation; in R3 and R6 it writes an audit row, as Sightline does.',
    'Both give the same answer, name by name, which is compared before anything is measured.',
    'Sightline is the built server as production starts it, with sessions, permissions, the gate and the audit trail on. Both take',
    `turns, ${settings.rounds} rounds of ${settings.seconds} s, after both were warmed up. A ratio is the`,
    'median over the rounds of Sightline’s throughput by the limit’s in the same round, and says little when others use the machine',
    'too (see its load below: it should be below 3). The ratio by processor time compares what',
    'an answer costs server and database together, in milliseconds of processor, and says the same on a busy machine.',
    `There are ${settings.kpis.toLocaleString('en')} KPIs, ${settings.measurements.toLocaleString('en')} measurements and`,
    `${settings.auditEvents.toLocaleString('en')} sealed audit events beside the charters. R5 (portfolio), R7 (trace) and R9 (alerts) come with their features.`,
    '',
    ...table(
      ['part', 'measured'],
      Object.entries(parts).map(([name, part]) => [nameOf(name), part.circumstances]),
    ),
  ];
}

const nameOf = (part: string): string => (Number(part) > 0 ? `${Number(part).toLocaleString('en')} charters` : part);

const allOf = ({ parts }: Page): Measured[] =>
  Object.values(parts)
    .flatMap(({ measured = [] }) => measured)
    .sort((one, other) => one.charters - other.charters);

function workloadOf({ workload }: Measured): Workload {
  const found = WORKLOADS.find(({ name }) => name === workload);
  if (!found) throw new Error(`There is no workload ${workload}.`);
  return found;
}

function longWorkOf({ parts }: Page, before: string): string {
  const { longWork, circumstances } = parts['long-work'] ?? {};
  return longWork ? longWorkSection(longWork, circumstances) : formerSection(before);
}

/** Where the server's own time goes: what a target that is not met is made of. */
function profilesOf({ parts }: Page): string[] {
  const profiles = parts['profile']?.profiles ?? [];
  if (profiles.length === 0) return [];
  const percent = (share = 0): string => `${(share * 100).toFixed(0)} %`;
  const groups = PROFILE_GROUPS.filter((group) => profiles.some(({ shares }) => (shares[group] ?? 0) >= 0.005));
  return [
    '',
    '## Where the time of the server goes',
    '',
    'Processor time of the server by whose code ran, profiled under each workload (the profiler itself makes it slower). Every',
    'statement costs one write to and one read from PostgreSQL’s socket, so a write of five statements pays that five times.',
    '',
    ...table(
      ['', ...profiles.map(({ workload }) => workload)],
      [
        ['ms of one answer', ...profiles.map(({ serverMs }) => two(serverMs))],
        ...groups.map((group) => [group, ...profiles.map(({ shares }) => percent(shares[group]))]),
      ],
    ),
  ];
}

function targetsOf(page: Page): string[] {
  const measured = allOf(page);
  const start = page.parts['start']?.start;
  if (measured.length === 0) return [];
  const largest = Math.max(...measured.map(({ charters }) => charters));
  const connections = nearest(measured.map((one) => one.connections));
  const judged = measured.filter((one) => one.charters === largest && one.connections === connections);
  const rows = judged.map((one) => {
    const { name, title, target } = workloadOf(one);
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
    ...table(
      ['', 'work', 'ratio to the limit', 'by processor time', 'target', ''],
      [...rows, ...(start ? rowsOfStart(start) : [])],
    ),
    ...judged.filter((one) => verdict(one) === 'not met').flatMap(gapOf),
  ];
}

function rowsOfStart({ seconds, processorSeconds, idleMiB, idleDatabaseMs }: StartFigures): string[][] {
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
    ['rest', 'the database while nobody asks', `${idleDatabaseMs.toFixed(0)} ms of processor a second`, '', '–', ''],
  ];
}

function verdict(one: Measured): string {
  const { target } = workloadOf(one);
  const failed = [...one.product, ...one.limit].reduce((sum, shot) => sum + shot.failed, 0);
  if (failed > 0) return `${failed} requests failed`;
  if (target === null) return '';
  if (ratioOf(one) >= target) return 'met';
  return costRatioOf(one) >= target ? 'met by processor time' : 'not met';
}

const met = (isMet: boolean): string => (isMet ? 'met' : 'not met');

function growthOf(page: Page): string[] {
  const measured = allOf(page);
  const sizes = [...new Set(measured.map(({ charters }) => charters))];
  if (sizes.length < 2) return [];
  const connections = nearest(measured.map((one) => one.connections));
  const names = [...new Set(measured.map(({ workload }) => workload))];
  const rows = names.map((name) => {
    const at = (charters: number): Measured | undefined =>
      measured.find((one) => one.workload === name && one.charters === charters && one.connections === connections);
    const growth = (side: Side): number =>
      costOf(at(sizes.at(-1) ?? 0)?.[side] ?? []) / costOf(at(sizes[0] ?? 0)?.[side] ?? []);
    const costs = sizes.map((size) => two(costOf(at(size)?.product ?? [])));
    const allowed = WORKLOADS.find((workload) => workload.name === name)?.growth;
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

const FIGURES = '|charters|connections|per second|ratio|p50 ms|p99 ms|server ms|database ms|memory MiB'.split('|');

function everythingOf(page: Page): string[] {
  const measured = allOf(page);
  if (measured.length === 0) return [];
  const rows = measured.map((one) => {
    const { workload, charters, connections, product, limit } = one;
    const both = (read: (shot: Shot) => number, digits: number): string =>
      `${figure(median(product.map(read)), digits)} (${figure(median(limit.map(read)), digits)})`;
    return [
      workload,
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
  return [
    '',
    '## Everything measured',
    '',
    'Sightline’s figure first, the limit’s in brackets; medians of the rounds. Server and database: processor time of one answer.',
    '',
    ...table(FIGURES, rows),
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
