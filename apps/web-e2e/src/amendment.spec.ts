import type { Page as PageOf, Reaffirmation } from '@sightline/contracts';
import type { Page } from 'playwright-core';
import { inDays } from './steps/days';
import { enter } from './steps/entering';
import { focused } from './steps/focus';
import { installation } from './steps/installation';
import { settled } from './steps/looking';
import { approve, closeAsApproved, openFromHome, voted } from './steps/voting';

const sightline = installation({ sample: true });
const TITLE = 'Strategy v3';
/** Of nine seats six decide by two thirds; every constituency is among them. */
const VOTERS = ['board-business', 'champion', 'board-data', 'board-security', 'board-it', 'service-owner'];

/** One browser that goes from hand to hand. */
let page: Page;
let foretold: string[];
beforeAll(async () => {
  page = await sightline.stay();
});
afterAll(() => page.context().close());

async function as(persona: string, path = '/'): Promise<void> {
  await enter(page, sightline.url, persona);
  await page.goto(path);
  await settled(page);
}
const line = (charter: string, cause: string, principle: string, lead: string) =>
  `${charter} ${cause} ${principle}, ${lead}`;

/** What the table of the impact says, one line for each charter and principle. */
async function forecast(): Promise<string[]> {
  const rows = page.getByRole('table').locator('tbody tr');
  await rows.first().waitFor();
  const told = (await rows.allInnerTexts()).flatMap((row) => {
    const cause = row.includes(' leaves: ') ? 'principle_left' : 'principle_revised';
    const lead = row.trim().split('\n').at(-1) ?? '';
    return [...row.matchAll(/P-\d+/g)].map(([principle]) =>
      line(row.match(/CH-\d+/)?.[0] ?? row, cause, principle, lead),
    );
  });
  return told.toSorted();
}

/** What awaits re-affirmation because principles changed, in the same words. */
async function queue(): Promise<string[]> {
  const answer = await page.request.get('/api/v1/reaffirmations?pageSize=100');
  const { items } = (await answer.json()) as PageOf<Reaffirmation>;
  return items
    .filter(({ cause }) => cause.startsWith('principle_'))
    .map(({ charter, cause, principle, lead }) =>
      line(charter.code ?? '', cause, principle?.code ?? '', lead?.name ?? ''),
    )
    .toSorted();
}

const section = (name: string) => page.getByRole('region', { name, exact: true });

it('is written on: one more principle leaves, and nothing is missing', async () => {
  await as('cio', '/strategy/versions/3/edit');
  const leaving = section('P-09 Buy the ordinary, build the difference');
  await leaving.getByRole('button', { name: 'Edit P-09' }).click();
  await leaving.getByRole('button', { name: 'Take out' }).click();
  await leaving.waitFor({ state: 'detached' });
  await section('Next review').getByLabel('Review by').fill(inDays(300));
  await page.getByRole('heading', { name: 'Nothing is missing' }).waitFor();
});

it('is compared with the version in force', async () => {
  await page.getByRole('link', { name: 'Compare' }).click();
  await page.getByRole('heading', { level: 1, name: 'What version 3 would change' }).waitFor();
  for (const change of [/^P-05 changed/, /^P-08 leaves/, /^P-10 new/])
    await page.getByRole('button', { name: change }).waitFor();
  await page.getByRole('button', { name: /^P-09 leaves/ }).click();
  await focused(page.getByRole('group', { name: /: P-09 Buy the ordinary/ }).first());
});

it('says by name what would lose its footing, to the writer and to who votes', async () => {
  await page.goto('/strategy/versions/3/impact');
  foretold = await forecast();
  expect(foretold).toContain('CH-0005 principle_left P-08, Tomasz Wrona');
  expect(foretold).toContain('CH-0020 principle_left P-09, Priya Nair');

  await page.goto('/strategy/versions/3/edit');
  await page.getByRole('heading', { name: 'Nothing is missing' }).waitFor();
  await page.getByRole('button', { name: 'Propose to the board' }).click();
  await page.getByText('Version 3 is before the board.').waitFor();
  await as('board-business');
  await openFromHome(page, TITLE);
  await section('If version 3 were ratified').getByText('P-09 leaves: a change request has to replace it.').waitFor();
});

it('is ratified by two thirds of the board', async () => {
  for (const voter of VOTERS) {
    await as(voter);
    await openFromHome(page, TITLE);
    await approve(page);
    await voted(page);
  }
  await as('secretary');
  await closeAsApproved(page, TITLE);
});

it('unsettles exactly what was foretold, before those who have to answer for it', async () => {
  await as('lead');
  await page.getByText('Strategy v3 in force').waitFor();
  const waits = section('To be affirmed anew');
  await waits.getByText('Left the strategy: P-09').waitFor();
  await waits.getByRole('link', { name: 'CH-0020' }).click();
  const waiting = section('Re-affirmation');
  await waiting.getByText('Left the strategy: P-09').waitFor();
  await waiting.getByRole('link', { name: 'Replace the principle' }).waitFor();

  await page.goto('/charters/CH-0005');
  await waiting.getByText('Left the strategy: P-08').waitFor();
  await waiting.getByText('Tomasz Wrona has to replace it by a change request.').waitFor();
  await enter(page, sightline.url, 'cio');
  expect(await queue()).toEqual(foretold);
});
