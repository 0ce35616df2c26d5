import { SOURCE_BLOCK } from './prose-node';
import { readProse } from './read-prose';

const LONGEST = 100_000;
const filled = (part: string): string => part.repeat(Math.floor(LONGEST / part.length));

describe('reading a text', () => {
  it('knows the dialect, and shows the rest as its source', () => {
    expect(readProse('# Why\n\nA **bold** word.\n\n<b>raw</b>').map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
      SOURCE_BLOCK,
    ]);
  });

  it.each([
    '*a',
    '**a* ',
    '_*',
    '[',
    '[a](b',
    '<a ',
    '`',
    '~a',
    '> ',
    '* * ',
    '- ',
    '|a',
    'a\n\n',
    '- a\n',
    '**a* '.repeat(80) + '\n\n',
  ])('takes its time whatever the text is made of: %j', (part) => {
    const began = process.cpuUsage();
    const words = JSON.stringify(readProse(filled(part)));
    const { user } = process.cpuUsage(began);
    expect(words.length).toBeGreaterThan(0);
    expect(user / 1_000).toBeLessThan(3_000);
  });

  it('loses no word of a line that is taken as it was typed', () => {
    const line = '*a'.repeat(1_000);
    expect(readProse(line)[0]?.content?.[0]?.text).toBe(line);
  });

  it('reads what stands after such a line', () => {
    const [, after] = readProse(`${'*a'.repeat(2_000)}\n\n**read**`);
    expect(after?.content).toEqual([{ type: 'text', text: 'read', marks: [{ type: 'bold' }] }]);
  });
});
