import { stringify } from 'csv-stringify/sync';
import { safeCell } from './csv-cells';

/** Without it a spreadsheet reads UTF-8 as something else. */
const BYTE_ORDER_MARK = '\uFEFF';

export type CsvRow = Readonly<Record<string, string | null>>;

/** The first line of a file. */
export function csvHeading(columns: readonly string[]): string {
  return `${BYTE_ORDER_MARK}${stringify([[...columns]])}`;
}

/** One line, in the order of the columns; nothing in it can become a formula. */
export function csvLine(columns: readonly string[], row: CsvRow): string {
  return stringify([columns.map((column) => safeCell(row[column] ?? ''))]);
}
