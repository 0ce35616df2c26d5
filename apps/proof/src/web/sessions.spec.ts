import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { User } from '@sightline/contracts';
import { provenBy, tries } from '../../../../tools/proof-figures.ts';
import { type Sightline, startSightline } from '../../../../tools/sightline.ts';
import { launchApi } from '../../../../tools/start/api.ts';
import { NO_RECORD } from './addresses';
import { Browser } from './browser';
import { administrator, type Colleague, found, member, officer, PASSWORD } from './company';
import { everyRow } from './rows';
import {
  ageFaults,
  countingFaults,
  endingFaults,
  READS_END_WITHIN_MS,
  rotationFaults,
  secrecyFaults,
} from './session-judge';
import { runSql } from './sql';

const SIGN_INS = tries({ short: 3, full: 40 });

describe('sessions (T9)', () => {
  let sightline: Sightline;
  let replica: Sightline;

  beforeAll(async () => {
    sightline = await startSightline({ sample: false, env: { SIGHTLINE_LOG_LEVEL: 'error' } });
    await found(sightline.url);
    replica = await startSightline({ sample: false, env: { SIGHTLINE_LOG_LEVEL: 'error' }, database: sightline });
  });
  beforeEach(() => runSql(sightline.ownerUrl, 'DELETE FROM sign_in_attempt'));
  afterAll(async () => {
    await replica?.stop();
    await sightline?.stop();
  });

  it('begin with a new id that nobody could have chosen, and end the one before', async () => {
    const planted = 'p'.repeat(43);
    const browser = new Browser(sightline.url, `sightline_session=${planted}; XSRF-TOKEN=${planted}`);
    const old = (await signIn(member, browser)).at(sightline.url);
    const { session } = await signIn(member, browser);
    const read = { second: await browser.status('GET', '/me'), first: await old.status('GET', '/me') };
    const [row] = await runSql<{ n: number }>(
      sightline.ownerUrl,
      `SELECT count(*)::int AS n FROM session WHERE encode(token_hash, 'escape') LIKE '%' || $1 || '%'`,
      [session],
    );
    const rotation = { planted, first: old.session, second: session, read, kept: row?.n ?? 1 };
    expect(rotationFaults(rotation)).toEqual([]);
    tell('a planted id, two sign-ins in one browser', 'a new id each time, the planted one never, the old one ended');
  });

  it('end at the next write, and for reads within two seconds, on every replica', async () => {
    const ways: [string, (victim: Browser) => Promise<unknown>, refused: number][] = [
      ['logout', (victim) => victim.at(sightline.url).send('POST', '/auth/logout'), 401],
      ['suspension', () => changeMember({ status: 'suspended' }), 401],
      ['a role taken away', () => changeMember({ status: 'active', roles: ['steward'] }), 403],
    ];
    for (const [what, end, refused] of ways) {
      await changeMember({ status: 'active', roles: ['board_member', 'cio_office'] });
      const here = await signIn(member);
      const there = here.at(replica.url);
      const read = refused === 403 ? '/audit?pageSize=1' : '/me';
      expect([await here.status('GET', read), await there.status('GET', read)]).toEqual([200, 200]);
      await end(here);
      const ended = performance.now();
      const writes = await Promise.all([newUnit(here), newUnit(there)]);
      const ms = await Promise.all([here, there].map((browser) => untilRefused(browser, read, refused, ended)));
      expect(endingFaults({ refused, writes, readsMs: ms })).toEqual([]);
      tell(
        `${what}, seen by two replicas`,
        `the next write refused with ${refused} on both; reads refused after ${Math.round(ms[0] ?? 0)} ms where it happened, ${Math.round(ms[1] ?? 0)} ms on the other`,
      );
    }
  });

  it('end when nobody told the servers, too', async () => {
    await changeMember({ status: 'active', roles: ['board_member', 'cio_office'] });
    const person = await signIn(member);
    expect(await person.status('GET', '/audit?pageSize=1')).toBe(200);
    await runSql(sightline.ownerUrl, `UPDATE app_user SET roles = '{steward}' WHERE email = $1`, [member.email]);
    const changed = performance.now();
    const writes = [await newUnit(person)];
    const ms = await untilRefused(person, '/audit?pageSize=1', 403, changed);
    expect(endingFaults({ refused: 403, writes, readsMs: [ms] })).toEqual([]);
    tell('a role taken away by SQL', `the next write refused; reads after ${Math.round(ms)} ms`);
  });

  it('are idle for 30 minutes and old for 12 hours at most', async () => {
    const clocks: [string, number][] = [
      [`last_seen_at = now() - interval '29 minutes'`, 200],
      [`last_seen_at = now() - interval '31 minutes'`, 401],
      [`expires_at = signed_in_at + interval '12 hours', last_seen_at = now()`, 200],
      [`signed_in_at = now() - interval '12 hours 1 minute', expires_at = now() - interval '1 minute'`, 401],
    ];
    const [row] = await runSql<{ hours: number }>(
      sightline.ownerUrl,
      `SELECT max(extract(epoch FROM expires_at - signed_in_at) / 3600)::float AS hours FROM session`,
    );
    expect(row?.hours).toBeCloseTo(12, 2);
    const ages: { clock: string; expected: number; seen: number }[] = [];
    for (const [clock, expected] of clocks) {
      const person = await signIn(officer);
      await runSql(
        sightline.ownerUrl,
        `UPDATE session SET ${clock} WHERE user_id = (SELECT id FROM app_user WHERE email = $1)`,
        [officer.email],
      );
      ages.push({ clock, expected, seen: await person.status('GET', '/me') });
    }
    expect({ ages, faults: ageFaults(ages) }).toEqual({ ages, faults: [] });
    tell('the clock moved by SQL: 29 and 31 idle minutes, 12 hours and one minute more', 'open, ended, open, ended');
  });

  it('ask for the password again before what binds the company', async () => {
    const person = await signIn(member);
    const vote = { choice: 'abstain', snapshotHash: '0'.repeat(64) };
    const voted = () => person.send('PUT', `/proposals/${NO_RECORD}/vote`, vote);
    expect((await voted()).status).toBe(404);
    await runSql(sightline.ownerUrl, `UPDATE session SET signed_in_at = now() - interval '241 minutes'`);
    const later = await person.at(replica.url).send('PUT', `/proposals/${NO_RECORD}/vote`, vote);
    await wait(READS_END_WITHIN_MS);
    const refused = await voted();
    expect([later.status, refused.status]).toEqual([401, 401]);
    expect(refused.data).toMatchObject({ code: 'sign-in-too-old' });
    expect(await person.status('GET', '/me')).toBe(200);
    tell('a vote with a sign-in 241 minutes old (240 allowed)', 'refused with sign-in-too-old; reading goes on');
  });

  it('are counted out after five failures an account and twenty an address, over a restart', async () => {
    const wrong = (email: string, url = sightline.url) =>
      new Browser(url).status('POST', '/auth/login', { email, password: 'not it' });
    const account: number[] = [];
    for (let at = 0; at < 4; at += 1)
      account.push(await wrong(administrator.email, at % 2 ? replica.url : sightline.url));
    await sightline.api.end('SIGTERM');
    await sightline.startApi();
    for (let at = 0; at < 3; at += 1) account.push(await wrong(administrator.email.toUpperCase()));
    expect(countingFaults(account, 5)).toEqual([]);
    const address: number[] = [];
    for (let at = 0; at < 20; at += 1) address.push(await wrong(`nobody${at}@yard.example`, replica.url));
    // Five of the twenty were the account's, from this address.
    expect(countingFaults(address, 15)).toEqual([]);
    const right = { email: officer.email, password: PASSWORD };
    expect(await new Browser(sightline.url).status('POST', '/auth/login', right)).toBe(429);
    tell(
      'wrong passwords at two replicas, one restarted in between',
      'the sixth of an account and the twenty-first of an address within a minute refused with 429, the right password too',
    );
  });

  it('say the same to whoever has no account', async () => {
    const times = { known: [] as number[], unknown: [] as number[] };
    const said = new Set<string>();
    for (let at = 0; at < SIGN_INS; at += 1) {
      await runSql(sightline.ownerUrl, 'DELETE FROM sign_in_attempt');
      for (const [kind, email] of [
        ['known', officer.email],
        ['unknown', `nobody${at}@yard.example`],
      ] as const) {
        const began = performance.now();
        const answer = await new Browser(sightline.url).send('POST', '/auth/login', { email, password: 'not it' });
        times[kind].push(performance.now() - began);
        const { traceId: _one, ...body } = answer.data as Record<string, unknown>;
        const headers = [...answer.headers.keys()].filter((name) => name !== 'date').sort();
        said.add(JSON.stringify([answer.status, body, headers]));
      }
    }
    expect(secrecyFaults({ said, times })).toEqual([]);
    tell(
      `${SIGN_INS} wrong passwords of an account, ${SIGN_INS} of nobody`,
      `one answer, byte for byte; median ${median(times.known).toFixed(1)} ms and ${median(times.unknown).toFixed(1)} ms, ${Math.abs(median(times.known) - median(times.unknown)).toFixed(1)} ms apart`,
    );
  });

  it('of the sample company exist nowhere else (T11)', async () => {
    const nobody = new Browser(sightline.url);
    const demo = await nobody.status('POST', '/auth/demo', { persona: 'admin' });
    expect([await nobody.status('GET', '/auth/personas'), demo, nobody.session]).toEqual([404, 404, '']);
    const [row] = await runSql<{ n: number }>(
      sightline.ownerUrl,
      'SELECT count(*)::int AS n FROM app_user WHERE persona IS NOT NULL',
    );
    expect(row?.n).toBe(0);
    const before = await everyRow(sightline.ownerUrl);
    const refused = [
      await whyNot({ HOST: '127.0.0.1', DATABASE_URL: sightline.appUrl }),
      await whyNot({ HOST: '0.0.0.0', DATABASE_URL: sightline.appUrl }),
      await whyNot({ HOST: '::', DATABASE_URL: sightline.appUrl }),
    ];
    expect(refused).toEqual([
      expect.stringMatching(/holds a real organisation/),
      expect.stringMatching(/serves this machine only/),
      expect.stringMatching(/serves this machine only/),
    ]);
    expect(await everyRow(sightline.ownerUrl)).toEqual(before);
    provenBy({
      promise: 'T11',
      tried: 'the sample company started in a database in use, and on every IPv4 and IPv6 address of the machine',
      found: 'refused to start, no row changed; the doors of the personas are 404 and no account of theirs is there',
    });
  });

  async function signIn({ email }: Colleague, browser = new Browser(sightline.url)): Promise<Browser> {
    expect(await browser.status('POST', '/auth/login', { email, password: PASSWORD })).toBe(200);
    return browser;
  }

  async function changeMember(change: object): Promise<void> {
    const admin = await signIn(administrator);
    const { items } = (await admin.send('GET', '/users?pageSize=50')).data as { items: User[] };
    const user = items.find(({ email }) => email === member.email);
    expect(await admin.status('PATCH', `/users/${user?.id}`, change, user?.version)).toBe(200);
  }

  async function untilRefused(person: Browser, path: string, status: number, since: number): Promise<number> {
    while ((await person.status('GET', path)) !== status) {
      if (performance.now() - since > 15_000) throw new Error(`${path} is still answered.`);
      await wait(20);
    }
    return performance.now() - since;
  }
});

describe('the judge of sessions', () => {
  const turned = { planted: 'p', first: 'a', second: 'b', read: { second: 200, first: 401 }, kept: 0 };
  const ended = { refused: 401, writes: [401, 401], readsMs: [12, 1_900] };
  const silent = { said: new Set(['no']), times: { known: [40, 41], unknown: [38, 120] } };

  it('has nothing to say of what is right', () => {
    expect([rotationFaults(turned), endingFaults(ended), secrecyFaults(silent)]).toEqual([[], [], []]);
    expect([ageFaults([{ expected: 401, seen: 401 }]), countingFaults([401, 401, 429], 2)]).toEqual([[], []]);
  });

  it.each([
    [rotationFaults({ ...turned, first: 'p' }), 'the id was chosen by somebody else'],
    [rotationFaults({ ...turned, second: 'a' }), 'the id outlived a sign-in'],
    [rotationFaults({ ...turned, read: { second: 200, first: 200 } }), 'the id outlived a sign-in'],
    [rotationFaults({ ...turned, read: { second: 401, first: 401 } }), 'the new session is not open'],
    [rotationFaults({ ...turned, kept: 1 }), 'the id itself is kept'],
    [endingFaults({ ...ended, writes: [401, 201] }), 'a write was done'],
    [endingFaults({ ...ended, writes: [] }), 'a write was done'],
    [endingFaults({ ...ended, readsMs: [12, 2_600] }), 'reads went on'],
    [ageFaults([{ expected: 401, seen: 200 }]), 'open when it should be over, or over when it should be open'],
    [countingFaults([401, 401, 401], 2), 'not counted out in time'],
    [countingFaults([401, 429, 429], 2), 'not counted out in time'],
    [countingFaults([401, 401], 2), 'not counted out in time'],
    [secrecyFaults({ ...silent, said: new Set(['no', 'who?']) }), 'the answer tells who has an account'],
    [secrecyFaults({ ...silent, times: { known: [40], unknown: [3] } }), 'the time tells who has an account'],
    [secrecyFaults({ ...silent, times: { known: [], unknown: [] } }), 'the time tells who has an account'],
  ])('notices what was forged: %s', (found, fault) => {
    expect(found).toEqual([fault]);
  });
});

/** Starts the sample company with these settings; answers what it said when it gave up. */
async function whyNot(settings: Record<string, string>): Promise<string> {
  const data = mkdtempSync(join(tmpdir(), 'sightline-sample-'));
  const env = { ...process.env, SIGHTLINE_SAMPLE: 'on', PORT: '0', ...settings };
  const api = launchApi({ workspace: resolve(__dirname, '../../../..'), data, env });
  await api.ended;
  const said = readFileSync(api.log, 'utf8');
  rmSync(data, { recursive: true });
  return said;
}

const newUnit = (person: Browser): Promise<number> =>
  person.status('POST', '/business-units', { name: `Unit ${Math.random()}`, kind: 'it' });

const tell = (tried: string, found: string): void => provenBy({ promise: 'T9', tried, found });

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
