import type { Page } from 'playwright-core';
import { withClient } from '../../tools/postgres/roles.ts';
import { percentile } from '../statistics.ts';

const PAGES = 200;
const CHARACTERS_OF_A_PAGE = 3_000;
const SECTIONS = [
  'purpose',
  'alignment',
  'capabilities_narrative',
  'governance',
  'data_governance',
  'resilience',
  'success_metrics',
];
const TYPED = 'Every hand-over has an owner and says within how many minutes somebody answers. ';

/** A draft of the strategy with so many pages, spread over its sections. */
export async function seedLongDraft(url: string): Promise<void> {
  const text = sectionOf((PAGES * CHARACTERS_OF_A_PAGE) / SECTIONS.length);
  await withClient(url, async (client) => {
    await client.query(`INSERT INTO strategy_version (id, number, status, gate_policy, weights)
      SELECT new_id(), 2, 'draft', gate_policy, weights FROM strategy_version WHERE number = 1`);
    for (const section of SECTIONS) {
      const update = `UPDATE strategy_version SET ${client.escapeIdentifier(section)} = $1 WHERE number = 2`;
      await client.query(update, [text]);
    }
  });
}

/** Headings, paragraphs with something emphasised, and lists, up to this many characters. */
function sectionOf(characters: number): string {
  const blocks: string[] = [];
  for (let n = 1, length = 0; length < characters; n += 1) {
    const block =
      n % 9 === 1
        ? `### What holds in place ${n}`
        : n % 9 === 5
          ? Array.from({ length: 5 }, (_, at) => `- the ${at + 1}. thing that has to be **known** there`).join('\n')
          : `Paragraph ${n}. ${'Orders reach the warehouse through *one* governed interface, and nothing is typed twice. '.repeat(6)}`.trim();
    blocks.push(block);
    length += block.length + 2;
  }
  return blocks.join('\n\n').slice(0, characters);
}

/** Types in the middle of that draft: from each key to the frame that shows it. */
export async function typing(page: Page): Promise<{ halfMs: number; mostMs: number; openMs: number }> {
  const began = performance.now();
  await page.goto('/strategy/versions/2/edit');
  const text = page.getByRole('textbox', { name: 'Data governance: text' });
  await text.waitFor({ timeout: 120_000 });
  const openMs = performance.now() - began;
  const paragraph = text.locator('p').nth(20);
  await paragraph.scrollIntoViewIfNeeded();
  await paragraph.click();
  await page.waitForTimeout(2_000);
  await page.evaluate(() => {
    const times: number[] = [];
    Reflect.set(self, 'keyTimes', times);
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        // The task after the next frame: what the key changed has been laid out and painted.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => times.push(performance.now() - timeStamp);
          port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
  for (const key of TYPED) {
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    await page.waitForTimeout(120);
  }
  const times = await page.evaluate(() => Reflect.get(self, 'keyTimes') as number[]);
  times.sort((one, other) => one - other);
  return { halfMs: percentile(times, 0.5), mostMs: percentile(times, 0.95), openMs };
}
