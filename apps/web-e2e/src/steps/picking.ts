import type { Locator } from 'playwright-core';

/** Picks a record in a box that searches while one types. */
export async function pick(box: Locator, name: string): Promise<void> {
  await box.fill(name);
  await box.page().getByRole('option').filter({ hasText: name }).first().click();
}
