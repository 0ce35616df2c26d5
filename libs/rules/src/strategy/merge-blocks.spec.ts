import fc from 'fast-check';
import { isSettled, mergeBlocks, type MergedStretch } from './merge-blocks';

/** Few different blocks, so that texts share many and repeat some. */
const blocks = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 9 });
const settled = (stretches: MergedStretch[]): string[] =>
  stretches.flatMap((stretch) => (stretch.kind === 'settled' ? [...stretch.blocks] : ['conflict']));
const side = (stretches: MergedStretch[], name: 'mine' | 'theirs'): string[] =>
  stretches.flatMap((stretch) => [...(stretch.kind === 'settled' ? stretch.blocks : stretch[name])]);

describe('merging what two people made of one text', () => {
  it.each([
    ['a b c', 'a B c', 'a b C', 'a B C'],
    ['a b c', 'x a b c', 'a b c y', 'x a b c y'],
    ['a b c', 'a c', 'a b c d', 'a c d'],
    ['a b c', 'a X c', 'a X c', 'a X c'],
    ['a b c', 'a X c', 'a Y c', 'a conflict c'],
    ['a b c', 'a c', 'a Y c', 'a conflict c'],
    ['a b', 'a X b', 'a Y b', 'a conflict b'],
    ['', 'x', 'y', 'conflict'],
    ['', 'x', '', 'x'],
  ])('%p, mine %p, theirs %p: %p', (original, mine, theirs, merged) => {
    const split = (text: string) => (text === '' ? [] : text.split(' '));
    expect(settled(mergeBlocks(split(original), split(mine), split(theirs))).join(' ')).toBe(merged);
  });

  it('finds what stands once also where trying every pair of blocks would take gigabytes', () => {
    const original = Array.from({ length: 20_000 }, (_one, index) => `block ${index}`);
    const of = (from: number, to: number): string[] => original.slice(from, to);
    // Each writes on both sides of what the other writes: without what stands between, all of it would be in conflict.
    const mine = [...of(0, 1), 'mine', ...of(1, 15_000), 'mine, too', ...of(15_000, 20_000)];
    const theirs = [...of(0, 9_000), 'theirs', ...of(9_001, 19_998), ...of(19_999, 20_000)];
    const both = [...of(0, 1), 'mine', ...of(1, 9_000), 'theirs', ...of(9_001, 15_000), 'mine, too'];
    expect(mergeBlocks(original, mine, theirs)).toEqual([
      { kind: 'settled', blocks: [...both, ...of(15_000, 19_998), ...of(19_999, 20_000)] },
    ]);
    const alike = mergeBlocks(['x', ...Array<string>(6_000).fill('a'), 'y'], ['z'], Array<string>(6_000).fill('b'));
    expect(alike).toHaveLength(1);
  });

  it('with two sides that say the same is what they say', () => {
    fc.assert(
      fc.property(blocks, blocks, (original, both) => {
        const merged = mergeBlocks(original, both, both);
        expect(isSettled(merged)).toBe(true);
        expect(settled(merged)).toEqual(both);
      }),
    );
  });

  it('with one side that changed nothing is the other side', () => {
    fc.assert(
      fc.property(blocks, blocks, (original, changed) => {
        expect(settled(mergeBlocks(original, changed, original))).toEqual(changed);
        expect(settled(mergeBlocks(original, original, changed))).toEqual(changed);
      }),
    );
  });

  it('says the same whichever side is called mine', () => {
    fc.assert(
      fc.property(blocks, blocks, blocks, (original, mine, theirs) => {
        const merged = mergeBlocks(original, mine, theirs);
        const turned = mergeBlocks(original, theirs, mine);
        expect(settled(turned)).toEqual(settled(merged));
        expect(side(turned, 'theirs')).toEqual(side(merged, 'mine'));
      }),
    );
  });

  it('loses nothing: what either side added stands in what is settled or in a conflict', () => {
    const count = (texts: readonly string[], block: string) => texts.filter((each) => each === block).length;
    fc.assert(
      fc.property(blocks, blocks, blocks, (original, mine, theirs) => {
        const merged = mergeBlocks(original, mine, theirs);
        for (const [name, text] of [
          ['mine', mine],
          ['theirs', theirs],
        ] as const) {
          for (const block of new Set(text)) {
            if (original.includes(block)) continue;
            expect(count(side(merged, name), block)).toBeGreaterThanOrEqual(count(text, block));
          }
        }
      }),
    );
  });

  it('joins changes of different blocks by itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 12 }), fc.nat(), fc.nat(), (length, first, second) => {
        const original = Array.from({ length }, (_, index) => `block ${index}`);
        const [x, y] = [first % length, second % length];
        fc.pre(x !== y);
        const merged = mergeBlocks(original, original.with(x, 'mine'), original.with(y, 'theirs'));
        expect(settled(merged)).toEqual(original.with(x, 'mine').with(y, 'theirs'));
      }),
    );
  });
});
