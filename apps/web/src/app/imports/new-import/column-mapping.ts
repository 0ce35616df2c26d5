import { IMPORT_FIELDS, type ImportField, type ImportKind, NEEDED_IMPORT_FIELDS } from '@sightline/contracts';

export type Mapping = Partial<Record<ImportField, string>>;

/** Each field with the column of the same name; an earlier choice stays where the file still has its column. */
export function proposedMapping(kind: ImportKind, columns: readonly string[], earlier: Mapping = {}): Mapping {
  const fields: readonly ImportField[] = IMPORT_FIELDS[kind];
  return Object.fromEntries(
    fields.flatMap((field) => {
      const before = columns.find((column) => column === earlier[field]);
      const column = before ?? columns.find((name) => name.toLowerCase() === field.toLowerCase());
      return column === undefined ? [] : [[field, column]];
    }),
  );
}

/** The needed fields that no column is chosen for. */
export function missingFields(kind: ImportKind, mapping: Mapping): ImportField[] {
  return NEEDED_IMPORT_FIELDS[kind].filter((field) => !mapping[field]);
}

/** A file with the heading line alone, as an address that downloads. */
export function templateOf(kind: ImportKind): string {
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`${IMPORT_FIELDS[kind].join(',')}\r\n`)}`;
}
