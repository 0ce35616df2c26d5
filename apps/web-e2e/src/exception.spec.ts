import type { Page } from 'playwright-core';
import { ines, petra, ruth, tom } from './steps/company';
import { atTheApi } from './steps/founding';
import { governedCompany, PRINCIPLE, type Workforce } from './steps/governed-company';
import { installation } from './steps/installation';
import { saved } from './steps/saved';
import { giveCredentials, signIn } from './steps/signing-in';
import { hoursPass } from './steps/time-passing';
import { approve, boardApproves, openFromHome, secretaryCloses, voted } from './steps/voting';

const QUESTION = 'Does it keep a copy of its own?';
const WHY = 'A copy goes stale unseen.';
const PROPOSAL = `Exception from P-01 ${PRINCIPLE} for CH-0001`;

const sightline = installation({ sample: false });
let people: Workforce;

beforeAll(async () => {
  people = await governedCompany(sightline.url, {
    facts: [{ name: 'keepsCopy', type: 'boolean', question: QUESTION }],
    decisionTable: { rules: [{ when: { keepsCopy: 'true' }, outcome: 'exception_required', reason: WHY }] },
  });
  const lead = await atTheApi(sightline.url, people.lead);
  await lead.does('POST', '/charters', { title: 'Offline scanning at the hubs' });
});

const gate = (page: Page) => page.getByRole('region', { name: /checks block submission/ });
const line = (page: Page, text: string) => gate(page).getByRole('listitem').filter({ hasText: text });

it('is asked for where a charter deviates', async () => {
  const page = await signIn(await sightline.visit(), people.lead);
  await page.goto('/charters/CH-0001');
  await line(page, 'One question is not answered').getByRole('button').click();
  await page.getByLabel(QUESTION).selectOption('Yes');
  await page.getByText(WHY).first().waitFor();
  await saved(page);

  await page.goto('/charters/CH-0001');
  await line(page, 'Deviates from P-01 without an exception').getByRole('button').click();
  await page.getByRole('link', { name: 'Ask for an exception' }).click();
  await page.waitForFunction(
    (principle) => [...document.querySelectorAll('input')].some(({ value }) => value.includes(principle)),
    PRINCIPLE,
  );
  await page.getByLabel('Kind of reason').selectOption('Technical');
  await page.getByLabel('Why', { exact: true }).fill('The hubs lose their line every day.');
  await page.getByLabel('What is done instead').fill('The copy is thrown away every night.');
  await page.getByRole('button', { name: 'Save as a draft' }).click();
  await page.getByRole('button', { name: 'Put it before the board' }).click();
  await page.getByRole('link', { name: /^Open proposal/ }).waitFor();
});

it('is granted by the board, which reads why, and shows its password again after hours', async () => {
  const page = await signIn(await sightline.visit(), ruth);
  await hoursPass(sightline, ruth);
  await openFromHome(page, PROPOSAL);
  await page.getByText('The copy is thrown away every night.').waitFor();
  await approve(page);
  await page.getByRole('dialog', { name: 'Please sign in again' }).waitFor();
  await giveCredentials(page, ruth);
  await voted(page);
  await boardApproves(sightline, PROPOSAL, [ines, petra, tom]);
  await secretaryCloses(sightline, PROPOSAL);
});

it('lets the charter pass as long as it holds', async () => {
  const page = await signIn(await sightline.visit(), people.lead);
  await page.goto('/strategy/exceptions/EX-001');
  await page.getByText(/^It holds until/).waitFor();
  await page.goto('/charters/CH-0001');
  await gate(page).waitFor();
  expect(await line(page, 'Deviates from P-01 without an exception').count()).toBe(0);
  expect(await page.getByText(/Deviates from P-01 with EX-001, until/).count()).toBeGreaterThan(0);
});
