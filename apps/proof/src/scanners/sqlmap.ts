import { join } from 'node:path';
import { run } from './run';
import type { Target } from './targets';
import type { Scan } from './wapiti';

/** Errors, booleans, unions, further statements and times in every value, as far as it goes without damage. */
const EVERYWHERE = ['--level=1', '--risk=1', '--technique=BEUST', '--dbms=PostgreSQL', '--time-sec=2', '--skip-waf'];
/** Ten times as many ways to write each, cookies and headers too: a minute for each, hence in one target of so many. */
const DEEPER = ['--level=2', '--risk=1', '--technique=BEUST', '--dbms=PostgreSQL', '--time-sec=3', '--skip-waf'];
const DEEPER_EVERY = 12;
/** Each waits mostly for itself: as many as a small machine has processors. */
const SIDE_BY_SIDE = 2;

/** Tried with the first target; a session that was changed is the same refusal everywhere. */
const SESSION = '--skip=sightline_session,XSRF-TOKEN,X-XSRF-TOKEN,Origin,User-Agent,Referer,Host';

/** What it says when it has tried everything; anything else is an error of connection, session or address. */
const WENT_THROUGH = /all tested parameters do not appear to be injectable/;

interface Sending {
  headers: Readonly<Record<string, string>>;
  folder: string;
  atMostMs: number;
  thoroughly?: readonly string[];
}

export interface SqlScan extends Scan {
  /** How many targets it tried to the end. */
  reached: number;
  /** How many of them at level 2. */
  deeper: number;
  /** Those it gave up for another reason than the time, with its last words. */
  givenUp: string[];
}

/** Sends sqlmap at all targets, a few at once, until it was everywhere or the time is over. */
export async function sqlmap(
  targets: readonly Target[],
  { headers, folder, atMostMs, thoroughly }: Sending,
): Promise<SqlScan> {
  const until = performance.now() + atMostMs;
  const queue = targets.map((target, at) => ({ target, at }));
  const scan: SqlScan = { findings: [], excused: [], cutShort: false, reached: 0, deeper: 0, givenUp: [] };
  const work = async (worker: number): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { target, at } = next;
      const isDeeper = at % DEEPER_EVERY === 0;
      const how = thoroughly ?? (isDeeper ? DEEPER : EVERYWHERE);
      const ran = await run(
        'sqlmap',
        [...how, ...(at === 0 ? [] : [SESSION]), ...aimedAt(target, headers, join(folder, `sqlmap-${worker}`))],
        Math.max(0, until - performance.now()),
      );
      if (!ran) return;
      const about = `${target.url} ${target.body ?? ''}`;
      const found = findingsIn(ran.output);
      scan.findings.push(...found.map((one) => `${about}: ${one}`));
      if (ran.cutShort) return;
      if (found.length === 0 && !WENT_THROUGH.test(ran.output))
        scan.givenUp.push(`${about}: ${ran.output.slice(-500)}`);
      else scan.reached += 1;
      if (isDeeper) scan.deeper += 1;
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, (_, worker) => work(worker)));
  return { ...scan, cutShort: scan.reached < targets.length };
}

function aimedAt({ url, body }: Target, headers: Sending['headers'], folder: string): string[] {
  const sent = { ...headers, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) };
  const lines = Object.entries(sent).map(([name, value]) => `${name}: ${value}`);
  return [
    ...['-u', url, '--batch', '--disable-coloring', '--flush-session', '--output-dir', folder],
    ...['--headers', lines.join('\n'), '--ignore-code=400,404,409,412,422,428', '--retries=1'],
    ...(body === undefined ? [] : ['--data', body]),
  ];
}

function findingsIn(output: string): string[] {
  return output.split('\n').filter((line) => /^\s*(Parameter|Type|Payload): /.test(line));
}
