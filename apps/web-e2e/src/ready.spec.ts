import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../../tools/browser.ts';
import { type Sightline, startSightline } from '../../../tools/sightline.ts';

let sightline: Sightline;
let browser: Browser;

beforeAll(async () => {
  [sightline, browser] = await Promise.all([startSightline({ sample: true }), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await sightline?.stop();
});

it('answers a browser once it is ready', async () => {
  const page = await browser.newPage();
  const answer = await page.goto(`${sightline.url}/readyz`);
  expect(answer?.status()).toBe(200);
  await page.context().close();
});
