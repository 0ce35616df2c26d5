import type { Page } from 'playwright-core';
import { citePrinciple, nameData, namePeople, planForFailure, writeOutcome } from './steps/charter-writing';
import { carla } from './steps/company';
import { focused } from './steps/focus';
import { atTheApi } from './steps/founding';
import { completeKpi, governDomain, governedCompany, type Workforce } from './steps/governed-company';
import { installation } from './steps/installation';
import { saved } from './steps/saved';
import { signIn } from './steps/signing-in';
import { boardApproves, secretaryCloses } from './steps/voting';

const TITLE = 'Partner onboarding in days';

const sightline = installation({ sample: false });
let people: Workforce;

beforeAll(async () => {
  people = await governedCompany(sightline.url);
});

const gate = (page: Page, verdict: RegExp) => page.getByRole('region', { name: verdict });
const submit = (page: Page) => page.getByRole('button', { name: 'Submit for decision' });

it('begins with a title; every line of its gate leads into the field that mends it', async () => {
  const page = await signIn(await sightline.visit(), people.lead);
  await page.getByRole('link', { name: 'Charters' }).first().click();
  await page.getByRole('link', { name: 'New charter' }).first().click();
  await page.getByLabel('Title', { exact: true }).fill(TITLE);
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  await page.goto('/charters/CH-0001');

  const fixes = gate(page, /checks block submission/)
    .getByRole('listitem')
    .getByRole('button');
  await fixes.first().waitFor();
  expect(await submit(page).getAttribute('aria-disabled')).toBe('true');
  const lines = await fixes.count();
  expect(lines).toBeGreaterThanOrEqual(8);
  for (let line = 0; line < lines; line++) {
    await fixes.nth(line).click();
    await page.waitForURL(/\/edit#/);
    await focused(page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`));
    await page.goBack();
    await fixes.nth(lines - 1).waitFor();
  }
});

it('is completed by its lead, step by step', async () => {
  const page = await signIn(await sightline.visit(), people.lead);
  await page.goto('/charters/CH-0001/edit');
  await writeOutcome(page);
  await citePrinciple(page);
  await nameData(page);
  await planForFailure(page);
  await namePeople(page, people);
  await page.waitForURL(/\/charters\/CH-0001$/);

  await page.getByText('K-001 is incomplete').waitFor();
  expect(await submit(page).getAttribute('aria-disabled')).toBe('true');
  await completeKpi(await atTheApi(sightline.url, people.champion));
  const [cio, steward] = await Promise.all([atTheApi(sightline.url, carla), atTheApi(sightline.url, people.steward)]);
  await governDomain(cio, steward, people.steward);

  await page.goto('/charters/CH-0001/edit#domains');
  await page.getByRole('checkbox', { name: 'Partner', exact: true }).check();
  await page.getByRole('checkbox', { name: /essential/ }).check();
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await saved(page);
  await page.goto('/charters/CH-0001');
  await gate(page, /Nothing blocks submission/).waitFor();
  await submit(page).click();
  await page.getByText('The board is deciding.').waitFor();
});

it('is approved by the board', async () => {
  await boardApproves(sightline, TITLE);
  const page = await secretaryCloses(sightline, TITLE);
  await page.goto('/board/decisions');
  await page.getByRole('row').filter({ hasText: TITLE }).getByText('Approved').waitFor();
  await page.goto('/charters/CH-0001');
  await page.getByText('Approved on').first().waitFor();
});

it('stands in the audit trail, whose chain is intact', async () => {
  const page = await signIn(await sightline.visit(), people.auditor);
  await page.getByRole('link', { name: 'Audit' }).click();
  await page.getByLabel('Code of a record').fill('CH-0001');
  await page.keyboard.press('Enter');
  await page.getByRole('row').filter({ hasText: 'approved' }).first().waitFor();
  await page.getByRole('button', { name: 'Verify the chain' }).click();
  await page.getByText('The chain is intact.').waitFor();
});
