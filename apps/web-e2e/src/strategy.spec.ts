import type { Page } from 'playwright-core';
import { carla, ruth, sam, tom } from './steps/company';
import { inDays } from './steps/days';
import { focused } from './steps/focus';
import { atTheApi, found } from './steps/founding';
import { installation } from './steps/installation';
import { pick } from './steps/picking';
import { signIn } from './steps/signing-in';
import { boardApproves, secretaryCloses } from './steps/voting';

const sightline = installation({ sample: false });

const SECTIONS = {
  Purpose: 'Whoever ships with us knows where their load is, without calling anybody.',
  'Business drivers': 'Every integration answers to a driver below.',
  Capabilities: 'Partners and harbours speak to us in one language.',
  'Decision rights': 'The board decides; each side has to vote.',
  'Data governance': 'Every kind of data has an owner, a steward and one source that counts.',
  Resilience: 'Nothing goes live that cannot be rolled back, replaced and retired.',
  'Success metrics': 'We are judged by what shippers notice.',
} as const;

const KPI = 'Loads visible in real time';

beforeAll(async () => {
  await found(sightline.url);
  const cio = await atTheApi(sightline.url, carla);
  await cio.does('POST', '/kpis', { name: KPI, kind: 'outcome' });
});

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** Fills the text of a section and names its two authors. */
async function write(page: Page, name: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: `${name}: text` }).fill(text);
  const authors = page.getByRole('group', { name: `Authors of ${name}` });
  await pick(authors.getByLabel('From the business'), ruth.name);
  await pick(authors.getByLabel('From IT'), tom.name);
}

it('is written by the CIO office, with every open point leading to its field', async () => {
  const page = await signIn(await sightline.visit(), carla);
  await page.getByRole('link', { name: 'Strategy' }).click();
  await page.getByRole('button', { name: 'Start version 1' }).click();
  await page.getByRole('heading', { level: 1, name: 'Write version 1' }).waitFor();
  const propose = page.getByRole('button', { name: 'Propose to the board' });
  expect(await propose.getAttribute('aria-disabled')).toBe('true');

  await page.getByRole('button', { name: /^Open points \d/ }).press('Enter');
  await page.getByRole('button', { name: 'Purpose is empty' }).click();
  await focused(page.getByRole('textbox', { name: 'Purpose: text' }));
  for (const [name, text] of Object.entries(SECTIONS)) await write(page, name, text);

  const principles = section(page, 'Principles');
  await principles.getByRole('button', { name: 'Add a principle' }).click();
  await principles.getByLabel('Title').fill('Data moves once, from its source');
  await principles.getByLabel('Statement').fill('Every record is taken from its authoritative source.');
  const drivers = section(page, 'Business drivers');
  await drivers.getByRole('button', { name: 'Add a driver' }).click();
  await drivers.getByLabel('Driver', { exact: true }).fill('Keep the promise of delivery');
  await drivers.getByLabel('Weight').selectOption('5');
  const capabilities = section(page, 'Capabilities');
  await capabilities.getByRole('button', { name: 'Add a capability' }).click();
  await capabilities.getByLabel('Capability', { exact: true }).fill('Partner onboarding');
  await capabilities.getByLabel('Target').selectOption('4');
  await pick(section(page, 'Success metrics').getByRole('combobox', { name: 'KPIs' }), KPI);
  await section(page, 'Next review').getByLabel('Review by').fill(inDays(300));

  await page.getByRole('heading', { name: 'Nothing is missing' }).waitFor();
  await page.getByText('The board votes on exactly this text.').waitFor();
  await propose.click();
  await page.getByText('Version 1 is before the board.').waitFor();
});

it('is ratified by the founding board', async () => {
  await boardApproves(sightline, 'Strategy v1');
  const page = await secretaryCloses(sightline, 'Strategy v1');
  await page.getByText('no strategy was in force: the founding board decided').waitFor();
});

it('is in force, sealed with who ratified it, and frozen', async () => {
  const page = await signIn(await sightline.visit(), sam);
  await page.getByText('Strategy v1 in force').waitFor();
  await page.goto('/strategy');
  await page.getByRole('heading', { name: 'Data moves once, from its source' }).waitFor();
  await page.getByText('where their load is').waitFor();
  const seal = page.getByRole('complementary', { name: 'Ratification and review' });
  await seal.getByText('Frozen. SHA-256').waitFor();
  expect(await seal.innerText()).toContain(ruth.name);

  const writer = await signIn(await sightline.visit(), carla);
  await writer.goto('/strategy/versions/1/edit');
  await writer.getByText('This version can no longer be changed').waitFor();
  const cio = await atTheApi(sightline.url, carla);
  const { version } = await cio.does<{ version: number }>('GET', '/strategy');
  expect(await cio.send('PATCH', '/strategy/versions/1', { purpose: 'Another' }, version)).toMatchObject({
    status: 409,
    body: { code: 'frozen' },
  });
});

it('is amended: written anew, compared change by change, and looked at for what it would unsettle', async () => {
  const page = await signIn(await sightline.visit(), carla);
  await page.goto('/strategy');
  await page.getByRole('button', { name: 'Start version 2' }).click();
  await page.getByRole('heading', { level: 1, name: 'Write version 2' }).waitFor();
  const purpose = SECTIONS.Purpose.replace('without calling', 'day and night, without asking');
  await page.getByRole('textbox', { name: 'Purpose: text' }).fill(purpose);
  const principles = section(page, 'Principles');
  await principles.getByRole('button', { name: 'Edit P-01' }).click();
  await principles.getByLabel('Statement').fill('Every record is taken from its authoritative source, once.');
  await section(page, 'Next review').getByLabel('Review by').fill(inDays(300));
  await page.getByRole('heading', { name: 'Nothing is missing' }).waitFor();
  await page.getByRole('button', { name: /^Impact/ }).click();
  const impact = section(page, 'If version 2 were ratified');
  await impact.getByText('worded otherwise').waitFor();
  await impact.getByRole('heading', { name: 'Nothing would lose its footing' }).waitFor();

  await page.getByRole('link', { name: 'Compare' }).click();
  await page.getByRole('heading', { level: 1, name: 'What version 2 would change' }).waitFor();
  const added = page.getByRole('insertion').filter({ hasText: 'day and night' });
  await added.waitFor();
  await page.keyboard.press('n');
  await focused(page.getByRole('group', { name: /^Change 1 of \d+: Purpose/ }));
  await page.keyboard.press('n');
  await focused(page.getByRole('group', { name: /^Change 2 of \d+: P-01 .*, Statement/ }));
  await page.keyboard.press('p');
  await focused(page.getByRole('group', { name: /^Change 1 of/ }));

  await page.goto('/strategy/versions/2/edit');
  const propose = page.getByRole('button', { name: 'Propose to the board' });
  await page.getByRole('heading', { name: 'Nothing is missing' }).waitFor();
  await propose.click();
  await page.getByText('Version 2 is before the board.').waitFor();
});

it('comes into force as amended, and says what has changed since', async () => {
  await boardApproves(sightline, 'Strategy v2');
  await secretaryCloses(sightline, 'Strategy v2');
  const reader = await signIn(await sightline.visit(), ruth);
  await reader.goto('/strategy/compare?from=1&to=2');
  await reader.getByRole('heading', { level: 1, name: 'What version 2 changed' }).waitFor();
  await reader.getByRole('button', { name: /^P-01 changed/ }).click();
  await focused(reader.getByRole('group', { name: /P-01 .*, Statement/ }));
});
