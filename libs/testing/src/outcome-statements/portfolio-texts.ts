/// <reference types="node" />
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LabelledStatement, StatementSource } from './labelled-statement';

const FOLDER = join(
  process.env['SIGHTLINE_SAMPLES'] ?? join(__dirname, '../../../../../shared/samples'),
  'hhs-it-portfolio',
);
const TEXT_COLUMN: Record<StatementSource, string> = { projects: 'Project name', metrics: 'Description' };

/** Whether the public IT portfolio lies where SIGHTLINE_SAMPLES (default ../shared/samples) says. */
export function portfolioIsThere(): boolean {
  return existsSync(join(FOLDER, 'projects.csv')) && existsSync(join(FOLDER, 'metrics.csv'));
}

/** The words of each statement that can be read; without the portfolio its rows are left out. */
export function readableStatements(
  statements: readonly LabelledStatement[],
): { text: string; label: LabelledStatement['label'] }[] {
  const texts = portfolioIsThere() ? { projects: textsOf('projects'), metrics: textsOf('metrics') } : undefined;
  return statements.flatMap((statement) => {
    if ('text' in statement) return [statement];
    if (!texts) return [];
    const text = texts[statement.source].get(statement.id);
    if (text === undefined) throw new Error(`${statement.source}.csv has no row ${statement.id}`);
    return [{ text, label: statement.label }];
  });
}

/** Every text of one file by its id, the first column. */
export function textsOf(source: StatementSource): Map<string, string> {
  const [header = [], ...rows] = rowsOf(readFileSync(join(FOLDER, `${source}.csv`), 'utf8'));
  const column = header.indexOf(TEXT_COLUMN[source]);
  return new Map(rows.filter((row) => row.length > column).map((row) => [row[0] ?? '', row[column] ?? '']));
}

/** Comma-separated values with quoted fields; quotes inside a field are doubled. */
function rowsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  let field = '';
  let quoted = false;
  const closeField = (): void => {
    rows.at(-1)?.push(field);
    field = '';
  };
  for (const sign of csv) {
    if (sign === '"') {
      quoted = !quoted;
    } else if (sign === ',' && !quoted) {
      closeField();
    } else if (sign === '\n' && !quoted) {
      closeField();
      rows.push([]);
    } else if (sign !== '\r') {
      field += sign;
    }
  }
  closeField();
  return rows;
}
