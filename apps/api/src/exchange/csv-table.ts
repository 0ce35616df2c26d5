import { CsvError, parse } from 'csv-parse/sync';
import { IMPORT_ROWS_MAX } from '@sightline/contracts';
import { unmarked } from '../platform/files/csv-cells';
import { Problems } from '../platform/problems/problem';

/** A file of rows: the heading, and each row with the line of the file it ends on. */
export interface CsvTable {
  columns: string[];
  rows: { line: number; cells: Record<string, string> }[];
}

const SEPARATORS = [',', ';', '\t'] as const;
const HEADING_MAX = 200;

/** Reads a CSV file. 400 at `/content` when it is none, has no heading, names a column twice, or has too many rows. */
export function readCsv(content: string): CsvTable {
  const records = parsed(content);
  const [heading, ...rest] = records;
  const columns = heading?.record.map((cell) => cell.trim()) ?? [];
  if (columns.length === 0 || columns.length > HEADING_MAX || columns.some((column) => column === '')) {
    throw refused('csv-heading');
  }
  const twice = columns.find((column, index) => columns.indexOf(column) !== index);
  if (twice) throw refused('csv-column-twice', { column: twice });
  if (rest.length > IMPORT_ROWS_MAX) throw refused('csv-too-many-rows', { max: IMPORT_ROWS_MAX, rows: rest.length });
  const rows = rest.map(({ record, info }) => ({
    line: info.lines,
    cells: Object.fromEntries(columns.map((column, index) => [column, unmarked((record[index] ?? '').trim())])),
  }));
  return { columns, rows };
}

interface CsvRecord {
  record: string[];
  info: { lines: number };
}

function parsed(content: string): CsvRecord[] {
  const heading = content.slice(0, content.search(/[\r\n]|$/));
  const count = (separator: string): number => heading.split(separator).length;
  const delimiter = SEPARATORS.reduce((best, separator) => (count(separator) > count(best) ? separator : best));
  try {
    // The types of csv-parse do not know what `info` makes of a record.
    const records: unknown = parse(content, {
      bom: true,
      delimiter,
      info: true,
      skip_empty_lines: true,
      relax_column_count: false,
    });
    return records as CsvRecord[];
  } catch (error) {
    if (error instanceof CsvError) throw refused('csv-malformed', { line: Number(error['lines'] ?? 0) });
    throw error;
  }
}

const refused = (code: string, params?: Record<string, unknown>) =>
  Problems.invalid([{ pointer: '/content', code, ...(params && { params }) }]);
