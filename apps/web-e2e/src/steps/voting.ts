import type { Page } from 'playwright-core';
import { BOARD, type Colleague, sam } from './company';
import type { Installation } from './installation';
import { signIn } from './signing-in';

const HOLDERS = BOARD.map(({ holder }) => holder);

/** These seats, or every seat of the board, approve what Home shows them: one browser that goes from hand to hand. */
export async function boardApproves(
  { visit }: Pick<Installation, 'visit'>,
  title: string,
  holders: readonly Colleague[] = HOLDERS,
): Promise<void> {
  const page = await visit();
  for (const holder of holders) {
    await page.context().clearCookies();
    await signIn(page, holder);
    await openFromHome(page, title);
    await approve(page);
    await voted(page);
  }
  await page.context().close();
}

/** The secretary closes the proposal and reads the decision that comes of it. */
export async function secretaryCloses({ visit }: Pick<Installation, 'visit'>, title: string): Promise<Page> {
  const page = await signIn(await visit(), sam);
  await closeAsApproved(page, title);
  return page;
}

/** From what waits at home to the page of the proposal. */
export async function openFromHome(page: Page, title: string): Promise<void> {
  await page.getByRole('main').getByRole('link', { name: title }).first().click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** On the page of a proposal: the vote is sent, which may ask for something more. */
export async function approve(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /^Approve/ }).check();
  await page.getByRole('button', { name: 'Record my vote' }).click();
}

export const voted = (page: Page): Promise<void> => page.getByText('You voted: Approve').waitFor();

/** From anywhere to the board's list, the proposal, and the decision on it. */
export async function closeAsApproved(page: Page, title: string): Promise<void> {
  await page.goto('/board');
  await page.getByRole('link', { name: title }).first().click();
  await page.getByRole('button', { name: 'Close as approved' }).waitFor();
  await page.getByLabel('Rationale').fill('It says what we do, and by which figure we are judged.');
  await page.getByRole('button', { name: 'Close as approved' }).click();
  await page.waitForURL(/\/board\/decisions\/DC-\d+$/);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}
