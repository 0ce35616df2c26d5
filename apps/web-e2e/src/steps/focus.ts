import type { Locator } from 'playwright-core';

/** Waits until the keyboard is really in a field, or in something inside it. */
export async function focused(place: Locator): Promise<void> {
  const handle = await place.elementHandle();
  await place.page().waitForFunction((element) => element?.contains(document.activeElement), handle);
}
