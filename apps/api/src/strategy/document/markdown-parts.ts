import { type Column, tableLines } from './markdown-cells';
import type { Printing } from './printed-strategy';

/** Lines of a part of a version; `mark` is the word of this file's marks. */
export type PartLines = (printing: Printing, mark: string) => string[];

/** An empty text has no line, one that is an empty line has one. */
export const textLines = (mark: string, field: string, text: string): string[] => [
  `<!-- ${mark}:text ${field} -->`,
  ...(text === '' ? [] : text.split('\n')),
  `<!-- ${mark}:end -->`,
];

/** A list under its mark. */
export const listLines = (
  mark: string,
  name: string,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): string[] => [`<!-- ${mark}:${name} -->`, '', ...tableLines(columns, rows), ''];
