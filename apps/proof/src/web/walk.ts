import type { Page } from 'playwright-core';
import { aliveIn, type Trap } from './trap';

/** What stands for one record in an address; pages that differ in nothing else show the same kind of thing. */
const RECORD = /[A-Z]{1,3}-\d+|[0-9a-f]{8}-[0-9a-f-]{27}|\/\d+(?=\/|$)/g;

export interface Walk {
  /** The addresses that were opened. */
  opened: string[];
  /** What the trap caught, with the address where it did. */
  caught: string[];
}

/**
 * Opens the pages in `paths` and, where `further` says so, every page that links lead to from there, one of each kind:
 * so pages that are new are walked by themselves.
 */
export async function walk(page: Page, trap: Trap, paths: readonly string[], further: boolean): Promise<Walk> {
  const open = [...paths];
  const kinds = new Set<string>();
  const walked: Walk = { opened: [], caught: [] };
  for (let path = open.shift(); path !== undefined; path = open.shift()) {
    await page.goto(path);
    await settled(page);
    walked.opened.push(path);
    kinds.add(kindOf(path));
    const caught = [...trap.caught(), ...(await aliveIn(page))];
    walked.caught.push(...caught.map((what) => `${path}: ${what}`.slice(0, 300)));
    if (!further) continue;
    for (const link of await linksOf(page)) {
      if (kinds.has(kindOf(link))) continue;
      kinds.add(kindOf(link));
      open.push(link);
    }
  }
  return walked;
}

const kindOf = (path: string): string => path.replace(RECORD, '$');

async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await page.waitForFunction(() => document.querySelector('ui-skeleton') === null);
}

/** Pages of the site, without their filters; nothing of the API, which is downloads. */
function linksOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
      .filter(({ origin, pathname }) => origin === location.origin && !pathname.startsWith('/api'))
      .map(({ pathname }) => pathname),
  );
}
