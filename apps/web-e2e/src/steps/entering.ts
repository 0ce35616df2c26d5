import type { Page } from 'playwright-core';
import { settled } from './looking';

/** Enters the sample company as one of its people. */
export async function enter(page: Page, url: string, persona: string): Promise<void> {
  await page.goto('/welcome');
  await settled(page);
  const answer = await page.request.post('/api/v1/auth/demo', { data: { persona }, headers: { origin: url } });
  if (answer.status() !== 200) throw new Error(`${persona} was not let in: ${answer.status()}`);
}
