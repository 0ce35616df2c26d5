import { atTheApi } from './steps/founding';
import { approved, governedCompany, PRINCIPLE, type Workforce } from './steps/governed-company';
import { installation } from './steps/installation';
import { saved } from './steps/saved';
import { signIn } from './steps/signing-in';

const QUESTION = 'Does it keep a copy of its own?';
const WHY = 'A copy goes stale unseen.';

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

it('is asked for where a charter deviates, and lets it be approved once the board has granted it', async () => {
  const page = await signIn(await sightline.visit(), people.lead);
  await page.goto('/charters/CH-0001');
  const gate = page.getByRole('region', { name: /checks block submission/ });
  const line = (text: string) => gate.getByRole('listitem').filter({ hasText: text });
  await line('One question is not answered').getByRole('button').click();
  await page.getByLabel(QUESTION).selectOption('Yes');
  await page.getByText(WHY).first().waitFor();
  await saved(page);

  await page.goto('/charters/CH-0001');
  await line('Deviates from P-01 without an exception').getByRole('button').click();
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
  const proposal = page.getByRole('link', { name: /^Open proposal/ });
  await approved(sightline.url, (await proposal.innerText()).replace('Open proposal ', ''));

  await page.reload();
  await page.getByText(/^It holds until/).waitFor();
  await page.goto('/charters/CH-0001');
  await gate.waitFor();
  expect(await line('Deviates from P-01 without an exception').count()).toBe(0);
  expect(await page.getByText(/Deviates from P-01 with EX-001, until/).count()).toBeGreaterThan(0);
});
