import type { Page } from 'playwright-core';
import { ada, BOARD, carla, type Colleague, FOUNDERS, PASSWORD, sam } from './steps/company';
import { focused } from './steps/focus';
import { installation } from './steps/installation';
import { accountMenu, activate, giveCredentials, signIn, signOut } from './steps/signing-in';

const sightline = installation({ sample: false });

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name });
const goOn = (page: Page, name = 'Continue') => page.getByRole('button', { name }).click();

/** Name and e-mail address of somebody in the group of fields that bears a name. */
async function name(page: Page, group: string, person: Colleague): Promise<void> {
  const fields = page.getByRole('group', { name: group, exact: true });
  await fields.getByLabel('Name', { exact: true }).first().fill(person.name);
  await fields.getByLabel('E-mail address').first().fill(person.email);
}

describe('an empty installation', () => {
  let links: { name: string; link: string }[];

  it('is set up by its first visitor, who gets a one-time link for each founder', async () => {
    const page = await sightline.visit({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto('/');
    await heading(page, 'Start your own').waitFor();
    await page.getByRole('link', { name: 'Set up your organisation' }).click();

    await page.getByLabel('Name of the organisation').fill('Harbour Logistics');
    await page.getByLabel('Time zone').selectOption('Europe/Berlin');
    await goOn(page);
    await page.getByLabel('Your name').fill(ada.name);
    await page.getByLabel('Your e-mail address').fill(ada.email);
    await page.getByLabel('Password').fill('short');
    await goOn(page);
    await page
      .getByRole('alert')
      .getByRole('button', { name: /^Password\./ })
      .click();
    await focused(page.getByLabel('Password'));
    await page.getByLabel('Password').fill(PASSWORD);
    await goOn(page);

    await name(page, 'CIO office', carla);
    await name(page, 'Secretary of the board', sam);
    for (const seat of BOARD) await name(page, `${seat.name}, seat 1`, seat.holder);
    await goOn(page, 'Set up Sightline');
    await heading(page, 'Sightline is set up').waitFor();

    await page.getByRole('button', { name: 'Copy all' }).click();
    await page.getByText('All links are copied').waitFor();
    links = (await page.evaluate(() => navigator.clipboard.readText())).split('\n').map((line) => ({
      name: line.slice(0, line.indexOf(' <')),
      link: line.slice(line.indexOf('http')),
    }));
    expect(links.map((link) => link.name).sort()).toEqual(FOUNDERS.map((founder) => founder.name).sort());

    await page.getByRole('button', { name: `Sign in as ${ada.name}` }).click();
    await accountMenu(page, ada).waitFor();
  });

  it('lets each founder in by their link, once', async () => {
    for (const founder of FOUNDERS) {
      const page = await sightline.visit();
      const { link } = links.find((entry) => entry.name === founder.name) ?? { link: '' };
      await activate(page, link, founder);
    }

    const late = await sightline.visit();
    await late.goto(links[0]?.link ?? '');
    await late.getByLabel('New password').fill('somebody else found this link');
    await late.getByLabel('The same again').fill('somebody else found this link');
    await late.getByRole('button', { name: 'Set the password' }).click();
    await late.getByRole('alert').filter({ hasText: 'This link has been used' }).waitFor();
  });

  it('lets somebody out, and in again with the right password only', async () => {
    const page = await signIn(await sightline.visit(), carla);
    await signOut(page, carla);
    await heading(page, 'Sign in').waitFor();

    await giveCredentials(page, carla, 'not the password at all');
    await page.getByRole('alert').waitFor();
    expect(new URL(page.url()).pathname).toBe('/sign-in');

    await page.goto('/strategy');
    await heading(page, 'Sign in').waitFor();
    await giveCredentials(page, carla);
    await heading(page, 'Integration strategy').waitFor();
  });

  it('is never set up a second time', async () => {
    const page = await sightline.visit();
    await page.goto('/welcome');
    await heading(page, 'Sign in').waitFor();
    await page.goto('/set-up');
    await heading(page, 'Sightline is already set up').waitFor();
  });
});
