import type { Editor } from '@tiptap/core';
import type { Page } from 'playwright-core';
import { carla, ruth } from './steps/company';
import { atTheApi, found } from './steps/founding';
import { installation } from './steps/installation';
import { barriers, PHONE, sideways } from './steps/looking';
import { giveCredentials, signIn } from './steps/signing-in';
import type { Colleague } from './steps/company';

const sightline = installation({ sample: false });
const EDIT = '/strategy/versions/1/edit';
const ODD = '* kept\n* as it was\n\n<b>raw</b>';

beforeAll(async () => {
  await found(sightline.url);
  const cio = await atTheApi(sightline.url, carla);
  await cio.does('POST', '/strategy/versions');
  await cio.send('PATCH', '/strategy/versions/1', { governance: ODD, resilience: 'First.\n\nSecond.' }, 1);
});

const text = (page: Page, section: string) => page.getByRole('textbox', { name: `${section}: text` });
const saved = (page: Page) => page.getByText(/^\s*Saved \d/).waitFor();

/** The page has sent these words by itself, and they were taken. */
const savedWith = (page: Page, words: string) =>
  page.waitForResponse((answer) => answer.ok() && (answer.request().postData()?.includes(words) ?? false));

async function open(person: Colleague): Promise<Page> {
  const page = await signIn(await sightline.visit(), person);
  await page.goto(EDIT);
  await text(page, 'Success metrics').waitFor();
  return page;
}

/**
 * Goes to one end of a section and waits until the editor stands there: for a moment after it got the focus the editor
 * puts its own selection back over the browser's, and a key pressed faster than that moves nothing.
 */
async function goTo(page: Page, section: string, end: 'start' | 'end'): Promise<void> {
  const there = (element: HTMLElement, where: typeof end) => {
    const { selection, doc } = (element as HTMLElement & { editor: Editor }).editor.state;
    return selection.empty && selection.head === (where === 'end' ? doc.content.size - 1 : 1);
  };
  await text(page, section).click();
  do await page.keyboard.press(end === 'end' ? 'Control+End' : 'Control+Home');
  while (!(await text(page, section).evaluate(there, end)));
}

/** Types at the end of a section, as one does. */
async function type(page: Page, section: string, words: string): Promise<void> {
  await goTo(page, section, 'end');
  await page.keyboard.type(words);
}

async function stands(section: string): Promise<string> {
  const cio = await atTheApi(sightline.url, carla);
  return (await cio.does<Record<string, string>>('GET', '/strategy/versions/1'))[section] ?? '';
}

it('is written as it will read, saves itself, and touches nothing else', async () => {
  const page = await open(carla);
  await text(page, 'Decision rights').getByText('<b>raw</b>').waitFor();
  await text(page, 'Purpose').click();
  await page.keyboard.type('## Why');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Every load is ');
  await page.keyboard.press('Control+B');
  await page.keyboard.type('known');
  await page.keyboard.press('Control+B');
  await page.keyboard.press('Enter');
  await page
    .getByRole('toolbar', { name: 'Formatting of Purpose: text' })
    .getByRole('button', { name: 'List', exact: true })
    .click();
  const written = savedWith(page, 'to shippers');
  await page.keyboard.type('to shippers');
  await written;
  expect(await stands('purpose')).toBe('Every load is **known**\n\n- to shippers');

  await text(page, 'Decision rights').getByText('kept', { exact: true }).click();
  await page.keyboard.press('Home');
  const added = savedWith(page, 'All of it: kept');
  await page.keyboard.type('All of it: ');
  await added;
  expect(await stands('governance')).toBe('- All of it: kept\n- as it was\n\n<b>raw</b>');
  await page.reload();
  await text(page, 'Purpose').getByText('to shippers').waitFor();
});

it('keeps what is typed while there is no connection or no session', async () => {
  const page = await open(carla);
  await page.context().setOffline(true);
  await type(page, 'Data governance', 'One source counts.');
  await page.getByText('Not saved: offline. Kept on this device.').waitFor();
  await page.context().setOffline(false);
  await saved(page);
  expect(await stands('dataGovernance')).toBe('One source counts.');

  await page.context().clearCookies();
  await type(page, 'Data governance', ' Always.');
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
  await dialog.waitFor();
  await giveCredentials(page, carla);
  await dialog.waitFor({ state: 'detached' });
  await saved(page);
  expect(await stands('dataGovernance')).toBe('One source counts. Always.');
});

it('shows who else writes, merges paragraphs by itself, and asks where both wrote', async () => {
  const [hers, theirs] = [await open(carla), await open(ruth)];
  await text(hers, 'Resilience').click();
  await text(theirs, 'Resilience').click();
  await theirs.getByText(`${carla.name} writes here too.`).waitFor();

  await goTo(hers, 'Resilience', 'start');
  await hers.keyboard.type('Hers: ');
  await type(theirs, 'Resilience', ' Theirs.');
  await Promise.all([saved(hers), saved(theirs)]);
  expect(await stands('resilience')).toBe('Hers: First.\n\nSecond. Theirs.');

  await theirs.getByText('Hers: First.').waitFor();
  await theirs.context().setOffline(true);
  await type(theirs, 'Resilience', ' More.');
  await hers.reload();
  await type(hers, 'Resilience', ' Other.');
  await saved(hers);
  await theirs.context().setOffline(false);
  const merge = theirs.getByRole('alert', { name: 'Somebody else wrote in the same paragraph' });
  await merge.getByText('As it was before both').waitFor();
  expect(await barriers(theirs)).toEqual([]);
  await merge.getByLabel('Keep both').check();
  await merge.getByRole('button', { name: 'Put the section together' }).click();
  await merge.waitFor({ state: 'detached' });
  await saved(theirs);
  expect(await stands('resilience')).toBe('Hers: First.\n\nSecond. Theirs. Other.\n\nSecond. Theirs. More.');
});

it('has no barriers on a phone, with a table being written and hints beside it', async () => {
  const page = await open(carla);
  await page.setViewportSize(PHONE);
  await text(page, 'Success metrics').click();
  const tools = page.getByRole('toolbar', { name: 'Formatting of Success metrics: text' });
  await tools.getByRole('button', { name: 'Insert a table' }).click();
  await page.keyboard.type('Live by March 2027');
  await page.getByText('“March 2027” is a date.').waitFor();
  // Where typing left the page, a button may stand half under the bar at its top, which is no barrier.
  await page.evaluate(() => scrollTo(0, 0));
  expect({ found: await barriers(page), sideways: await sideways(page) }).toEqual({ found: [], sideways: 0 });
});

it('takes what is pasted from elsewhere without anything active in it', async () => {
  const page = await open(carla);
  await text(page, 'Capabilities').click();
  await text(page, 'Capabilities').evaluate((element) => {
    const data = new DataTransfer();
    data.setData(
      'text/html',
      '<h3 onclick="x()">Head</h3><p>Some <b>bold</b> <a href="javascript:x()">link</a><script>x()</script></p>',
    );
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await page.keyboard.press('Tab');
  await saved(page);
  expect(await stands('capabilitiesNarrative')).toBe('### Head\n\nSome **bold** link');
});
