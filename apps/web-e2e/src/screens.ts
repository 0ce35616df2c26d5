// npm run screens: pictures of every page of the sample company, light, dark and on a phone, into docs/screens.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../../../tools/browser.ts';
import { type Sightline, startSightline } from '../../../tools/sightline.ts';
import { atRest, DESK, PHONE } from './steps/looking.ts';
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

/** What stands before the sign-in. */
const DOORS: readonly Place[] = [
  { name: 'welcome', persona: '', path: '/welcome' },
  { name: 'sign-in', persona: '', path: '/sign-in' },
  { name: 'activation', persona: '', path: '/activate#one-time-link' },
];
/** What only an installation shows that nobody has set up. */
const FIRST: readonly Place[] = [
  { name: 'first-page', persona: '', path: '/welcome' },
  { name: 'set-up', persona: '', path: '/set-up' },
];

const wanted = process.argv.slice(2);
const isWanted = ({ name }: Place): boolean => wanted.length === 0 || wanted.includes(name);

const browser = await launchBrowser();
try {
  if (wanted.length === 0) rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  await portrayAll({ sample: true }, [...DOORS, ...PLACES].filter(isWanted));
  await portrayAll({ sample: false }, FIRST.filter(isWanted));
} finally {
  await browser.close();
}

async function portrayAll(settings: { sample: boolean }, places: readonly Place[]): Promise<void> {
  if (places.length === 0) return;
  const sightline = await startSightline(settings);
  try {
    for (const place of places) await portray(sightline, place);
  } finally {
    await sightline.stop();
  }
}

async function portray({ url }: Sightline, place: Place): Promise<void> {
  for (const look of LOOKS) {
    const page = await visit(url, place.persona, look);
    await page.goto(await pathOf(place, page.request));
    await atRest(page);
    await stretch(page, look.size, look.tallest);
    writeFileSync(resolve(FOLDER, `${place.name}.${look.name}.webp`), await picture(page));
    await page.context().close();
  }
  console.log(place.name);
}

async function visit(
  baseURL: string,
  persona: string,
  { size, colorScheme, isMobile }: (typeof LOOKS)[number],
): Promise<Page> {
  const context = await browser.newContext({
    baseURL,
    locale: 'en-GB',
    reducedMotion: 'reduce',
    viewport: size,
    colorScheme,
    isMobile,
  });
  if (persona) {
    await context.request.post('/api/v1/auth/demo', { data: { persona }, headers: { origin: baseURL } });
  }
  return context.newPage();
}

/** As tall as the page, so that what sticks to an edge of the window stands where it belongs. */
async function stretch(page: Page, { width, height }: typeof DESK, tallest: number): Promise<void> {
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(Math.max(whole, height), tallest) });
  await atRest(page);
}

/** Chromium writes WebP itself; such pictures are a third of the size of PNG. */
async function picture(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
  return Buffer.from(data, 'base64');
}
