import type { Page } from 'playwright-core';
import { ada, carla, type Colleague } from './steps/company';
import { atTheApi, found, invite } from './steps/founding';
import { installation } from './steps/installation';
import { saved } from './steps/saved';
import { giveCredentials, signIn } from './steps/signing-in';

const sightline = installation({ sample: false });
const EDIT = '/charters/CH-0001/edit';
let lead: Colleague;

beforeAll(async () => {
  await found(sightline.url);
  lead = await invite(await atTheApi(sightline.url, ada), 'Lena Fischer', { roles: ['project_lead'] });
  await (await atTheApi(sightline.url, lead)).does('POST', '/charters', { title: 'Partner onboarding in days' });
});

const rollback = (page: Page) => page.getByLabel('Rollback');
const conflict = (page: Page) => page.getByRole('alert', { name: 'Someone saved first' });

async function open(person: Colleague): Promise<Page> {
  const page = await signIn(await sightline.visit(), person);
  await page.goto(`${EDIT}#rollback`);
  await rollback(page).waitFor();
  return page;
}

/** Types, leaves the field, and waits until the server has it. */
async function write(page: Page, text: string): Promise<void> {
  await rollback(page).fill(text);
  await rollback(page).blur();
}

it('shows both texts when two people wrote in one field, and keeps the one that is chosen', async () => {
  const [hers, theirs] = [await open(lead), await open(carla)];
  await write(hers, 'Operations switches back to e-mail.');
  await saved(hers);

  await write(theirs, 'Operations switches back to telephone.');
  await conflict(theirs).getByText('telephone').waitFor();
  await conflict(theirs).getByText('e-mail').waitFor();
  await conflict(theirs).getByRole('button', { name: 'Keep mine' }).click();
  await saved(theirs);

  await write(hers, 'Operations switches back to fax.');
  await conflict(hers).getByRole('button', { name: 'Take theirs' }).click();
  await conflict(hers).waitFor({ state: 'detached' });
  expect(await rollback(hers).inputValue()).toBe('Operations switches back to telephone.');
  await hers.reload();
  expect(await rollback(hers).inputValue()).toBe('Operations switches back to telephone.');
});

it('keeps what is typed when the session has ended, and saves it after the sign-in', async () => {
  const page = await open(lead);
  await page.context().clearCookies();
  await write(page, 'Operations switches back within 30 minutes.');
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
  await dialog.waitFor();
  expect(await rollback(page).inputValue()).toBe('Operations switches back within 30 minutes.');

  await giveCredentials(page, lead);
  await dialog.waitFor({ state: 'detached' });
  await saved(page);
  await page.reload();
  await rollback(page).waitFor();
  expect(await rollback(page).inputValue()).toBe('Operations switches back within 30 minutes.');
});
