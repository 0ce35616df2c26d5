import type { Page } from 'playwright-core';
import { carla } from './steps/company';
import { atTheApi, found } from './steps/founding';
import { installation } from './steps/installation';
import { signIn } from './steps/signing-in';

const sightline = installation({ sample: false });

const FAULTY = `Nummer;Bezeichnung;Art
10;Kundendienst;business
20;;business
30;Lagerbetrieb;warehouse
10;Vertrieb;business
`;
const MENDED = `Nummer;Bezeichnung;Art
10;Kundendienst;business
20;Disposition;business
30;Lagerbetrieb;business
40;Plattform;it
`;

let before: number;

beforeAll(async () => {
  await found(sightline.url);
  before = await units();
});

/** Signs in and turns the site to German, as somebody would in the account menu. */
async function inGerman(page: Page): Promise<Page> {
  await signIn(page, carla);
  await page.getByRole('button', { name: 'Account menu of' }).click();
  await page.getByRole('menuitemradio', { name: 'Deutsch' }).click();
  await page.getByRole('navigation', { name: 'Hauptnavigation' }).waitFor();
  return page;
}

async function choose(page: Page, name: string, text: string): Promise<void> {
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
  await page.getByLabel('Datei wählen').setInputFiles(file);
  await page.getByText(`${name}, 1 KB, 3 Spalten`).waitFor();
}

const check = (page: Page) => page.getByRole('button', { name: 'Datei prüfen' }).click();
const units = async () =>
  (await (await atTheApi(sightline.url, carla)).does<{ total: number }>('GET', '/business-units')).total;

it('says for each bad row its line and what is wrong, and writes nothing', async () => {
  const page = await inGerman(await sightline.visit());
  await page.getByRole('link', { name: 'Importe' }).click();
  await page.getByRole('link', { name: 'Neuer Import' }).first().click();
  await page.getByRole('radio', { name: /^Bereiche/ }).check();
  await choose(page, 'einheiten.csv', FAULTY);
  await check(page);
  await page.getByText('Sagen Sie, welche Spalte „Schlüssel“ enthält.').waitFor();
  await page.getByLabel('Schlüssel', { exact: true }).selectOption('Nummer');
  await page.getByLabel('Name', { exact: true }).selectOption('Bezeichnung');
  await page.getByLabel('Art', { exact: true }).selectOption('Art');
  await check(page);

  await page.getByRole('heading', { level: 1, name: /Zeilen müssen korrigiert werden/ }).waitFor();
  const problems = page.getByRole('region', { name: 'Was zu korrigieren ist' }).getByRole('row');
  const lines = await problems.allInnerTexts();
  expect(lines.map((line) => Number.parseInt(line, 10)).filter(Number.isFinite)).toEqual([3, 4, 5]);
  expect(await units()).toBe(before);
});

it('takes the mended file whole, and a repeat changes nothing', async () => {
  const page = await inGerman(await sightline.visit());
  await page.goto('/imports');
  await page.getByRole('link', { name: 'einheiten.csv' }).click();
  await page.getByRole('button', { name: 'Korrigierte Datei prüfen' }).click();
  await choose(page, 'einheiten-neu.csv', MENDED);
  await check(page);
  await page.getByRole('button', { name: 'Import übernehmen' }).click();
  await page.getByRole('heading', { level: 1, name: 'Vier Datensätze sind hinzugekommen' }).waitFor();
  expect(await units()).toBe(before + 4);

  await page.goto('/imports');
  await page.getByRole('link', { name: 'einheiten.csv' }).click();
  await page.getByRole('button', { name: 'Korrigierte Datei prüfen' }).click();
  await choose(page, 'einheiten-neu.csv', MENDED);
  await check(page);
  await page.getByRole('heading', { level: 1, name: 'Nichts würde sich ändern' }).waitFor();
  await page.getByText('Jede Zeile wurde schon einmal genau so importiert.').waitFor();
  expect(await page.getByRole('button', { name: 'Import übernehmen' }).count()).toBe(0);
  expect(await units()).toBe(before + 4);
});
