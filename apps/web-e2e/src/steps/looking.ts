import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
export const DESK = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** What a page looks like when it has all it asked for: a heading, and nothing that still loads. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await page.waitForFunction(() => document.querySelector('ui-skeleton') === null);
  await page.evaluate(() => document.fonts.ready);
}

/** What axe finds against WCAG 2.2 AA, target size included; one line for each element. */
export async function barriers(page: Page): Promise<string[]> {
  return found(page, { runOnly: { type: 'tag', values: WCAG }, rules: { 'target-size': { enabled: true } } });
}

/** The same for what another theme can change, which is colours alone. */
export async function faintness(page: Page): Promise<string[]> {
  return found(page, { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } });
}

async function found(page: Page, options: Parameters<AxeBuilder['options']>[0]): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options(options).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${html} ${any[0]?.message ?? ''}`));
}

/** How many pixels the page as a whole can be pushed sideways. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));

/** Keys of the language files that stand on the page instead of their sentence. */
export const untranslated = (page: Page): Promise<string[]> =>
  page.evaluate(
    () => document.body.innerText.match(/(?<![\w.@-])[a-z][a-zA-Z]+(\.[a-zA-Z_-]+){2,}(?![\w.-]*@)/g) ?? [],
  );
