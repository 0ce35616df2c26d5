import { join } from 'node:path';
import { run } from './run';
import type { Target } from './targets';
import type { Scan } from './wapiti';

/** Errors, booleans, unions, further statements and times, as far as it goes without damage. */
const THOROUGH = ['--level=2', '--risk=1', '--technique=BEUST', '--dbms=PostgreSQL', '--time-sec=3', '--threads=4'];

/** Tried with the first target; a session that was changed is the same refusal everywhere. */
const SESSION = '--skip=sightline_session,XSRF-TOKEN,X-XSRF-TOKEN,Origin,User-Agent,Referer,Host';

/** Sends sqlmap at one target after the other until the time is over; says at how many it was. */
export async function sqlmap(
  targets: readonly Target[],
  {
    headers,
    folder,
    atMostMs,
    thoroughly = THOROUGH,
  }: { headers: Readonly<Record<string, string>>; folder: string; atMostMs: number; thoroughly?: string[] },
): Promise<Scan & { reached: number }> {
  const until = performance.now() + atMostMs;
  const findings: string[] = [];
  let reached = 0;
  let cutShort = false;
  for (const [at, { url, body }] of targets.entries()) {
    const left = until - performance.now();
    if (left < 1_000) break;
    const sent = { ...headers, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) };
    const lines = Object.entries(sent).map(([name, value]) => `${name}: ${value}`);
    const ran = await run(
      'sqlmap',
      [
        ...['-u', url, '--batch', '--disable-coloring', '--flush-session', '--output-dir', join(folder, 'sqlmap')],
        ...[...thoroughly, '--headers', lines.join('\n'), '--ignore-code=400,404,409,412,422,428', '--retries=1'],
        ...(body === undefined ? [] : ['--data', body]),
        ...(at === 0 ? [] : [SESSION]),
      ],
      left,
    );
    cutShort = ran?.cutShort ?? false;
    if (!cutShort) reached += 1;
    findings.push(...findingsIn(ran?.output ?? '').map((finding) => `${url} ${body ?? ''}: ${finding}`));
  }
  return { findings, excused: [], cutShort: cutShort || reached < targets.length, reached };
}

function findingsIn(output: string): string[] {
  return output.split('\n').filter((line) => /^\s*(Parameter|Type|Payload): /.test(line));
}
