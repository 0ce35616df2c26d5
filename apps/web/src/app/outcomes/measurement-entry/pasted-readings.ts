import type { NewMeasurement } from '@sightline/contracts';
import { readDay, readNumber } from './read-cells';

/** What is wrong with a row; `outcomes.entry.<code>` says it. */
export interface RowProblem {
  code: 'missing' | 'notADate' | 'notANumber' | 'inFuture' | 'twice' | 'measured';
  params: Record<string, string | number>;
}
export interface PastedRow {
  /** Counted from 1, as in the sheet. */
  row: number;
  cells: readonly string[];
  reading: NewMeasurement | null;
  problem: RowProblem | null;
  /** A row of words above the figures. */
  heading: boolean;
}
export interface PasteContext {
  locale: string;
  /** The organisation's date. */
  today: string;
  /** Day → the value that counts for it already, as it is said. */
  measured: ReadonlyMap<string, string>;
}

/** Two columns of a spreadsheet, date and value in either order, then source and note; every row with what is wrong. */
export function pastedReadings(text: string, context: PasteContext): PastedRow[] {
  const lines = text.split(/\r\n|\r|\n/).map((line, index) => ({ row: index + 1, cells: cellsOf(line) }));
  const filled = lines.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const firstAt = new Map<string, number>();
  return filled.map((line, index) => readRow(line, { ...context, isFirst: index === 0 }, firstAt));
}

interface Line {
  row: number;
  cells: readonly string[];
}

function readRow(line: Line, context: PasteContext & { isFirst: boolean }, firstAt: Map<string, number>): PastedRow {
  const { locale, isFirst } = context;
  const [first = '', second = '', source = '', note = ''] = line.cells;
  const swapped = readDay(first) === null && readDay(second) !== null;
  const [dayText, valueText] = swapped ? [second, first] : [first, second];
  const date = readDay(dayText);
  const value = readNumber(valueText, locale);
  const base = { ...line, reading: null, problem: null, heading: false };
  if (isFirst && date === null && value === null && readNumber(first, locale) === null)
    return { ...base, heading: true };
  const problem = (code: RowProblem['code'], params = {}): PastedRow => ({ ...base, problem: { code, params } });
  if (first === '' || second === '') return problem('missing');
  if (date === null) return problem('notADate', { text: dayText });
  if (value === null) return problem('notANumber', { text: valueText });
  if (date > context.today) return problem('inFuture');
  const earlier = firstAt.get(date);
  if (earlier !== undefined) return problem('twice', { row: earlier });
  firstAt.set(date, line.row);
  const known = context.measured.get(date);
  if (known !== undefined) return problem('measured', { value: known });
  return { ...base, reading: { date, value, ...(source && { source }), ...(note && { note }) } };
}

/** Cells are parted by tabs, as spreadsheets copy them, or by semicolons. */
function cellsOf(line: string): string[] {
  return line.split(line.includes('\t') ? '\t' : ';').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}
