import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../../../tools/browser.ts';
import { IN_FULL, provenBy, tries } from '../../../../tools/proof-figures.ts';
import { type Sightline, startSightline } from '../../../../tools/sightline.ts';
import { Caller } from '../faults/caller';
import { nameOf, operationsOf } from './document';
import { EXCUSED } from './hints';
import { PAYLOADS } from './payloads';
import { hasText, type References } from './poisoned-body';
import { type Outcome, Poisoner } from './poison-requests';
import { poisonRows } from './poison-rows';
import { referencesOf } from './references';
import { shownAt } from './shown-at';
import { EVERY_ROLE, runSql } from './sql';
import { aliveIn, setTrap } from './trap';
import { walk, type Walk } from './walk';

/** One round holds every payload; another writes each into other rows. */
const ROUNDS = Number(process.env['SIGHTLINE_PROOF_ROUNDS'] ?? 1);
/** Where the walk begins; the short form goes no further. */
const BEGIN = IN_FULL ? ['/', '/imports/new'] : ['/charters/CH-0006', '/strategy', '/audit'];
const WALKERS = IN_FULL ? (['cio', 'board-business'] as const) : (['cio'] as const);
/** And sends the requests that fill them. */
const SHORT_REQUESTS = /^POST \/(charters|kpis|business-units)$/;

describe('texts that want to run (T14)', () => {
  let sightline: Sightline;
  let browser: Browser;
  let poisoner: Poisoner;
  let references: References;

  beforeAll(async () => {
    [sightline, browser] = await Promise.all([
      startSightline({ sample: true, env: { SIGHTLINE_LOG_LEVEL: 'error' } }),
      launchBrowser(),
    ]);
    await runSql(sightline.ownerUrl, `UPDATE app_user SET roles = '${EVERY_ROLE}' WHERE persona = 'cio'`);
    await runSql(sightline.ownerUrl, `UPDATE board SET secretary_id = (SELECT id FROM app_user WHERE persona = 'cio')`);
    const personas = ['cio', 'board-it', 'board-business', 'lead'] as const;
    const [cio, ...others] = await Promise.all(personas.map((who) => Caller.signedIn(sightline.url, who)));
    if (!cio) throw new Error('Nobody signed in.');
    references = await referencesOf(cio);
    poisoner = new Poisoner([cio, ...others], references);
  });
  afterAll(async () => {
    await browser?.close();
    await sightline?.stop();
  });

  it('has more than 300 payloads, and a trap that notices them', async () => {
    expect(PAYLOADS.length).toBeGreaterThanOrEqual(300);
    const context = await browser.newContext();
    const trap = await setTrap(context, 'null');
    const page = await context.newPage();
    await page.setContent(`<body>${PAYLOADS.filter((text) => /<img|<svg|<details|<iframe/.test(text)).join('\n')}`);
    await page.mouse.move(200, 200);
    const caught = [...trap.caught(), ...(await aliveIn(page))];
    await context.close();
    expect(caught).toContain('a payload ran');
    expect(caught.filter((what) => what.startsWith('<')).length).toBeGreaterThan(30);
  });

  it('none runs, wherever it came from and on whichever page it stands', async () => {
    const outcomes: Outcome[] = [];
    const caught: string[] = [];
    let columns = new Set<string>();
    const opened = new Set<string>();
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const column of (await poisonRows(sightline.ownerUrl, round)).columns) columns = columns.add(column);
      const sent = await sendAll(round);
      outcomes.push(...sent);
      const seen = await openAll(sent.flatMap(({ records }) => records.flatMap(shownAt)));
      caught.push(...seen.caught);
      for (const path of seen.opened) opened.add(path);
    }
    const first = outcomes.slice(0, outcomes.length / ROUNDS);
    const stored = new Set(outcomes.flatMap(({ operation, stored }) => stored.map((at) => `${operation} ${at}`)));
    const missed = first.filter(({ operation, missed }) => missed.length > 0 && !(operation in EXCUSED));
    expect({ caught, missed }).toEqual({ caught: [], missed: [] });
    expect(stored.size).toBeGreaterThan(tries({ short: 10, full: 80 }));
    expect(columns.size).toBeGreaterThan(40);
    provenBy({
      promise: 'T14',
      tried: `${PAYLOADS.length} payloads in ${stored.size} text fields of ${first.length} requests through the API (fields taken from its own description) and in ${columns.size} text columns by SQL, ${ROUNDS} rounds; ${opened.size} pages opened in Chromium with the page's own policy and Trusted Types`,
      found: `${caught.length} payloads ran, opened a dialog, asked another host, tried what the policy forbids or stand as a live link or handler; not sent: ${Object.keys(EXCUSED).length} requests, each with its reason in the code`,
    });
  });

  async function sendAll(round: number): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const operation of await operationsOf(sightline.url)) {
      const isAsked = IN_FULL || SHORT_REQUESTS.test(nameOf(operation));
      if (operation.method === 'GET' || !operation.body || !isAsked || !hasText(operation.body, references)) continue;
      outcomes.push(await poisoner.poison(operation, round * 31));
    }
    return outcomes;
  }

  async function openAll(records: readonly string[]): Promise<Walk> {
    const all: Walk = { opened: [], caught: [] };
    for (const persona of WALKERS) {
      const context = await browser.newContext({ baseURL: sightline.url, viewport: { width: 1440, height: 900 } });
      const trap = await setTrap(context, sightline.url);
      await context.request.post('/api/v1/auth/demo', { data: { persona }, headers: { origin: sightline.url } });
      const page = await context.newPage();
      const walked = await walk(page, trap, [...new Set([...records, ...BEGIN])], IN_FULL);
      all.opened.push(...walked.opened);
      all.caught.push(...walked.caught);
      await context.close();
    }
    return all;
  }
});
