import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { provenBy } from '../../../../tools/proof-figures.ts';
import { type Sightline, startSightline } from '../../../../tools/sightline.ts';
import { Caller } from '../faults/caller';
import { type Operation, operationsOf } from '../web/document';
import { referencesOf } from '../web/references';
import { EVERY_ROLE, runSql } from '../web/sql';
import { serveHoles } from './holes';
import { versionOf } from './run';
import { sqlmap } from './sqlmap';
import { bodyTargets, pathTargets, queryTargets } from './targets';
import { wapiti } from './wapiti';

const MINUTE = 60_000;
/** For wapiti, which takes what it is given. */
const AT_MOST_MS = Number(process.env['SIGHTLINE_SCAN_MINUTES'] ?? 6) * MINUTE;
/** sqlmap ends when it was everywhere, here after some ten minutes; a slow machine does not wait for ever. */
const SQL_AT_MOST_MS = 5 * AT_MOST_MS;
const WHERE_TO_GET = 'is not installed, so nothing was tried; Debian has it (apt install wapiti sqlmap)';

/** Runs in `npm run prove` only: minutes of scanners that few machines have. */
describe('scanners of others (T12, T13, T14)', () => {
  let sightline: Sightline;
  let caller: Caller;
  let operations: Operation[];
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sightline-scanners-'));
    sightline = await startSightline({ sample: true, env: { SIGHTLINE_LOG_LEVEL: 'error' } });
    await runSql(sightline.ownerUrl, `UPDATE app_user SET roles = '${EVERY_ROLE}' WHERE persona = 'cio'`);
    caller = await Caller.signedIn(sightline.url, 'cio');
    operations = await operationsOf(sightline.url);
  });
  afterAll(async () => {
    await sightline?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('wapiti finds nothing', async () => {
    const version = await versionOf('wapiti');
    const about = `wapiti ${version ?? ''}`.trim();
    if (!version) return notInstalled(about);
    const pages = ['/', '/charters', '/strategy', '/audit'].map((path) => ({ url: `${sightline.url}${path}` }));
    const targets = [...pages, ...(await queryTargets(caller, sightline.url, operations))];
    const before = await answers();
    const scan = await wapiti(targets, { cookie: caller.cookie, folder, atMostMs: AT_MOST_MS });
    const { requests, broken } = since(before, await answers());
    expect({ findings: scan.findings, broken }).toEqual({ findings: [], broken: 0 });
    expect(requests).toBeGreaterThan(targets.length * 10);
    provenBy({
      promise: 'T12, T14',
      tried: `${about} with the session of somebody who may do everything, ${targets.length} pages and lists with every filter: ${requests} requests`,
      found: `no finding, no 5xx${excuse(scan.excused)}${unfinished(scan)}`,
    });
  });

  it('sqlmap finds nothing', async () => {
    const version = await versionOf('sqlmap');
    const about = `sqlmap ${version ?? ''}`.trim();
    if (!version) return notInstalled(about);
    const references = await referencesOf(caller);
    const targets = [
      ...(await queryTargets(caller, sightline.url, operations)),
      ...(await bodyTargets(caller, sightline.url, operations, references)),
      ...(await pathTargets(caller, sightline.url, operations)),
    ];
    const before = await answers();
    const scan = await sqlmap(targets, { headers: caller.forHeaders, folder, atMostMs: SQL_AT_MOST_MS });
    const { requests, broken } = since(before, await answers());
    const { findings, givenUp } = scan;
    expect({ findings, givenUp, broken }).toEqual({ findings: [], givenUp: [], broken: 0 });
    expect(requests).toBeGreaterThan(scan.reached * 10);
    provenBy({
      promise: 'T13',
      tried: `${about}: errors, booleans, unions, further statements and times in ${scan.reached} of ${targets.length} lists with every filter, bodies and paths, in ${scan.deeper} of them at level 2: ${requests} requests`,
      found: `nothing injectable, no 5xx${cut(scan.cutShort, SQL_AT_MOST_MS)}`,
    });
  });

  it('find the holes of a server that has some', async () => {
    const holes = await serveHoles(sightline.ownerUrl);
    const target = [{ url: holes.url }];
    const within = { folder: mkdtempSync(join(folder, 'holes-')), atMostMs: 2 * MINUTE };
    const thoroughly = ['--dbms=PostgreSQL', '--technique=BE'];
    const scans = [
      await wapiti(target, { cookie: 'a=b', ...within }),
      await sqlmap(target, { headers: {}, thoroughly, ...within }),
    ];
    await holes.stop();
    const found = scans.map(({ findings }) => findings.join('\n'));
    expect(found).toEqual([expect.stringMatching(/SQL Injection/), expect.stringMatching(/Parameter: q/)]);
    expect(found[0]).toMatch(/Cross Site Scripting/);
    provenBy({
      promise: 'T12, T13',
      tried: 'both against a small server with an SQL injection and a reflected script',
      found: 'both found by the one, the injection by the other',
    });
  });

  /** How often each status was answered, as the server counts it. */
  async function answers(): Promise<Map<string, number>> {
    const text = String((await caller.send('GET', '/metrics'))?.body);
    const counted = new Map<string, number>();
    for (const [, status = '', n] of text.matchAll(/^sightline_http_requests_total\{.*status="(\d+)"\} (\d+)/gm))
      counted.set(status, (counted.get(status) ?? 0) + Number(n));
    return counted;
  }
});

function since(before: Map<string, number>, now: Map<string, number>): { requests: number; broken: number } {
  const more = [...now].map(([status, n]) => [status, n - (before.get(status) ?? 0)] as const);
  const sum = (of: typeof more): number => of.reduce((all, [, n]) => all + n, 0);
  return { requests: sum(more), broken: sum(more.filter(([status]) => status.startsWith('5'))) };
}

function notInstalled(about: string): void {
  provenBy({ promise: 'T12, T13', tried: about, found: `skipped: ${WHERE_TO_GET}` });
  throw new Error(`${about} ${WHERE_TO_GET}.`);
}

const cut = (cutShort: boolean, afterMs: number): string =>
  cutShort ? `; ended after ${afterMs / MINUTE} minutes` : '';

/** The modules whose time was over before they were everywhere. */
const unfinished = ({ cutShort, unfinished: modules }: { cutShort: boolean; unfinished: string[] }): string =>
  [...(cutShort ? ['looking around'] : []), ...modules].map((what) => `; ${what} ended by its time`).join('');

const excuse = (kinds: readonly string[]): string =>
  kinds.length > 0 ? `; of no weight, with its reason in the code: ${kinds.join(', ')}` : '';
