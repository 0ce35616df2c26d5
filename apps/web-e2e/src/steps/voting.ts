import type { Page } from 'playwright-core';
import { BOARD, type Colleague, sam } from './company';
import type { Installation } from './installation';
import { signIn } from './signing-in';

/** Every seat of the board approves what Home shows it, each in a browser of its own. */
export async function boardApproves({ visit }: Pick<Installation, 'visit'>, title: string): Promise<void> {
  for (const { holder } of BOARD) {
    const page = await openFromHome(await visit(), holder, title);
    await page.getByRole('radio', { name: /^Approve/ }).check();
    await page.getByRole('button', { name: 'Record my vote' }).click();
    await page.getByText('You voted: Approve').waitFor();
    await page.context().close();
  }
}

/** The secretary closes the proposal and reads the decision that comes of it. */
export async function secretaryCloses({ visit }: Pick<Installation, 'visit'>, title: string): Promise<Page> {
  const page = await signIn(await visit(), sam);
  await page.goto('/board');
  await page.getByRole('link', { name: title }).first().click();
  await page.getByRole('button', { name: 'Close as approved' }).waitFor();
  await page.getByLabel('Rationale').fill('It says what we do, and by which figure we are judged.');
  await page.getByRole('button', { name: 'Close as approved' }).click();
  await page.waitForURL(/\/board\/decisions\/DC-\d+$/);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  return page;
}

async function openFromHome(page: Page, member: Colleague, title: string): Promise<Page> {
  await signIn(page, member);
  await page.getByRole('main').getByRole('link', { name: title }).first().click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  return page;
}
