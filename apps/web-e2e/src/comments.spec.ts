import type { Page } from 'playwright-core';
import { enter } from './steps/entering';
import { focused } from './steps/focus';
import { installation } from './steps/installation';
import { settled } from './steps/looking';

const sightline = installation({ sample: true });

const as = async (persona: string, path: string): Promise<Page> => {
  const page = await sightline.visit();
  await enter(page, sightline.url, persona);
  await page.goto(path);
  await settled(page);
  return page;
};
const thread = (page: Page, words: string) => page.locator('app-comment-thread').filter({ hasText: words });

it('lets somebody from outside comment where a chapter is open to them, and nowhere else', async () => {
  const page = await as('external', '/');
  await page.getByRole('link', { name: 'Strategy' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'One chapter of the strategy is open to you' }).waitFor();
  expect(await page.locator('article h2').allInnerTexts()).toEqual(['Resilience']);

  await page.getByRole('button', { name: /^Comment on “Every connection fails/ }).press('Enter');
  const box = page.getByRole('textbox', { name: 'Comment' });
  await focused(box);
  await box.fill('Does this hold for our night shift, too?');
  await box.press('Control+Enter');
  await thread(page, 'our night shift').getByText('external').waitFor();
  expect(await thread(page, 'our night shift').getByRole('button', { name: 'Settle' }).count()).toBe(0);

  for (const door of ['/strategy', '/strategy/versions/3', '/strategy/mandates']) {
    await page.goto(door);
    await page.getByRole('heading', { level: 1, name: 'This page is not open to you' }).waitFor();
  }
  for (const door of [
    '/strategy',
    '/strategy/versions/3',
    '/principles',
    '/comments?recordType=strategy_version&record=1',
  ])
    expect([403, 404]).toContain((await page.request.get(`/api/v1${door}`)).status());
});

it('calls somebody, who finds it at home, reads it in its place, answers and settles it', async () => {
  const asker = await as('board-data', '/strategy');
  await asker.getByRole('button', { name: /^Comment on “Where vendors stand/ }).press('Enter');
  const box = asker.getByRole('textbox', { name: 'Comment' });
  await box.pressSequentially('Who tells them, @Hel');
  await asker.getByRole('option', { name: /Helene Brandt/ }).waitFor();
  await box.press('Enter');
  await box.pressSequentially('?');
  expect(await box.inputValue()).toBe('Who tells them, @Helene Brandt ?');
  await box.press('Control+Enter');
  await thread(asker, 'Who tells them').waitFor();

  const page = await as('board-security', '/');
  await page
    .getByRole('region', { name: 'Comments that call you' })
    .getByRole('link', { name: /Who tells them/ })
    .click();
  const called = thread(page, 'Who tells them');
  await called.waitFor();
  await called.getByRole('button', { name: /^Answer/ }).click();
  await page.getByRole('textbox', { name: 'Answer Deniz Kaya' }).fill('Procurement does, with every contract.');
  await called.getByRole('button', { name: 'Answer', exact: true }).click();
  await called.getByText('Procurement does').waitFor();
  await called.getByRole('button', { name: 'Settle' }).click();
  await page.getByText('2 settled').first().waitFor();
  await page.goto('/');
  await settled(page);
  expect(await page.getByRole('region', { name: 'Comments that call you' }).count()).toBe(0);
});
