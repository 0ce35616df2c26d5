import type { BlockForm, TextMarks } from '@sightline/contracts';

/** Some text that looks the same throughout. */
export interface TextRun {
  readonly text: string;
  readonly marks: TextMarks;
}

/** A paragraph, heading or item as it is read; of a table its rows, the heading first. */
export interface RenderedBlock extends BlockForm {
  readonly runs: readonly TextRun[];
  readonly rows?: readonly (readonly (readonly TextRun[])[])[];
}

/** How a text of Markdown is read; handed in, since reading it is no rule. */
export type ReadsMarkdown = (text: string) => RenderedBlock[];

export const textOfRuns = (runs: readonly TextRun[]): string => runs.map(({ text }) => text).join('');

/** All words of a block, cells apart. */
export function textOfBlock({ runs, rows }: RenderedBlock): string {
  return rows ? rows.map((row) => row.map(textOfRuns).join('\t')).join('\n') : textOfRuns(runs);
}

/** A text without Markdown: every line stands for itself, and empty ones for nothing. */
export function plainBlocks(text: string): RenderedBlock[] {
  return text
    .split('\n')
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter(Boolean)
    .map((line) => ({ kind: 'paragraph', level: 0, runs: [{ text: line, marks: {} }] }));
}

/** Words of a text with everything between them, which together are the text. */
export function tokensOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? [];
}

export const isWord = (token: string): boolean => /^[\p{L}\p{M}\p{N}]/u.test(token);

export const isSameLook = (a: TextMarks, b: TextMarks): boolean =>
  a === b ||
  (a.bold === b.bold && a.italic === b.italic && a.strike === b.strike && a.code === b.code && a.link === b.link);
