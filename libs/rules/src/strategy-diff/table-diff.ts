import type { PartChange, TableDiff, TextPiece } from '@sightline/contracts';
import { align, type Effort } from './align';
import { likeness } from './likeness';
import { textOfRuns, type TextRun } from './rendered-text';
import { whole, wordPieces } from './word-pieces';

type Cell = readonly TextRun[];
type Row = readonly Cell[];

/** The place of a row or column in the older and in the newer table; null where it is not there. */
export interface Place {
  before: number | null;
  after: number | null;
}

/** Two tables cell by cell: columns are the same by their heading or their place, rows by what they say. */
export function compareTables(before: readonly Row[], after: readonly Row[], effort: Effort): TableDiff {
  const columns = columnPlaces(before[0] ?? [], after[0] ?? [], effort);
  const shared = columns.filter((place) => place.before !== null && place.after !== null);
  const textsOf = (rows: readonly Row[], side: keyof Place): string[] =>
    rows.map((row) => shared.map((place) => textOfRuns(row[place[side] as number] ?? [])).join('\t'));
  const [olds, news] = [textsOf(before.slice(1), 'before'), textsOf(after.slice(1), 'after')];
  const body = placesOf(olds, news, (a, b) => likeness(a.map(asRow), b.map(asRow), effort), effort);
  const rows = [{ before: 0, after: 0 }, ...body.map(below)].map((row) => {
    const cells = columns.map((column) => cellOf(before, after, { row, column }, effort));
    return { change: rowChange(row, cells), cells };
  });
  return { columns: columns.map(columnChange), rows };
}

/** A table that one of the versions does not have, or that is the same in both. */
export function wholeTable(change: 'same' | 'added' | 'removed', rows: readonly Row[]): TableDiff {
  const columns = (rows[0] ?? []).map(() => change);
  return {
    columns,
    rows: rows.map((row) => ({ change, cells: row.map((cell) => ({ change, pieces: whole(change, cell) })) })),
  };
}

/**
 * Where each part of two lists stands in both: what is the same first, then what `alike` pairs between them. What is gone
 * stands before what has come.
 */
export function placesOf(
  before: readonly string[],
  after: readonly string[],
  alike: (a: readonly string[], b: readonly string[]) => readonly (readonly [number, number])[],
  effort: Effort,
): Place[] {
  const places: Place[] = [];
  let [a, b] = [0, 0];
  for (const [atA, atB] of [...align(before, after, effort), [before.length, after.length] as const]) {
    const [gone, come] = [before.slice(a, atA), after.slice(b, atB)];
    const inner = gone.length > 0 && come.length > 0 ? alike(gone, come) : [];
    let [x, y] = [0, 0];
    for (const [atX, atY] of [...inner, [gone.length, come.length] as const]) {
      for (; x < atX; x += 1) places.push({ before: a + x, after: null });
      for (; y < atY; y += 1) places.push({ before: null, after: b + y });
      if (atX < gone.length && atY < come.length) places.push({ before: a + x++, after: b + y++ });
    }
    if (atA < before.length && atB < after.length) places.push({ before: atA, after: atB });
    [a, b] = [atA + 1, atB + 1];
  }
  return places;
}

/** Headings between two that stayed are the same columns renamed when there are as many. */
function columnPlaces(before: Row, after: Row, effort: Effort): Place[] {
  const inOrder = (a: readonly string[], b: readonly string[]) =>
    a.length === b.length ? a.map((_, at) => [at, at] as const) : [];
  return placesOf(before.map(textOfRuns), after.map(textOfRuns), inOrder, effort);
}

const asRow = (text: string) => ({ text, kind: 'row' });
const below = ({ before, after }: Place): Place => ({
  before: before === null ? null : before + 1,
  after: after === null ? null : after + 1,
});

function cellOf(
  before: readonly Row[],
  after: readonly Row[],
  { row, column }: { row: Place; column: Place },
  effort: Effort,
): { change: PartChange; pieces: TextPiece[] } {
  const at = (rows: readonly Row[], side: keyof Place): Cell | null => {
    const [y, x] = [row[side], column[side]];
    return y === null || x === null ? null : (rows[y]?.[x] ?? []);
  };
  const [old, cell] = [at(before, 'before'), at(after, 'after')];
  if (!old || !cell) {
    const change = columnChange(column) === 'same' ? columnChange(row) : columnChange(column);
    if (change !== 'added' && change !== 'removed') return { change, pieces: [] };
    return { change, pieces: whole(change, old ?? cell ?? []) };
  }
  const pieces = wordPieces(old, cell, effort);
  return { change: pieces.every(({ change }) => change === 'same') ? 'same' : 'changed', pieces };
}

const columnChange = ({ before, after }: Place): 'same' | 'added' | 'removed' =>
  before === null ? 'added' : after === null ? 'removed' : 'same';

function rowChange(row: Place, cells: readonly { change: PartChange }[]): PartChange {
  const change = columnChange(row);
  return change === 'same' && cells.some((cell) => cell.change !== 'same') ? 'changed' : change;
}
