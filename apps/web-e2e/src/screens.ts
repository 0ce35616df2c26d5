// npm run screens: pictures of every page of the sample company, light, dark and on a phone, into docs/screens.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../tools/browser.ts';
import { startSightline } from '../../../tools/sightline.ts';
import { DESK, PHONE, settled } from './steps/looking.ts';
import { pathOf, type Place, PLACES } from './steps/places.ts';

const FOLDER = resolve(import.meta.dirname, '../../../docs/screens');
const QUALITY = 72;
/** A long page is cut here, in px; what follows looks like what is above. */
const TALLEST = { desk: 1500, phone: 1700 };

const LOOKS = [
  { name: 'light', size: DESK, tallest: TALLEST.desk, colorScheme: 'light', isMobile: false },
  { name: 'dark', size: DESK, tallest: TALLEST.desk, colorScheme: 'dark', isMobile: false },
  { name: 'phone', size: PHONE, tallest: TALLEST.phone, colorScheme: 'light', isMobile: true },
] as const;

const DOOR: Place = { name: 'welcome', persona: '', path: '/welcome' };

const wanted = process.argv.slice(2);
const isWanted = ({ name }: Place): boolean => wanted.length === 0 || wanted.includes(name);

const [sightline, browser] = await Promise.all([startSightline({ sample: true }), launchBrowser()]);
try {
  if (wanted.length === 0) rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  for (const place of [DOOR, ...PLACES].filter(isWanted)) await portray(browser, place);
} finally {
  await browser.close();
  await sightline.stop();
}

async function portray(browser: Browser, place: Place): Promise<void> {
  for (const look of LOOKS) {
    const page = await visit(browser, place.persona, look);
    await page.goto(await pathOf(place, page.request));
    await settled(page);
    await stretch(page, look.size, look.tallest);
    writeFileSync(resolve(FOLDER, `${place.name}.${look.name}.webp`), await picture(page));
    await page.context().close();
  }
  console.log(place.name);
}

async function visit(
  browser: Browser,
  persona: string,
  { size, colorScheme, isMobile }: (typeof LOOKS)[number],
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: sightline.url,
    locale: 'en-GB',
    reducedMotion: 'reduce',
    viewport: size,
    colorScheme,
    isMobile,
  });
  if (persona) {
    await context.request.post('/api/v1/auth/demo', { data: { persona }, headers: { origin: sightline.url } });
  }
  return context.newPage();
}

/** As tall as the page, so that what sticks to an edge of the window stands where it belongs. */
async function stretch(page: Page, { width, height }: typeof DESK, tallest: number): Promise<void> {
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(Math.max(whole, height), tallest) });
  await settled(page);
}

/** Chromium writes WebP itself; such pictures are a third of the size of PNG. */
async function picture(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
  return Buffer.from(data, 'base64');
}
