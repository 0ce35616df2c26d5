/** Signs that mean something in a line of Markdown. Not those that only mean something at its beginning. */
const SIGNS = /[\\`*_[\]<>&#~|]/g;
/** What a line cannot hold, and spaces that a reader would drop. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]|^\s|\s$/gu;
const ESCAPED = /\\([!-/:-@[-`{-~])|&#(\d{1,7});/g;

/** A text as one line of Markdown that reads as that text, whatever is in it; `readLine` gives it back. */
export function lineOf(text: string): string {
  const signs = text.replace(SIGNS, '\\$&');
  // Twice, for two spaces at an end.
  return signs.replace(UNSEEN, reference).replace(UNSEEN, reference);
}

const reference = (sign: string): string => `&#${sign.codePointAt(0)};`;

export function readLine(line: string): string {
  return line
    .trim()
    .replace(ESCAPED, (_all, sign: string | undefined, code: string | undefined) =>
      sign === undefined ? String.fromCodePoint(Math.min(0x10ffff, Number(code))) : sign,
    );
}

/** A word for programs after what people read: "Purpose `purpose`". */
export const keyed = (words: string, key: string): string => (words === '' ? `\`${key}\`` : `${words} \`${key}\``);

/** The word for programs at the end of a cell; where there is none the cell is the word. */
export function keyOf(cell: string): string {
  return /(?:^|\s)`([^`]*)`$/.exec(cell.trim())?.[1] ?? readLine(cell);
}

export interface Column {
  key: string;
  label: string;
}

/** A table whose columns programs know by the keys in its head. Cells are lines of Markdown already. */
export function tableLines(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(({ key, label }) => keyed(lineOf(label), key))),
    line(columns.map(() => '---')),
    ...rows.map(line),
  ];
}

/** The cells of a line of a table, as they are written. */
export function cellsOf(line: string): string[] {
  const cells: string[] = [];
  let cell = '';
  const inner = line.trim().replace(/^\|/, '');
  for (let index = 0; index < inner.length; index++) {
    const sign = inner[index] ?? '';
    if (sign === '\\') cell += sign + (inner[++index] ?? '');
    else if (sign === '|') {
      cells.push(cell.trim());
      cell = '';
    } else cell += sign;
  }
  return cell.trim() === '' ? cells : [...cells, cell.trim()];
}
