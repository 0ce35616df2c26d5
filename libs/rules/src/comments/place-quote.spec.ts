import type { QuoteAnchor } from '@sightline/contracts';
import fc from 'fast-check';
import { placeQuote } from './place-quote';

const TEXT = [
  'Integration is how certainty travels between four thousand partners.',
  'This document says which connections we build, and what happens when one of them breaks.',
  'Nobody approves a connection that cannot name its outcome.',
];
const anchorIn = (blocks: readonly string[], block: number, from = 0, to?: number): QuoteAnchor => {
  const text = blocks[block] ?? '';
  const end = to ?? text.length;
  return {
    quote: text.slice(from, end),
    before: text.slice(Math.max(0, from - 64), from),
    after: text.slice(end, end + 64),
    block,
  };
};
const [first, second, third] = TEXT as [string, string, string];

describe('the passage of a comment', () => {
  it.each([
    ['stands where it was', TEXT, { state: 'same', block: 1, from: 14, to: 45 }],
    ['moved down', ['A new beginning.', ...TEXT], { state: 'moved', block: 2, from: 14, to: 45 }],
    ['moved up', [second, third], { state: 'moved', block: 0, from: 14, to: 45 }],
    [
      'reads the same with other white space',
      [first, second.replaceAll(' ', '\n '), third],
      { state: 'same', block: 1, from: 16, to: 51 },
    ],
    ['was reworded', [first, second.replace('which connections', 'what lines'), third], { state: 'changed', block: 1 }],
    ['is gone', [first, third], { state: 'gone' }],
    ['is gone with everything', [], { state: 'gone' }],
  ])('%s', (_what, blocks, place) => {
    expect(placeQuote(blocks, anchorIn(TEXT, 1, 14, 45))).toEqual(place);
  });

  it('is told from the same words elsewhere by what stood around it', () => {
    const blocks = ['Carriers report delays to the desk.', 'Partners report delays to the customer.'];
    const anchor = anchorIn(blocks, 1, 9, 22);
    expect(placeQuote([...blocks].reverse(), anchor)).toMatchObject({ state: 'moved', block: 0, from: 9 });
  });

  it.each([
    [4, 3],
    [1, 2],
  ])('that was in block %i is the nearest of those that read alike: block %i', (block, nearest) => {
    const blocks = [first, third, second, second, third, second];
    expect(placeQuote(blocks, { quote: second, before: '', after: '', block })).toMatchObject({
      state: 'moved',
      block: nearest,
    });
  });

  it('of a word or two is never guessed', () => {
    const anchor: QuoteAnchor = { quote: 'a word', before: '', after: '', block: 0 };
    expect(placeQuote(['another word altogether'], anchor)).toEqual({ state: 'gone' });
    expect(placeQuote(['x'], { ...anchor, quote: ' \n ' })).toEqual({ state: 'gone' });
  });

  /** Blocks with words of their own, so that what is gone cannot be mistaken for what is left. */
  const texts = fc
    .array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 12 }), { minLength: 1, maxLength: 8 })
    .map((blocks) => blocks.map((words, at) => words.map((word, place) => `w${at}x${place}y${word}`).join(' ')));
  const quoted = texts.chain((blocks) =>
    fc.record({
      blocks: fc.constant(blocks),
      block: fc.integer({ min: 0, max: blocks.length - 1 }),
      cut: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
    }),
  );
  const anchorOf = ({ blocks, block, cut }: { blocks: string[]; block: number; cut: [number, number] }) => {
    const length = (blocks[block] ?? '').length;
    const [from, to] = cut.map((share) => Math.floor(share * length)).sort((a, b) => a - b) as [number, number];
    return anchorIn(blocks, block, from, Math.max(to, from + 1));
  };

  it('is never lost by paragraphs that are written around it', () => {
    const strangers = fc.array(fc.string({ maxLength: 60 }), { maxLength: 5 });
    fc.assert(
      fc.property(quoted, strangers, strangers, (given, above, below) => {
        const anchor = anchorOf(given);
        fc.pre(anchor.quote.trim() !== '');
        const now = [...above, ...given.blocks, ...below];
        const place = placeQuote(now, anchor);
        expect(['same', 'moved']).toContain(place.state);
        if (place.state !== 'same' && place.state !== 'moved') return;
        const bare = (text: string) => text.replace(/\s/g, '');
        expect(bare((now[place.block] ?? '').slice(place.from, place.to))).toBe(bare(anchor.quote));
      }),
      { numRuns: 300 },
    );
  });

  it('is gone when its paragraph is, and found again where it was when it comes back', () => {
    fc.assert(
      fc.property(quoted, (given) => {
        const whole = { ...given, cut: [0, 1] as [number, number] };
        const anchor = anchorOf(whole);
        expect(placeQuote(given.blocks.toSpliced(given.block, 1), anchor)).toEqual({ state: 'gone' });
        expect(placeQuote(given.blocks, anchor)).toMatchObject({ state: 'same', block: given.block });
      }),
      { numRuns: 200 },
    );
  });

  it('is sought in linear time, whatever the text is', () => {
    const anchor: QuoteAnchor = {
      quote: `${'a'.repeat(999)}b`,
      before: 'a'.repeat(64),
      after: 'a'.repeat(64),
      block: 0,
    };
    const started = performance.now();
    expect(placeQuote(['a'.repeat(50_000), `${'a b '.repeat(12_000)}`], anchor)).toEqual({ state: 'gone' });
    expect(placeQuote(['a'.repeat(50_000)], { ...anchor, quote: 'a'.repeat(1000) })).toMatchObject({ state: 'same' });
    expect(performance.now() - started).toBeLessThan(500);
  });
});
