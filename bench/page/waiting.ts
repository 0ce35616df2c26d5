import type { Page } from 'playwright-core';

/** Counts in the page, as `pendingRequests`, what it has asked for and not yet got. */
export function countRequests(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    const count = (by: number): void => {
      Reflect.set(self, 'pendingRequests', Number(Reflect.get(self, 'pendingRequests') ?? 0) + by);
    };
    const asked = self.fetch;
    self.fetch = (...request) => {
      count(1);
      return asked(...request).finally(() => count(-1));
    };
    const send = XMLHttpRequest.prototype.send;
    XMLHttpRequest.prototype.send = function (...body) {
      count(1);
      this.addEventListener('loadend', () => count(-1));
      send.apply(this, body);
    };
  });
}

/** There is a heading, nothing stands for what is still to come, and nothing is asked for. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('h1') !== null &&
      document.querySelector('ui-skeleton') === null &&
      !Reflect.get(self, 'pendingRequests'),
  );
}

/** Follows a link of the navigation; answers the milliseconds. Timed inside the page, so that the way here does not count. */
export function changeTo(page: Page, to: string): Promise<number> {
  return page.evaluate(async (name) => {
    const link = [...document.querySelectorAll<HTMLAnchorElement>('nav a')].find(
      ({ textContent }) => textContent?.trim().startsWith(name) ?? false,
    );
    if (!link) throw new Error(`The navigation has no ${name}.`);
    const [before, began] = [document.querySelector('h1'), performance.now()];
    link.click();
    const isThere = (): boolean => {
      const heading = document.querySelector('h1');
      const isNew = heading !== null && heading !== before;
      return isNew && document.querySelector('ui-skeleton') === null && !Reflect.get(self, 'pendingRequests');
    };
    // A frame after everything has come, it is on the screen.
    for (let frames = 0; frames < 2 && performance.now() - began < 30_000; frames = isThere() ? frames + 1 : 0) {
      await new Promise(requestAnimationFrame);
    }
    return performance.now() - began;
  }, to);
}
