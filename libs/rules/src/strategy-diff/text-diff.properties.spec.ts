import type { DiffBlock, TextChange, TextPiece } from '@sightline/contracts';
import fc from 'fast-check';
import { compareBlocks } from './block-diff';
import { type RenderedBlock, textOfBlock } from './rendered-text';

const RUNS = 150;

const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('every', 'order', 'has', 'a', 'fallback', 'the', 'of', 'partner', 'Größe') },
  { weight: 2, arbitrary: fc.constantFrom(', ', '. ', ' ', '  ', '–', '“', '😀', '7', 'é') },
  { weight: 1, arbitrary: fc.string({ maxLength: 4 }) },
);
const marks = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constantFrom({ bold: true as const }, { link: '/a' }, { link: '/b' }) },
);
const runs = fc.array(fc.record({ text: fc.array(word, { maxLength: 8 }).map((words) => words.join(' ')), marks }), {
  maxLength: 3,
});
const form = fc.constantFrom(
  { kind: 'paragraph' as const, level: 0 },
  { kind: 'heading' as const, level: 2 },
  { kind: 'item' as const, level: 1 },
);
const line: fc.Arbitrary<RenderedBlock> = fc.tuple(form, runs).map(([look, text]) => ({ ...look, runs: text }));
const table: fc.Arbitrary<RenderedBlock> = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 4 }), fc.infiniteStream(runs))
  .map(([columns, rows, cells]) => ({
    kind: 'table',
    level: 0,
    runs: [],
    rows: Array.from({ length: rows }, () => Array.from({ length: columns }, () => cells.next().value ?? [])),
  }));
const block = fc.oneof({ weight: 8, arbitrary: line }, { weight: 1, arbitrary: table });
const document = fc.array(block, { maxLength: 10 });

/** A text and what became of it: paragraphs reworded, dropped, added, moved. */
const edited = fc
  .tuple(document, fc.array(fc.tuple(fc.nat(), fc.nat({ max: 3 }), block), { maxLength: 6 }))
  .map(([before, edits]): [RenderedBlock[], RenderedBlock[]] => {
    const after = [...before];
    for (const [place, kind, other] of edits) {
      const at = after.length === 0 ? 0 : place % after.length;
      if (kind === 0) after.splice(at, 1);
      else if (kind === 1) after.splice(at, 0, other);
      else if (kind === 2) after.push(...after.splice(at, 1));
      else after.splice(at, 1, { ...other, runs: [...(after[at]?.runs ?? []), ...other.runs] });
    }
    return [before, after];
  });
const pair = fc.oneof(edited, fc.tuple(document, document));

/** One of the two texts, out of a comparison alone. */
function side(blocks: readonly DiffBlock[], which: 'before' | 'after'): { form: string; text: string; look: string }[] {
  const other = which === 'before' ? 'added' : 'removed';
  const away = which === 'before' ? 'moved_to' : 'moved_from';
  return blocks
    .filter(({ change }) => change !== other && change !== away)
    .map(({ kind, level, before, pieces, table }) => {
      const look = which === 'before' && before ? before : { kind, level };
      const text = table
        ? table.rows
            .filter(({ change }) => change !== other)
            .map(({ cells }) =>
              cells
                .filter((_, column) => table.columns[column] !== other)
                .map((cell) => textOf(cell.pieces, other))
                .join('\t'),
            )
            .join('\n')
        : textOf(pieces, other);
      return { form: `${look.kind} ${look.level}`, text, look: table ? '' : looks(pieces, other, which) };
    });
}
const textOf = (pieces: readonly TextPiece[], other: TextChange): string =>
  pieces.map(({ change, text }) => (change === other ? '' : text)).join('');
/** The look of every letter. */
const looks = (pieces: readonly TextPiece[], other: TextChange, which: 'before' | 'after'): string =>
  JSON.stringify(
    pieces.flatMap(({ change, text, marks, before }) =>
      change === other
        ? []
        : [...text].map(() => (which === 'before' && change === 'formatted' ? before : marks) ?? {}),
    ),
  );
const whole = (blocks: readonly RenderedBlock[]) =>
  blocks.map((each) => ({
    form: `${each.kind} ${each.level}`,
    text: textOfBlock(each),
    look: each.rows ? '' : JSON.stringify(each.runs.flatMap(({ text, marks: of }) => [...text].map(() => of))),
  }));

/** What a comparison says, whichever of the two texts came first. */
const bag = (blocks: readonly DiffBlock[], swap: boolean): string[] => {
  const turned: Record<string, string> = swap
    ? { added: 'removed', removed: 'added', moved_from: 'moved_to', moved_to: 'moved_from' }
    : {};
  const turn = (change: string): string => turned[change] ?? change;
  const said = (pieces: readonly TextPiece[]): string[] =>
    pieces.map(({ change, text }) => `${turn(change)}:${text}`).sort();
  return blocks
    .map(({ change, pieces, table }) =>
      JSON.stringify([
        turn(change),
        said(pieces),
        table?.columns.map(turn).sort(),
        table?.rows
          .map((row) => JSON.stringify([turn(row.change), ...row.cells.map((cell) => said(cell.pieces)).sort()]))
          .sort(),
      ]),
    )
    .sort();
};

describe('comparing two texts', () => {
  it('gives back both, letter by letter and look by look', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const { blocks } = compareBlocks(before, after);
        expect(side(blocks, 'before')).toEqual(whole(before));
        expect(side(blocks, 'after')).toEqual(whole(after));
      }),
      { numRuns: RUNS },
    );
  });

  it('says nothing about a text and itself', () => {
    fc.assert(
      fc.property(document, (text) => {
        const copy = structuredClone(text);
        expect(compareBlocks(text, copy).blocks.filter(({ change }) => change !== 'same')).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('says the same from either side', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        expect(bag(compareBlocks(after, before).blocks, true)).toEqual(bag(compareBlocks(before, after).blocks, false));
      }),
      { numRuns: RUNS },
    );
  });

  it('is noticed when a piece is left out or told twice', () => {
    const text: RenderedBlock[] = [
      { kind: 'paragraph', level: 0, runs: [{ text: 'Every order has a fallback.', marks: {} }] },
    ];
    const { blocks } = compareBlocks(text, []);
    expect(side([...blocks, ...blocks], 'before')).not.toEqual(whole(text));
    expect(side([], 'before')).not.toEqual(whole(text));
  });
});
