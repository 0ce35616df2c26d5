import type { Browser, CDPSession, Page } from 'playwright-core';
import { changeTo, watchSight } from './route-change.ts';
import { type Spending, spending } from './spending.ts';
import { countRequests, settled } from './waiting.ts';

/** "Fast 4G" of the developer tools, bytes a second and milliseconds. */
const FAST_4G = { offline: false, latency: 165, downloadThroughput: 1_012_500, uploadThroughput: 168_750 };
const CPU_RATE = 4;
/** What the navigation shows, in the order in which it is walked. */
const PLACES = ['Strategy', 'Charters', 'Outcomes', 'Data', 'Home'];
const PATIENCE_MS = 180_000;
/** So long somebody reads the first page before going on. */
const READING_MS = 10_000;

/** A page of the first of the seeded people, whose session stands in the database. */
export async function signedInPage(
  browser: Browser,
  url: string,
  { throttled }: { throttled: boolean },
): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  await context.addCookies([
    { name: 'sightline_session', value: '1'.padStart(43, 's'), url },
    { name: 'XSRF-TOKEN', value: '1'.padStart(43, 'c'), url },
  ]);
  // On a busy machine, too, the figure is what it took, not that it took long.
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  await countRequests(page);
  await watchSight(page);
  if (throttled) await slowDown(await context.newCDPSession(page));
  await page.goto('/');
  await settled(page);
  return page;
}

async function slowDown(session: CDPSession): Promise<void> {
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', FAST_4G);
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_RATE });
}

/** Home with nothing cached: the largest paint, and what was fetched as script until then. */
export async function firstLoad(browser: Browser, url: string): Promise<{ lcpMs: number; scriptBytes: number }> {
  const page = await signedInPage(browser, url, { throttled: true });
  const figures = await page.evaluate(async () => {
    const paints = await new Promise<PerformanceEntryList>((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries())).observe({
        type: 'largest-contentful-paint',
        buffered: true,
      });
    });
    const scripts = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(({ name }) =>
      name.endsWith('.js'),
    );
    return {
      lcpMs: paints.at(-1)?.startTime ?? 0,
      scriptBytes: scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    };
  });
  await page.context().close();
  return figures;
}

/** A way from one page to another: the first time, after Home was read for a while, and again. */
export interface RouteChange {
  to: string;
  first: Spending;
  again: Spending;
}

/** From the click to what is in sight, and to the page that has all it asked for and stands there whole. */
export async function routeChanges(page: Page): Promise<RouteChange[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await page.waitForTimeout(READING_MS);
  const round = async (): Promise<Map<string, Spending>> => {
    const spent = new Map<string, Spending>();
    for (const to of PLACES) spent.set(to, await spending(session, () => changeTo(page, to)));
    return spent;
  };
  const [first, again] = [await round(), await round()];
  return PLACES.flatMap((to) => {
    const [once, twice] = [first.get(to), again.get(to)];
    return once && twice ? [{ to, first: once, again: twice }] : [];
  });
}

/** Scrolls a page of a list to its end and back, a window's height a third of a second. */
export async function scrolling(page: Page, path: string): Promise<{ framesPerSecond: number; longestMs: number }> {
  await page.goto(path);
  await settled(page);
  return page.evaluate(async () => {
    const end = document.documentElement.scrollHeight - innerHeight;
    const frames: number[] = [];
    const began = performance.now();
    const whole = Math.max(3_000, (end / innerHeight) * 2 * 333);
    for (let last = began, now = began; now - began < whole; last = now) {
      now = await new Promise(requestAnimationFrame);
      if (now > last) frames.push(now - last);
      const way = ((now - began) / whole) * 2;
      scrollTo(0, end * (way < 1 ? way : 2 - way));
    }
    const all = frames.reduce((sum, frame) => sum + frame, 0);
    return { framesPerSecond: (frames.length * 1000) / all, longestMs: Math.max(...frames) };
  });
}

/** Walks from page to page; what the page holds after a tenth of it, half of it and all of it. */
export async function hourOfUse(
  page: Page,
  changes: number,
): Promise<{ changes: number; heapMb: number; nodes: number }[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const looks = new Set([Math.round(changes / 10), Math.round(changes / 2), changes]);
  const seen: { changes: number; heapMb: number; nodes: number }[] = [];
  for (let at = 1; at <= changes; at += 1) {
    await changeTo(page, PLACES[at % PLACES.length] ?? 'Home');
    if (!looks.has(at)) continue;
    await changeTo(page, 'Home');
    for (let turn = 0; turn < 3; turn += 1) await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const metric = (name: string): number => metrics.find((one) => one.name === name)?.value ?? 0;
    seen.push({ changes: at, heapMb: metric('JSHeapUsedSize') / 1e6, nodes: metric('Nodes') });
  }
  await page.context().close();
  return seen;
}
