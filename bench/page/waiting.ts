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

/** There is a heading, nothing stands for what is still to come, nothing is being drawn or asked for. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('h1') !== null &&
      document.querySelector('ui-skeleton, [aria-busy=true]') === null &&
      !Reflect.get(self, 'pendingRequests'),
  );
}
