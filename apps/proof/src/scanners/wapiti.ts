import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run';
import type { Target } from './targets';

/** Everything it knows that works without a server of its makers: no SSRF and XXE, which need one to call back. */
const MODULES = [
  ...['backup', 'blindsql', 'cookieflags', 'crlf', 'csp', 'exec', 'file', 'htaccess', 'http_headers', 'methods'],
  ...['permanentxss', 'redirect', 'shellshock', 'sql', 'xss'],
];
/** Of its time, what it may take to look around, and what one module may take; most are done in seconds. */
const LOOKING_AROUND = 0.2;
const ONE_MODULE = 0.4;

/** What is said of this installation and not of the product, and why. */
const NOT_OURS: Readonly<Record<string, (info: string) => boolean>> = {
  // It is served without TLS on loopback; behind TLS both are set, which the headers of the section "web" show.
  'Secure Flag cookie': () => true,
  // The protection of browsers that are gone; the policy forbids what it looked for.
  'HTTP Secure Headers': (info) => /Strict-Transport-Security|X-XSS-Protection/.test(info),
  // The token of a form has to be read by the page to be sent back; the session itself is HttpOnly.
  'HttpOnly Flag cookie': (info) => /XSRF-TOKEN/.test(info),
};

interface Report {
  vulnerabilities: Record<string, { info: string; path: string; parameter: string | null }[]>;
  anomalies: Record<string, { info: string; path: string; parameter: string | null }[]>;
}

export interface Scan {
  findings: string[];
  /** What was found and does not count, by kind. */
  excused: string[];
  cutShort: boolean;
}

/** Sends wapiti at these addresses with somebody's cookies. */
export async function wapiti(
  targets: readonly Target[],
  { cookie, folder, atMostMs }: { cookie: string; folder: string; atMostMs: number },
): Promise<Scan & { unfinished: string[] }> {
  const report = join(folder, 'wapiti.json');
  const seconds = Math.round(atMostMs / 1000);
  const [first] = targets;
  const parameters = [
    ...['-u', first?.url ?? '', '--scope', 'domain', ...targets.slice(1).flatMap(({ url }) => ['-s', url])],
    ...['-m', MODULES.join(','), '-d', '1', '-l', '1', '-S', 'insane', '-v', '0', '--max-parameters', '20'],
    ...['--max-scan-time', String(Math.round(seconds * LOOKING_AROUND))],
    ...['--max-attack-time', String(Math.round(seconds * ONE_MODULE))],
    ...['-H', `Cookie: ${cookie}`, '-f', 'json', '-o', report, '--flush-session', '--no-bugreport'],
    ...['--store-session', folder, '--store-config', folder],
  ];
  // It ends by itself; who stops it gets no report.
  const ran = await run('wapiti', parameters, 4 * atMostMs);
  if (!existsSync(report)) throw new Error(`wapiti left no report:\n${ran?.output.slice(-2000) ?? ''}`);
  const { vulnerabilities, anomalies } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  const all = Object.entries({ ...vulnerabilities, ...anomalies }).flatMap(([kind, found]) =>
    found.map(({ info, path, parameter }) => ({ kind, info, says: `${kind}: ${info} (${path} ${parameter ?? ''})` })),
  );
  const isExcused = ({ kind, info }: { kind: string; info: string }): boolean => NOT_OURS[kind]?.(info) ?? false;
  return {
    findings: all.filter((one) => !isExcused(one)).map(({ says }) => says),
    excused: [...new Set(all.filter(isExcused).map(({ kind }) => kind))],
    cutShort: /max scan time/i.test(ran?.output ?? ''),
    unfinished: [...(ran?.output ?? '').matchAll(/max attack time was reached for module (\w+)/gi)].map(
      ([, module]) => module ?? '',
    ),
  };
}
