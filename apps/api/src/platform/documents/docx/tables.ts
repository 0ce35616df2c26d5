import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx';
import type { DocumentTable } from '../document';
import { LINE, LINE_STRONG, MONO, STYLE, TEXT_WIDTH } from './look';
import { textRuns } from './runs';

/** Word refuses a table of more columns than this. */
const COLUMNS_MAX = 63;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const hairline = (color: string, size = 4) => ({ style: BorderStyle.SINGLE, size, color });

/** A table of hairlines; its head comes again on every page. */
export function docxTable(table: DocumentTable, width: number = TEXT_WIDTH): Table {
  const count = Math.min(COLUMNS_MAX, Math.max(1, table.head.length, ...table.rows.map((row) => row.length)));
  const columns = Array.from({ length: count }, (_, index) => index);
  const shares = columns.map((index) => Math.max(1, table.widths[index] ?? 1));
  const sum = shares.reduce((all, share) => all + share, 0);
  const columnWidths = shares.map((share) => Math.floor((width * share) / sum));
  const cell = (text: string, column: number, head: boolean): TableCell =>
    new TableCell({
      width: { size: columnWidths[column] ?? 100, type: WidthType.DXA },
      children: [
        new Paragraph({
          style: head ? STYLE.cellHead : STYLE.cell,
          ...(table.figures?.includes(column) && { alignment: AlignmentType.RIGHT }),
          children: textRuns(text, !head && table.codes?.includes(column) ? { font: MONO, size: 16 } : {}),
        }),
      ],
    });
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths,
    borders: {
      top: NONE,
      left: NONE,
      right: NONE,
      bottom: NONE,
      insideVertical: NONE,
      insideHorizontal: hairline(LINE),
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map((column) => headCell(cell(table.head[column] ?? '', column, true))),
      }),
      ...table.rows.map(
        (row) => new TableRow({ children: columns.map((column) => cell(row[column] ?? '', column, false)) }),
      ),
    ],
  });
}

/** The line below the head is the stronger one. */
function headCell(cell: TableCell): TableCell {
  return new TableCell({ ...cell.options, borders: { bottom: hairline(LINE_STRONG, 8) } });
}
