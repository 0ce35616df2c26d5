import type { Page } from 'playwright-core';
import { type Colleague, PASSWORD } from './company';

/** Follows a one-time link and chooses the password; ends in the frame. */
export async function activate(page: Page, link: string, person: Colleague): Promise<void> {
  await page.goto(link);
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByLabel('The same again').fill(PASSWORD);
  await page.getByRole('button', { name: 'Set the password' }).click();
  await accountMenu(page, person).waitFor();
}

/** Fills the sign-in form that is shown, on its page or over another, and sends it. */
export async function giveCredentials(page: Page, { email }: Colleague, password = PASSWORD): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Signs in on the page of its own; ends in the frame, with the account menu in reach. */
export async function signIn(page: Page, person: Colleague): Promise<Page> {
  await page.goto('/sign-in');
  await giveCredentials(page, person);
  await accountMenu(page, person).waitFor();
  return page;
}

export async function signOut(page: Page, person: Colleague): Promise<void> {
  await accountMenu(page, person).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
}

export const accountMenu = (page: Page, { name }: Colleague) =>
  page.getByRole('button', { name: `Account menu of ${name}` });
