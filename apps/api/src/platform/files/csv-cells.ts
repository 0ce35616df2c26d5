/** What a spreadsheet takes for the beginning of a formula, in its narrow and wide forms, and what it skips before one. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
/** A number is no formula, whatever its sign. */
const NUMBER = /^-?\d+(\.\d+)?$/;
const TEXT_MARK = "'";

/**
 * A cell that no spreadsheet computes (TRUST T14): what looks like a formula is marked as text, as a spreadsheet would
 * mark it. `unmarked` takes the mark away again, so that what was exported can be brought in unchanged.
 */
export function safeCell(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `${TEXT_MARK}${text}` : text;
}

/** The text a cell stands for; of what `safeCell` gives, what it was given. */
export function unmarked(cell: string): string {
  return cell.startsWith(TEXT_MARK) && FORMULA.test(cell) ? cell.slice(1) : cell;
}
