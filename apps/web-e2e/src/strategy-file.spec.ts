import { readFile } from 'node:fs/promises';
import type { StrategyVersion } from '@sightline/contracts';
import type { Page } from 'playwright-core';
import { BOARD, carla } from './steps/company';
import { atTheApi } from './steps/founding';
import { governedCompany } from './steps/governed-company';
import { installation } from './steps/installation';
import { barriers, DESK, PHONE, sideways } from './steps/looking';
import { signIn } from './steps/signing-in';

const sightline = installation({ sample: false });
const OLD = 'As the board agreed.';
const NEW = 'As the board and the auditors agreed.';
/** Outside the dialect of the editor: it stays what it is. */
const SOURCE = '<aside>Of last spring.</aside>';

/** Version 1 in force, as it was exported. */
let file = '';

beforeAll(async () => {
  await governedCompany(sightline.url);
  const cio = await atTheApi(sightline.url, carla);
  await cio.does('POST', '/strategy/versions');
});

const menu = (page: Page) => page.getByRole('button', { name: /^Export/ });
const standing = async (version: number) =>
  (await atTheApi(sightline.url, carla)).does<StrategyVersion>('GET', `/strategy/versions/${version}`);

/** Takes a file from the menu as a reader does, and says what it is called and what is in it. */
async function taken(page: Page, entry: string): Promise<{ name: string; content: Buffer }> {
  await menu(page).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: entry }).click(),
  ]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

it('leaves by the menu as Markdown, PDF and Word, each under its name', async () => {
  const page = await signIn(await sightline.visit(), carla);
  await page.goto('/strategy');
  await menu(page).click();
  await page.getByRole('menuitem', { name: 'Markdown' }).waitFor();
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size);
    expect({ found: await barriers(page), sideways: await sideways(page) }).toEqual({ found: [], sideways: 0 });
  }
  await page.keyboard.press('Escape');

  const markdown = await taken(page, 'Markdown');
  const pdf = await taken(page, 'PDF');
  const word = await taken(page, 'Word (DOCX)');
  expect([markdown.name, pdf.name, word.name]).toEqual(['strategy-v1.md', 'strategy-v1.pdf', 'strategy-v1.docx']);
  expect([pdf, word].map(({ content }) => content.subarray(0, 4).toString('latin1'))).toEqual([
    '%PDF',
    'PK\u0003\u0004',
  ]);

  file = markdown.content.toString('utf8');
  const { contentHash } = await standing(1);
  expect(file).toContain(`- Content hash (SHA-256): \`${contentHash}\``);
  expect(file).toContain('- Version: 1\n');
  for (const { holder, name } of BOARD) expect(file).toMatch(new RegExp(`^- ${holder.name}, Seat of ${name}, `, 'm'));
  for (const chapter of ['Purpose', 'Principles', 'Alignment weights'])
    expect([file.includes(`- [${chapter}](#`), file.includes(`\n## ${chapter}\n`)]).toEqual([true, true]);
});

it('comes back into a draft with a sentence changed, which is seen before it is taken', async () => {
  const page = await signIn(await sightline.visit(), carla);
  await page.goto('/strategy/versions/2/edit');
  await page.getByRole('button', { name: 'Bring in Markdown' }).press('Enter');
  const panel = page.getByRole('region', { name: 'Bring in Markdown' });
  const changed = file.replace(OLD, `${NEW}\n\n${SOURCE}`);
  await panel
    .getByLabel('Choose a file')
    .setInputFiles({ name: 'amended.md', mimeType: 'text/markdown', buffer: Buffer.from(changed) });
  await panel.getByRole('heading', { name: '2 places would change' }).waitFor();
  await panel.getByText('Purpose', { exact: true }).waitFor();
  // A draft begins without the day on which its predecessor is reviewed.
  await panel.getByText('Next review', { exact: true }).first().waitFor();
  await panel.getByRole('insertion').filter({ hasText: 'and the auditors' }).waitFor();
  await panel.getByRole('insertion').filter({ hasText: SOURCE }).waitFor();
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size);
    expect({ found: await barriers(page), sideways: await sideways(page) }).toEqual({ found: [], sideways: 0 });
  }
  await page.setViewportSize(DESK);
  expect((await standing(2)).purpose).toBe(OLD);

  await panel.getByRole('button', { name: 'Bring it in' }).click();
  await page.getByText('The file is in the draft.').waitFor();
  await panel.getByRole('heading', { name: '2 places would change' }).waitFor({ state: 'detached' });
  expect((await standing(2)).purpose).toBe(`${NEW}\n\n${SOURCE}`);
  await page.reload();
  const purpose = page.getByRole('textbox', { name: 'Purpose: text' });
  await purpose.getByText(NEW).waitFor();
  await purpose.getByText(SOURCE).waitFor();
});
