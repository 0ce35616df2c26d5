import type { DocumentTable } from '../document';
import { INK, INK_2, INK_3, LINE, LINE_STRONG, MONO, SANS, TEXT_WIDTH } from './look';
import { heightOf, KEPT_TOGETHER_MAX, textNode, type PdfNode } from './nodes';

const SIZE = 9;
const PADDING = 6;
/** More of them would be too narrow to be read. */
const COLUMNS_MAX = 9;

/** A table by its words; what is not said is not set. */
export interface TableWords extends Omit<DocumentTable, 'heading'> {
  right?: readonly number[];
}

interface Placed {
  width?: number;
  margin?: number[];
}

/**
 * A table of hairlines: its head over a stronger one, repeated on every page. Columns are as wide as their share, never
 * as their longest word: that is broken.
 */
export function tableNode(table: TableWords, { width = TEXT_WIDTH, margin = [0, 4, 0, 12] }: Placed = {}): PdfNode {
  if (table.head.length > COLUMNS_MAX) return { stack: table.rows.flatMap((row) => pairsOf(table.head, row)), margin };
  const columns = widthsOf(table, width);
  const right = new Set([...(table.right ?? []), ...(table.figures ?? [])]);
  const cell = (text: string, column: number, head: boolean): PdfNode =>
    textNode(
      text,
      {
        family: table.codes?.includes(column) && !head ? MONO : SANS,
        size: head ? 8.5 : table.codes?.includes(column) ? 8 : SIZE,
        color: head ? INK_3 : column === 0 ? INK : INK_2,
        lineHeight: 1.05,
      },
      right.has(column) ? { alignment: 'right' } : {},
    );
  const rows = table.rows.map((row) => columns.map((_, column) => cell(row[column] ?? '', column, false)));
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: !table.rows.some((row) => isHigh(row, columns)),
      widths: columns,
      body: [columns.map((_, column) => cell(table.head[column] ?? '', column, true)), ...rows],
    },
    layout: HAIRLINES,
    margin,
  };
}

/** A row of a table that is wider than a page: what is in it, one under the other. */
const pairsOf = (head: readonly string[], row: readonly string[]): PdfNode[] =>
  row.flatMap((text, index) =>
    text === ''
      ? []
      : [
          textNode(
            `${head[index] ?? ''}: ${text}`,
            { size: SIZE, color: index === 0 ? INK : INK_2 },
            { margin: [index === 0 ? 0 : 12, index === 0 ? 6 : 0, 0, 2] },
          ),
        ],
  );

/** No column is so narrow that nothing can stand in it. */
function widthsOf({ head, rows, widths }: TableWords, width: number): number[] {
  const count = Math.max(1, head.length, ...rows.map((row) => row.length));
  const shares = Array.from({ length: count }, (_, index) => Math.max(1, widths[index] ?? 1));
  const sum = shares.reduce((all, share) => all + share, 0);
  const free = Math.max(count * 4, width - (count - 1) * 2 * PADDING);
  const narrowest = Math.min(26, free / count);
  const rest = free - narrowest * count;
  return shares.map((share) => narrowest + (rest * share) / sum);
}

const isHigh = (row: readonly string[], columns: readonly number[]): boolean =>
  row.some((text, index) => heightOf(text, { width: columns[index] ?? 40, size: SIZE }) > KEPT_TOGETHER_MAX);

const HAIRLINES = {
  hLineWidth: (line: number, node: { table: { body: unknown[] } }) =>
    line === 0 || line === node.table.body.length ? 0 : line === 1 ? 1 : 0.5,
  hLineColor: (line: number) => (line === 1 ? LINE_STRONG : LINE),
  vLineWidth: () => 0,
  paddingLeft: (column: number) => (column === 0 ? 0 : PADDING),
  paddingRight: (column: number, node: { table: { widths: unknown[] } }) =>
    column === node.table.widths.length - 1 ? 0 : PADDING,
  paddingTop: () => 4,
  paddingBottom: () => 4,
};
