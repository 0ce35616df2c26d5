import { IMPORT_FIELDS, type ImportField, type ImportKind, NEEDED_IMPORT_FIELDS } from '@sightline/contracts';
import { Problems } from '../platform/problems/problem';

export type Mapping = Partial<Record<ImportField, string>>;

/**
 * The column of each field: as the user mapped it, else the one of the same name. 400 for a field this kind does not
 * know, a column the file does not have, and a needed field without a column.
 */
export function completeMapping(kind: ImportKind, columns: readonly string[], asked: Mapping = {}): Mapping {
  const fields: readonly ImportField[] = IMPORT_FIELDS[kind];
  const problems = [
    ...(Object.keys(asked) as ImportField[])
      .filter((field) => !fields.includes(field))
      .map((field) => ({ pointer: `/mapping/${field}`, code: 'unknown-property' })),
    ...(Object.entries(asked) as [ImportField, string][])
      .filter(([, column]) => !columns.includes(column))
      .map(([field, column]) => ({ pointer: `/mapping/${field}`, code: 'csv-no-such-column', params: { column } })),
  ];
  if (problems.length > 0) throw Problems.invalid(problems);
  const mapping = Object.fromEntries(
    fields.flatMap((field) => {
      const column = asked[field] ?? columns.find((name) => name.toLowerCase() === field.toLowerCase());
      return column === undefined ? [] : [[field, column]];
    }),
  ) as Mapping;
  const missing = NEEDED_IMPORT_FIELDS[kind].filter((field) => mapping[field] === undefined);
  if (missing.length > 0) {
    throw Problems.invalid(missing.map((field) => ({ pointer: `/mapping/${field}`, code: 'csv-field-needed' })));
  }
  return mapping;
}

/** The cells of a row under the names of their fields; empty cells are left out. */
export function mappedCells(
  cells: Readonly<Record<string, string>>,
  mapping: Mapping,
): Partial<Record<ImportField, string>> {
  const entries = (Object.entries(mapping) as [ImportField, string][]).map(([field, column]) => [
    field,
    cells[column] ?? '',
  ]);
  return Object.fromEntries(entries.filter(([, cell]) => cell !== ''));
}
