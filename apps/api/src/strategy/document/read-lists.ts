import { cellsOf, keyOf, readLine } from './markdown-cells';
import { type TextProblem, textProblem } from './strategy-text';

interface Line {
  line: number;
  text: string;
}
export interface ToldTable {
  head: Line | null;
  rows: Line[];
}
type Report = (problem: TextProblem) => void;

/** Cells as they are written, by the keys of the head. */
function rowsOf({ head, rows }: ToldTable, known: readonly string[] | null, report: Report): Record<string, string>[] {
  const keys = cellsOf(head?.text ?? '').map(keyOf);
  const strange = known && keys.find((key) => !known.includes(key));
  if (head && strange !== undefined && strange !== null)
    report(textProblem(head.line, 'import-column', { known }, strange));
  return rows.map(({ text, line }) => {
    const cells = cellsOf(text);
    if (cells.length > keys.length) report(textProblem(line, 'import-column', { known: keys }));
    return Object.fromEntries(keys.map((key, index) => [key, cells[index] ?? '']));
  });
}

const number = (cell: string): unknown => (/^-?\d+$/.test(cell) ? Number(cell) : readLine(cell));
const orNull = (text: string): string | null => (text === '' ? null : text);
/** "MD-01 Cloud first `id`": the id; a code or name that somebody typed as it is. */
const reference = (cell: string): string | null => orNull(keyOf(cell));

type ReadsList = (table: ToldTable, report: Report) => Record<string, unknown>[];

const list =
  (known: readonly string[], read: (row: Record<string, string>) => Record<string, unknown>): ReadsList =>
  (table, report) =>
    rowsOf(table, known, report).map(read);

/** The lists of a version by their fields in the contract. */
export const LISTS = {
  facts: list(
    ['name', 'type', 'unit', 'question', 'choices'],
    ({ name = '', type = '', unit = '', question = '', choices = '' }) => ({
      name: readLine(name),
      type: keyOf(type),
      unit: orNull(readLine(unit)),
      question: readLine(question),
      choices: choices === '' ? [] : choices.split(/<br\s*\/?>/).map(readLine),
    }),
  ),
  decisionRights: list(
    ['subject', 'budgetUpTo', 'board', 'rule'],
    ({ subject = '', budgetUpTo = '', board = '', rule = '' }) => ({
      subject: keyOf(subject),
      budgetUpTo: orNull(readLine(budgetUpTo)),
      board: keyOf(board),
      rule: keyOf(rule),
    }),
  ),
  kpis: list(['kpi'], ({ kpi = '' }) => ({ kpi: keyOf(kpi), code: codeOf(kpi) })),
  gatePolicy: list(['transition', 'checks'], ({ transition = '', checks = '' }) => ({
    transition: keyOf(transition),
    checks: checks.split(',').map(readLine).filter(Boolean),
  })),
  weights: list(['principles', 'outcome', 'capability', 'data', 'resilience'], (row) =>
    Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, number(cell)])),
  ),
  authors: list(['section', 'business', 'it'], ({ section = '', business = '', it = '' }) => ({
    section: keyOf(section),
    business: reference(business),
    it: reference(it),
  })),
} satisfies Record<string, ReadsList>;

/** A code before the name: it is hashed with the id, and tells who has no id. */
export const codeOf = (cell: string): string | null => /^([A-Z]{1,4}-\d{1,9})(?:\s|$)/.exec(cell)?.[1] ?? null;

/** What a table below a record says: its own fields, or the one field that is a table. */
export function readTable(mark: string, table: ToldTable, report: Report): Record<string, unknown> {
  switch (mark) {
    case 'applicability':
      return Object.fromEntries(
        rowsOf(table, ['fact', 'condition'], report).map(({ fact = '', condition = '' }) => [
          readLine(fact),
          readLine(condition),
        ]),
      );
    case 'decisions':
      return { rules: rowsOf(table, null, report).map(ruleOf) };
    case 'principle':
      return table.head ? { mandate: reference(rowsOf(table, ['mandate'], report)[0]?.['mandate'] ?? '') } : {};
    default: {
      const [row = {}] = rowsOf(table, mark === 'driver' ? ['weight'] : ['current', 'target'], report);
      return Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, number(cell)]));
    }
  }
}

function ruleOf(row: Record<string, string>): Record<string, unknown> {
  const { ':outcome': outcome = '', ':reason': reason = '', ...cells } = row;
  const when = Object.entries(cells).flatMap(([fact, cell]) => (cell === '' ? [] : [[fact, readLine(cell)]]));
  return {
    when: Object.fromEntries(when) as Record<string, string>,
    outcome: keyOf(outcome),
    reason: readLine(reason),
  };
}
