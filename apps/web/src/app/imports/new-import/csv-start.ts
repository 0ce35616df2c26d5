/** The heading of a CSV file and its first rows. */
export interface CsvStart {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const SEPARATORS = [',', ';', '\t'] as const;

/**
 * Reads as much of a CSV file as a preview shows. The separator is the one the heading line has most of, as on the
 * server, which reads the whole file and has the last word.
 */
export function csvStart(text: string, rows: number): CsvStart {
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const heading = content.slice(0, content.search(/[\r\n]|$/));
  const count = (separator: string) => heading.split(separator).length;
  const separator = SEPARATORS.reduce((best, each) => (count(each) > count(best) ? each : best));
  const [columns = [], ...rest] = recordsOf(content, separator, rows + 1);
  return { columns, rows: rest };
}

function recordsOf(text: string, separator: string, most: number): string[][] {
  const records: string[][] = [];
  let at = 0;
  while (at < text.length && records.length < most) {
    const { record, next } = recordAt(text, at, separator);
    if (record.length > 1 || record[0] !== '') records.push(record);
    at = next;
  }
  return records;
}

function recordAt(text: string, start: number, separator: string): { record: string[]; next: number } {
  const record: string[] = [];
  let at = start;
  for (;;) {
    const { cell, next } = text[at] === '"' ? quotedAt(text, at) : plainAt(text, at, separator);
    record.push(cell.trim());
    if (text[next] !== separator) return { record, next: next + (text.startsWith('\r\n', next) ? 2 : 1) };
    at = next + 1;
  }
}

function plainAt(text: string, start: number, separator: string): { cell: string; next: number } {
  let next = start;
  while (next < text.length && text[next] !== separator && text[next] !== '\n' && text[next] !== '\r') next += 1;
  return { cell: text.slice(start, next), next };
}

/** Two quotation marks within quotation marks stand for one. */
function quotedAt(text: string, start: number): { cell: string; next: number } {
  let next = start + 1;
  while (next < text.length && (text[next] !== '"' || text[next + 1] === '"')) next += text[next] === '"' ? 2 : 1;
  return { cell: text.slice(start + 1, next).replaceAll('""', '"'), next: next + 1 };
}
