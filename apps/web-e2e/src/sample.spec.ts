import type { Page } from 'playwright-core';
import { enter } from './steps/entering';
import { installation } from './steps/installation';
import { atRest, barriers, DESK, faintness, PHONE, settled, sideways, untranslated } from './steps/looking';
import { pathOf, PLACES } from './steps/places';

const sightline = installation({ sample: true });

describe('the doors of the sample company', () => {
  it('open one person’s own first page each', async () => {
    const page = await sightline.visit();
    const cards = (await (await page.request.get('/api/v1/auth/personas')).json()) as { name: string }[];
    expect(cards.length).toBe(13);
    for (const { name } of cards) {
      await page.goto('/welcome');
      await page.locator(`button:has-text("${name}"), button[title="${name}"]`).click();
      await page.getByRole('button', { name: `Account menu of ${name}` }).waitFor();
      await settled(page);
      await page.context().clearCookies();
    }
  });
});

describe('by keyboard', () => {
  it('one skips to the content, reaches the first decision, and leaves menus with Esc', async () => {
    const page = await sightline.visit();
    await enter(page, sightline.url, 'board-business');
    await page.goto('/');
    await settled(page);
    await page.keyboard.press('Tab');
    const focus = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    expect(await focus()).toBe('Skip to content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    const walked: string[] = [];
    while (!/^Decide now/.test(walked.at(-1) ?? '') && walked.length < 12) {
      await page.keyboard.press('Tab');
      walked.push(await focus());
    }
    expect(walked.at(-1)).toMatch(/^Decide now/);

    const menu = page.getByRole('button', { name: /^Account menu of/ });
    await menu.press('Enter');
    await page.getByRole('menuitemradio', { name: 'Dark' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    expect(await menu.evaluate((button) => button === document.activeElement)).toBe(true);
  });
});

describe.each([...Map.groupBy(PLACES, ({ persona }) => persona)])('what %s sees', (persona, places) => {
  let page: Page;
  let refused: string[];
  beforeAll(async () => {
    page = await sightline.stay();
    page.on('response', (answer) => {
      if (answer.status() >= 400) refused.push(`${answer.status()} ${answer.url()}`);
    });
    await enter(page, sightline.url, persona);
  });
  afterAll(() => page.context().close());

  it.each(places.map((place) => [place.name, place] as const))(
    '%s: no barriers in light, dark and on a phone',
    async (_name, place) => {
      refused = [];
      await onTheDesk(page);
      await load(page, await pathOf(place, page.request));
      const found = {
        light: await barriers(page),
        dark: await (await inTheDark(page), faintness(page)),
        phone: await (await onThePhone(page), barriers(page)),
        sideways: await sideways(page),
        untranslated: await untranslated(page),
        refused,
      };
      expect(found).toEqual({ light: [], dark: [], phone: [], sideways: 0, untranslated: [], refused: [] });
    },
  );
});

/** By way of nowhere: from one chapter of a page to another the browser would only scroll. */
async function load(page: Page, path: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(path);
  await atRest(page);
}

const inTheDark = (page: Page) => page.emulateMedia({ colorScheme: 'dark' });

const onTheDesk = (page: Page) => inTheLight(page, DESK);
const onThePhone = (page: Page) => inTheLight(page, PHONE);

async function inTheLight(page: Page, size: typeof DESK): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(size);
}

it('is laid out for a desk first', async () => {
  const page = await sightline.visit({ viewport: DESK });
  await enter(page, sightline.url, 'cio');
  await page.goto('/');
  await settled(page);
  expect(await page.getByRole('navigation', { name: 'Main' }).getByRole('link').allInnerTexts()).toEqual(
    expect.arrayContaining(['Home', 'Strategy', 'Charters', 'Outcomes', 'Data', 'Audit']),
  );
});

it('is decided upon in German, from the last vote that is missing to the decision', async () => {
  const page = await sightline.visit({ locale: 'de-DE' });
  await enter(page, sightline.url, 'board-business');
  await page.goto('/');
  await page.getByRole('link', { name: 'Jetzt entscheiden' }).click();
  await page.getByText('Business ist die einzige Gruppe ohne Stimme.').waitFor();
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  await page.getByRole('radio', { name: /^Zustimmen/ }).check();
  await page.getByRole('button', { name: 'Stimme abgeben' }).click();
  await page.getByText('Ihre Stimme: Zustimmen').waitFor();

  const proposal = new URL(page.url()).pathname;
  await enter(page, sightline.url, 'secretary');
  await page.goto(proposal);
  await page.getByLabel('Begründung').fill('Die Höfe sehen jetzt, wann ein Lkw kommt.');
  await page.getByRole('button', { name: 'Als genehmigt abschließen' }).click();
  await page.waitForURL(/\/board\/decisions\/DC-\d+$/);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await settled(page);
  const text = await page.getByRole('main').innerText();
  expect(text).toContain('Die Höfe sehen jetzt, wann ein Lkw kommt.');
  expect(text).toMatch(/Endet, wenn .+ Tage lang .+ liegt\./);
  expect({ text: await untranslated(page), light: await barriers(page) }).toEqual({ text: [], light: [] });
  await onThePhone(page);
  expect({ phone: await barriers(page), sideways: await sideways(page) }).toEqual({ phone: [], sideways: 0 });
});
