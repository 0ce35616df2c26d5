import type { BlockChange, DiffBlock, TextMarks } from '@sightline/contracts';
import { align, type Effort } from './align';
import type { Pair } from './increasing';
import { likeness } from './likeness';
import { type RenderedBlock, textOfBlock, tokensOf } from './rendered-text';
import { compareTables, wholeTable } from './table-diff';
import { whole, wordPieces } from './word-pieces';

/** Steps per letter, and for the smallest text: a comparison of 200 pages stays within its time (issue 4). */
const STEPS_PER_LETTER = 40;
const STEPS_LEAST = 20_000;
/** A paragraph of fewer words that stands at another place is no news as a moved one. */
const MOVED_LEAST = 10;

/** What one text says otherwise than another. */
export interface BlocksDiff {
  blocks: DiffBlock[];
  /** Both say something, and nothing of the older text is left. */
  rewritten: boolean;
}

/**
 * Two texts as they are read: paragraph by paragraph, and word by word where a paragraph is the same one reworded. What
 * is not added gives back the older text, what is not removed the newer one.
 */
export function compareBlocks(before: readonly RenderedBlock[], after: readonly RenderedBlock[]): BlocksDiff {
  const texts = [before, after].map((blocks) => blocks.map(textOfBlock));
  const [olds = [], news = []] = texts;
  const letters = texts.flat().reduce((sum, { length }) => sum + length, 0);
  const effort = { left: STEPS_LEAST + letters * STEPS_PER_LETTER };
  const pairs = align(before.map(keyOf), after.map(keyOf), effort);
  const blocks: DiffBlock[] = [];
  let [a, b] = [0, 0];
  for (const [atA, atB] of [...pairs, [before.length, after.length] as const]) {
    const gap = {
      before: before.slice(a, atA),
      after: after.slice(b, atB),
      olds: olds.slice(a, atA),
      news: news.slice(b, atB),
    };
    blocks.push(...compareGap(gap, effort));
    const block = after[atB];
    if (block) blocks.push(wholeBlock('same', block));
    [a, b] = [atA + 1, atB + 1];
  }
  const isLeft = blocks.some(({ change }) => change === 'same' || change === 'changed');
  return { blocks: withMoves(blocks), rewritten: before.length > 0 && after.length > 0 && !isLeft };
}

interface Gap {
  before: readonly RenderedBlock[];
  after: readonly RenderedBlock[];
  olds: readonly string[];
  news: readonly string[];
}

/** Paragraphs between two that are the same in both texts. */
function compareGap({ before, after, olds, news }: Gap, effort: Effort): DiffBlock[] {
  const blocks: DiffBlock[] = [];
  let [a, b] = [0, 0];
  for (const [atA, atB] of [
    ...reworded({ before, after, olds, news }, effort),
    [before.length, after.length] as const,
  ]) {
    blocks.push(...before.slice(a, atA).map((block) => wholeBlock('removed', block)));
    blocks.push(...after.slice(b, atB).map((block) => wholeBlock('added', block)));
    const [old, block] = [before[atA], after[atB]];
    if (old && block) blocks.push(changedBlock(old, block, effort));
    [a, b] = [atA + 1, atB + 1];
  }
  return blocks;
}

function reworded({ before, after, olds, news }: Gap, effort: Effort): Pair[] {
  if (before.length === 0 || after.length === 0) return [];
  const judged = (blocks: readonly RenderedBlock[], texts: readonly string[]) =>
    blocks.map(({ rows }, at) => ({ text: texts[at] ?? '', kind: rows ? 'table' : 'text' }));
  return likeness(judged(before, olds), judged(after, news), effort);
}

function changedBlock(old: RenderedBlock, block: RenderedBlock, effort: Effort): DiffBlock {
  const { kind, level } = block;
  const form = old.kind === kind && old.level === level ? {} : { before: { kind: old.kind, level: old.level } };
  if (old.rows && block.rows)
    return { kind, level, change: 'changed', pieces: [], table: compareTables(old.rows, block.rows, effort) };
  return { kind, level, change: 'changed', ...form, pieces: wordPieces(old.runs, block.runs, effort) };
}

function wholeBlock(change: 'same' | 'added' | 'removed', { kind, level, runs, rows }: RenderedBlock): DiffBlock {
  if (rows) return { kind, level, change, pieces: [], table: wholeTable(change, rows) };
  return { kind, level, change, pieces: whole(change, runs) };
}

/** Blocks with the same key look the same to a reader. */
function keyOf({ kind, level, runs, rows }: RenderedBlock): string {
  const look = (marks: TextMarks): string =>
    [marks.bold && 'b', marks.italic && 'i', marks.strike && 's', marks.code && 'c', marks.link]
      .filter(Boolean)
      .join(' ');
  const line = (parts: RenderedBlock['runs']): string =>
    parts.map(({ text, marks }) => `${look(marks)}\u0001${text}`).join('\u0002');
  const words = rows ? rows.map((row) => row.map(line).join('\u0003')).join('\u0004') : line(runs);
  return `${kind} ${level} ${words}`;
}

/** What was taken out at one place and stands word for word at another has moved. */
function withMoves(blocks: readonly DiffBlock[]): DiffBlock[] {
  const gone = onceEach(blocks, 'removed');
  const come = onceEach(blocks, 'added');
  const moved = new Map<DiffBlock, BlockChange>();
  for (const [text, old] of gone) {
    const block = come.get(text);
    if (!old || !block) continue;
    moved.set(old, 'moved_from').set(block, 'moved_to');
  }
  return moved.size === 0
    ? [...blocks]
    : blocks.map((block) => ({ ...block, change: moved.get(block) ?? block.change }));
}

function onceEach(blocks: readonly DiffBlock[], change: BlockChange): Map<string, DiffBlock | null> {
  const found = new Map<string, DiffBlock | null>();
  for (const block of blocks) {
    if (block.change !== change || block.table) continue;
    const text = `${block.kind} ${block.level} ${JSON.stringify(block.pieces.map(({ text, marks }) => [text, marks]))}`;
    if (tokensOf(text).length >= MOVED_LEAST) found.set(text, found.has(text) ? null : block);
  }
  return found;
}
