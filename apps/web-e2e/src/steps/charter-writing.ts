import type { Page } from 'playwright-core';
import type { Workforce } from './governed-company';
import { CAPABILITY, DOMAIN, KPI, PRINCIPLE, UNIT } from './governed-company';
import { inDays } from './days';
import { pick } from './picking';

const box = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });
const goOn = (page: Page) => page.getByRole('button', { name: 'Save and continue' }).click();
const step = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Steps of the charter' }).getByRole('button', { name }).click();

/** The KPI first; the sentence follows from it. */
export async function writeOutcome(page: Page): Promise<void> {
  await pick(box(page, 'The KPI it moves'), KPI);
  await page.getByLabel('From', { exact: true }).fill('21');
  await page.getByLabel('To', { exact: true }).fill('8');
  await page.getByLabel('By', { exact: true }).fill(inDays(400));
  await page
    .getByLabel('Outcome', { exact: true })
    .fill('New partners can trade sooner: the days until a partner is live fall from 21 to 8.');
  await goOn(page);
}

export async function citePrinciple(page: Page): Promise<void> {
  await pick(box(page, 'Principles'), PRINCIPLE);
  await page.getByLabel('How this project upholds it').fill('Partner records come from the hub, never from a copy.');
  await pick(box(page, 'Capability it builds'), CAPABILITY);
  await goOn(page);
}

/** Which data it touches; the entity follows once the steward has described it. */
export async function nameData(page: Page): Promise<void> {
  await step(page, 'Data');
  await pick(box(page, 'Data domains'), DOMAIN);
  await page.getByText('This domain has no entities yet.').waitFor();
}

export async function planForFailure(page: Page): Promise<void> {
  await step(page, 'If it fails');
  await page.getByLabel('Rollback').fill('Operations switches partners back to e-mail orders within 30 minutes.');
  await page.getByLabel('Contingency').fill('Orders are taken by e-mail and phone; that carries half of the volume.');
  await page.getByLabel('When delivery would be stopped').fill('If three pilot partners are not live by summer.');
  await page.getByRole('button', { name: 'Add a date' }).click();
  await page.getByLabel('Ends on', { exact: true }).fill(inDays(2500));
  await page.getByLabel('Data format on leaving').fill('JSON');
  await page.getByLabel('How the data gets out').fill('Nightly extract, done by the platform team in two hours.');
  await page.getByLabel('Exit', { exact: true }).fill('Three months of notice; the platform team moves the routes.');
  await goOn(page);
}

export async function namePeople(page: Page, { champion, itLead }: Workforce): Promise<void> {
  await step(page, 'People and money');
  await pick(box(page, 'Business unit'), UNIT);
  await pick(box(page, 'Business sponsor'), champion.name);
  await pick(box(page, 'IT lead'), itLead.name);
  await page.getByLabel('Budget').fill('240000');
  await goOn(page);
}
