import axe, { type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
export const DESK = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** What a page looks like when it has all it asked for: a heading, and nothing that still loads. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  await page.evaluate(() => document.fonts.ready);
}

/** How long nothing may change until a page is at rest, in ms: more than any part of it waits before it follows. */
const REST_MS = 300;

/** What follows the text is there, too, as the buttons beside its paragraphs: nothing changes any more. */
export async function atRest(page: Page): Promise<void> {
  await settled(page);
  await page.evaluate(
    (restMs) =>
      new Promise<void>((resolve) => {
        const rested = (): void => {
          changes.disconnect();
          resolve();
        };
        let timer = setTimeout(rested, restMs);
        const changes = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(rested, restMs);
        });
        changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      }),
    REST_MS,
  );
}

/** What axe finds against WCAG 2.2 AA, target size included; one line for each element. */
export async function barriers(page: Page): Promise<string[]> {
  return found(page, { runOnly: { type: 'tag', values: WCAG }, rules: { 'target-size': { enabled: true } } });
}

/** The same for what another theme can change, which is colours alone. */
export async function faintness(page: Page): Promise<string[]> {
  return found(page, { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } });
}

/** Axe is brought in once and asked as often as wanted: reading its source takes longer than examining most pages. */
async function found(page: Page, options: RunOptions): Promise<string[]> {
  if (page.frames().length > 1) throw new Error('This page holds a frame, which nobody would examine.');
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async (asked) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, asked);
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, any }) => `${id}: ${html} ${any[0]?.message ?? ''}`),
      );
    },
    { ...options, resultTypes: ['violations'], selectors: false } satisfies RunOptions,
  );
}

/** How many pixels the page as a whole can be pushed sideways. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));

/** Keys of the language files that stand on the page instead of their sentence. */
export const untranslated = (page: Page): Promise<string[]> =>
  page.evaluate(
    () => document.body.innerText.match(/(?<![\w.@-])[a-z][a-zA-Z]+(\.[a-zA-Z_-]+){2,}(?![\w.-]*@)/g) ?? [],
  );
