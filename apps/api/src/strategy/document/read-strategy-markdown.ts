import { type Section, SECTIONS } from '@sightline/contracts';
import { readForeign } from './read-foreign';
import { LISTS, readTable, type ToldTable } from './read-lists';
import { readLine } from './markdown-cells';
import { FORMAT } from './strategy-markdown';
import {
  RECORD_KINDS,
  type RecordKind,
  type StrategyText,
  type TextProblem,
  type TextProblemCode,
  type ToldRecord,
} from './strategy-text';

/**
 * What a Markdown file says of a version. A file of our own form is read to the last line: what stands where nothing is
 * read is a problem, so that nothing is lost in silence. Any other file becomes sections, `section` taking what names none.
 */
export function readStrategyMarkdown(content: string, section: Section): StrategyText {
  const lines = content
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  if (lines[0] !== '---' || !lines[1]?.startsWith('format: sightline-strategy/')) return readForeign(lines, section);
  return new FileReading(lines).read();
}

const HEADING = /^(#{1,6})\s+(?:([A-Z]{1,4}-\d{1,9})\s+)?(.*)$/;
/** Marks below a record that tell one of its fields. */
const RECORD_TABLES: Record<string, { field: string; of: RecordKind }> = {
  applicability: { field: 'applicability', of: 'principle' },
  decisions: { field: 'decisionTable', of: 'principle' },
};
const LIST_OF_MARK: Record<string, keyof typeof LISTS> = {
  facts: 'facts',
  rights: 'decisionRights',
  kpis: 'kpis',
  policy: 'gatePolicy',
  weights: 'weights',
  authors: 'authors',
};

/** One walk through the lines of a file. */
class FileReading {
  private at = 2;
  private mark = 'sightline';
  private heading: { line: number; code: string | null; name: string; level: number } | null = null;
  private record: ToldRecord | null = null;
  private readonly text: StrategyText = { foreign: false, sections: {}, records: {}, lists: {}, problems: [] };

  constructor(private readonly lines: readonly string[]) {}

  read(): StrategyText {
    if (this.lines[1] !== `format: ${FORMAT}`) {
      this.problem(2, 'import-format', null, { format: FORMAT });
      return this.text;
    }
    this.readFront();
    while (this.at < this.lines.length && this.text.problems.length < PROBLEMS_MAX) this.readNext();
    this.dropHeading();
    // A file with any record of ours tells every kind whole; a kind without records is an empty list.
    for (const kind of RECORD_KINDS) this.text.records[kind] ??= [];
    return this.text;
  }

  private readFront(): void {
    for (; this.at < this.lines.length; this.at++) {
      const line = this.lines[this.at] ?? '';
      if (line === '---') return void this.at++;
      const [, key = '', value = ''] = /^(\w+): (.*)$/.exec(line) ?? [];
      if (key === '') this.problem(this.at + 1, 'import-front-matter');
      else this.told(key, frontValue(value));
    }
    this.problem(1, 'import-not-closed', null, { mark: '---' });
  }

  private told(key: string, value: unknown): void {
    if (key === 'marks' && typeof value === 'string' && /^[\w-]{1,40}$/.test(value)) this.mark = value;
    if (key === 'reviewBy') this.text.reviewBy = { line: this.at + 1, value };
    if (key === 'number' || key === 'copiedFrom') this.text[key] = value;
  }

  private readNext(): void {
    const line = this.lines[this.at] ?? '';
    const number = this.at + 1;
    this.at += 1;
    if (line.trim() === '' || line.endsWith(`<!-- ${this.mark}:label -->`)) return;
    const [, name = '', argument = ''] = this.markOf(line);
    if (name !== '') return this.readMark(number, name, argument.trim());
    const [, signs = '', code, words = ''] = HEADING.exec(line) ?? [];
    if (signs === '') return this.problem(number, 'import-outside');
    this.dropHeading();
    this.heading = { line: number, code: code ?? null, name: readLine(words), level: signs.length };
  }

  private markOf(line: string): string[] {
    const begins = `<!-- ${this.mark}:`;
    if (!line.startsWith(begins) || !line.endsWith(' -->')) return [];
    const [name = '', ...rest] = line.slice(begins.length, -4).split(' ');
    return [line, name, rest.join(' ')];
  }

  private readMark(line: number, name: string, argument: string): void {
    const list = LIST_OF_MARK[name];
    const table = RECORD_TABLES[name];
    if (name === 'shown') this.textUntilEnd(line, name);
    else if (name === 'text') this.readText(line, argument);
    else if (isRecordKind(name)) this.readRecord(line, name, argument);
    else if (list) this.readList(line, list);
    else if (table && this.record?.kind === table.of)
      this.setField(line, table.field, readTable(name, this.tableLines(), this.report));
    else this.problem(line, 'import-mark', null, { mark: name });
  }

  /** The lines up to the end mark, byte for byte. */
  private textUntilEnd(line: number, mark: string): string {
    const end = this.lines.indexOf(`<!-- ${this.mark}:end -->`, this.at);
    if (end < 0) {
      this.problem(line, 'import-not-closed', null, { mark });
      this.at = this.lines.length;
      return '';
    }
    const text = this.lines.slice(this.at, end).join('\n');
    this.at = end + 1;
    return text;
  }

  private readText(line: number, field: string): void {
    const value = this.textUntilEnd(line, field);
    const section = SECTIONS.find((one) => one === field);
    if (!section) return this.setField(line, field, value);
    if (this.text.sections[section]) this.problem(line, 'import-twice', field, { mark: field });
    this.text.sections[section] = { line: line + 1, value };
    this.record = null;
  }

  private setField(line: number, field: string, value: unknown): void {
    if (!this.record || !FIELDS[this.record.kind].includes(field))
      return this.problem(line, 'import-mark', null, { mark: field });
    if (this.record.fields[field]) this.problem(line, 'import-twice', field, { mark: field });
    this.record.fields[field] = { line: line + 1, value };
  }

  private readRecord(line: number, kind: RecordKind, id: string): void {
    const heading = this.heading;
    this.heading = null;
    if (!heading) return this.problem(line, 'import-heading', null, { mark: kind });
    const name = kind === 'principle' ? 'title' : 'name';
    this.record = {
      line: heading.line,
      kind,
      id: id === '' ? null : id,
      code: heading.code,
      fields: { [name]: { line: heading.line, value: heading.name } },
    };
    (this.text.records[kind] ??= []).push(this.record);
    const table = readTable(kind, this.tableLines(), this.report);
    for (const [field, value] of Object.entries(table)) this.setField(line, field, value);
  }

  private readList(line: number, field: keyof typeof LISTS): void {
    if (this.text.lists[field]) this.problem(line, 'import-twice', field, { mark: field });
    const table = this.tableLines();
    const value = LISTS[field](table, this.report);
    this.text.lists[field] = { line, value, rows: table.rows.map((row) => row.line) };
    this.record = null;
    this.heading = null;
  }

  /** The table that follows, if one does. */
  private tableLines(): ToldTable {
    while ((this.lines[this.at] ?? '').trim() === '' && this.at < this.lines.length) this.at += 1;
    const head = { line: this.at + 1, text: this.lines[this.at] ?? '' };
    if (!head.text.startsWith('|')) return { head: null, rows: [] };
    const rows: ToldTable['rows'] = [];
    for (this.at += 2; (this.lines[this.at] ?? '').startsWith('|'); this.at++)
      rows.push({ line: this.at + 1, text: this.lines[this.at] ?? '' });
    return { head, rows };
  }

  /** A heading of a chapter is ours to write; one of a record that no mark follows was written for nothing. */
  private dropHeading(): void {
    if (this.heading && this.heading.level > 2) this.problem(this.heading.line, 'import-outside');
    this.heading = null;
  }

  private readonly report = (problem: TextProblem): void => void this.text.problems.push(problem);

  private problem(
    line: number,
    code: TextProblemCode,
    field: string | null = null,
    params?: Record<string, unknown>,
  ): void {
    this.text.problems.push({ line, field, code, ...(params && { params }) });
  }
}

const PROBLEMS_MAX = 100;

const FIELDS: Record<RecordKind, readonly string[]> = {
  driver: ['name', 'weight', 'description'],
  capability: ['name', 'current', 'target', 'description'],
  principle: [
    'title',
    'mandate',
    'statement',
    'rationale',
    'implications',
    'exceptionGuidance',
    'applicability',
    'decisionTable',
  ],
};

const isRecordKind = (name: string): name is RecordKind => RECORD_KINDS.some((kind) => kind === name);

/** JSON where it is JSON, else the words as they stand: a day, or what somebody typed. */
function frontValue(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text.trim() === '' ? null : text.trim();
  }
}
