import { IN_FULL, provenBy } from '../../../../tools/proof-figures.ts';
import { type Sightline, startSightline } from '../../../../tools/sightline.ts';
import { Caller } from '../faults/caller';
import { addressOf } from './addresses';
import { nameOf, type Operation, operationsOf } from './document';
import { FORGERIES, type Victim, whole } from './forgeries';
import { poisonedBody, type References } from './poisoned-body';
import { referencesOf } from './references';
import { everyRow } from './rows';
import { LACKING } from './security-headers';
import { EVERY_ROLE, runSql } from './sql';

/** What a refusal may be: from another site, not signed in, no such page in this installation, or no JSON. */
const REFUSALS = [401, 403, 404, 415];
const AT_ONCE = 8;

interface Request {
  operation: Operation;
  path: string;
  body: string;
}

describe('requests that another site makes (T10)', () => {
  let sightline: Sightline;
  let requests: Request[];
  let victim: Victim;

  beforeAll(async () => {
    sightline = await startSightline({ sample: true, env: { SIGHTLINE_LOG_LEVEL: 'error' } });
    await runSql(sightline.ownerUrl, `UPDATE app_user SET roles = '${EVERY_ROLE}' WHERE persona = 'cio'`);
    victim = await signedInBrowser();
    const caller = await Caller.signedIn(sightline.url, 'cio');
    const references = await referencesOf(caller);
    const changing = (await operationsOf(sightline.url)).filter(({ method }) => method !== 'GET');
    requests = await Promise.all(changing.map((operation) => requestOf(caller, operation, references)));
  });
  afterAll(() => sightline?.stop());

  it('are refused on every route that changes something, and change nothing', async () => {
    const before = await everyRow(sightline.ownerUrl);
    const done: string[] = [];
    let sent = 0;
    for (const { name, headers, body: written = String, everywhere } of FORGERIES) {
      const meant = requests.filter(({ operation }) => everywhere || operation.permission);
      await inTurns(meant, async ({ operation, path, body }) => {
        sent += 1;
        const status = await send(operation, path, headers(victim), written(body));
        if (!REFUSALS.includes(status)) done.push(`${nameOf(operation)} with ${name}: ${status}`);
      });
    }
    expect(done).toEqual([]);
    expect(await everyRow(sightline.ownerUrl)).toEqual(before);
    // The same requests as the page sends them: they would have changed something.
    const kept = requests.filter(({ operation }) => operation.permission && !/logout|erase/.test(operation.path));
    const statuses: number[] = [];
    await inTurns(kept, async ({ operation, path, body }) => {
      statuses.push(await send(operation, path, { ...whole(victim), 'if-match': '"1"' }, body));
    });
    const through = statuses.filter((status) => status < 300).length;
    expect(through).toBeGreaterThan(10);
    expect(statuses.filter((status) => status === 415 || status === 401)).toEqual([]);
    expect(await everyRow(sightline.ownerUrl)).not.toEqual(before);
    provenBy({
      promise: 'T10',
      tried: `${requests.length} changing routes × ${FORGERIES.length} forgeries (token, Origin, Sec-Fetch-Site, content type): ${sent} requests with the session of somebody who may do all of it`,
      found: `${done.length} done, no row of any table changed; sent by the page itself, ${through} of the same requests were done`,
    });
  });

  it('find the headers that keep a browser in its place on every kind of answer', async () => {
    const page = { accept: 'text/html' };
    const script = /src="(main-[^"]+\.js)"/.exec(await (await fetch(sightline.url, { headers: page })).text())?.[1];
    const kinds: [kind: 'page' | 'data', path: string, init?: RequestInit][] = [
      ['page', '/', { headers: page }],
      ['page', '/charters/CH-0001?x=<script>', { headers: page }],
      ['page', '/nowhere', { headers: page }],
      ['data', `/${script}`],
      ['data', '/icon.svg'],
      ['data', '/preferences.js'],
      ['data', '/missing.js'],
      ['data', '/api/v1/me'],
      ['data', '/api/v1/me', { headers: { cookie: victim.cookie } }],
      ['data', '/api/v1/nothing'],
      ['data', '/api/v1/charters', { method: 'POST', body: '{', headers: { ...whole(victim) } }],
      ['data', '/api/v1/charters', { method: 'POST', body: 'a', headers: { 'content-type': 'text/plain' } }],
      ['data', '/api/v1/charters', { method: 'DELETE' }],
      ['data', '/api/v1/%zz'],
      ['data', '/api/openapi.json'],
      ['data', '/api/docs'],
      ['data', '/healthz'],
    ];
    const lacking: string[] = [];
    for (const [kind, path, init] of kinds) {
      const { headers } = await fetch(`${sightline.url}${path}`, init);
      lacking.push(...LACKING[kind](headers).map((what) => `${path}: ${what}`));
    }
    expect(lacking).toEqual([]);
    expect(
      LACKING.page(new Headers({ 'content-security-policy': "script-src 'unsafe-inline'" })).length,
    ).toBeGreaterThan(5);
    provenBy({
      promise: 'T10',
      tried: `headers of ${kinds.length} kinds of answers: pages, files, API, refusals, malformed requests`,
      found:
        'policy without unsafe script, Trusted Types, nosniff, COOP, CORP, no framing, no referrer elsewhere; nothing of the API kept',
    });
  });

  async function signedInBrowser(): Promise<Victim> {
    const answer = await fetch(`${sightline.url}/api/v1/auth/demo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: sightline.url },
      body: JSON.stringify({ persona: 'cio' }),
    });
    const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
    const token = cookies.find((cookie) => cookie.startsWith('XSRF-TOKEN='))?.slice('XSRF-TOKEN='.length) ?? '';
    return { origin: sightline.url, cookie: cookies.join('; '), token };
  }

  async function send(
    { method }: Operation,
    path: string,
    headers: Record<string, string>,
    body: string,
  ): Promise<number> {
    const answer = await fetch(`${sightline.url}/api/v1${path}`, { method, headers, body });
    await answer.arrayBuffer();
    return answer.status;
  }
});

async function requestOf(caller: Caller, operation: Operation, references: References): Promise<Request> {
  const { body } = poisonedBody(operation.body ?? {}, references, 0, new Set());
  return { operation, path: await addressOf(caller, operation.path), body: JSON.stringify(body) };
}

async function inTurns<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  const lane = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: IN_FULL ? 1 : AT_ONCE }, lane));
}
