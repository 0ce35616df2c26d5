import type { CellProblemCode } from '@sightline/contracts';

export type CellToken =
  | { kind: 'number'; value: number }
  | { kind: 'text'; value: string }
  | { kind: 'yes-no'; value: boolean }
  | { kind: 'word' | 'sign'; value: string };

/** Signs with two characters stand before those they begin with. */
const SIGNS = [
  '<=',
  '>=',
  '!=',
  '..',
  '<',
  '>',
  '=',
  '(',
  ')',
  '[',
  ']',
  ',',
  '-',
  '+',
  '*',
  '/',
  '?',
  '{',
  '}',
  ':',
  '@',
];
const NUMBER = /^(?:\d+(?:\.\d+)?|\.\d+)/;
const WORD = /^[\p{L}_$][\p{L}\p{N}_$]*/u;
const TEXT = /^"(?:[^"\\]|\\["\\nrt]|\\u[0-9A-Fa-f]{4})*"/;
const SPACE = /^[ \t]+/;

/** The words of a cell, or what keeps it from being read. Every pattern is linear, and a cell is short. */
export function cellTokens(cell: string): CellToken[] | CellProblemCode {
  const tokens: CellToken[] = [];
  let rest = cell;
  while (rest !== '') {
    const space = SPACE.exec(rest)?.[0] ?? '';
    const next = space ? null : firstToken(rest);
    if (!space && !next) return 'cell-syntax';
    if (next) tokens.push(next.token);
    rest = rest.slice(next?.length ?? space.length);
  }
  return tokens;
}

function firstToken(text: string): { token: CellToken; length: number } | null {
  const number = NUMBER.exec(text)?.[0];
  // A number that runs into a word, or into a second point that opens no range, is none.
  if (number !== undefined)
    return /^(?:[\p{L}_$]|\.(?!\.))/u.test(text.slice(number.length))
      ? null
      : { token: { kind: 'number', value: Number(number) }, length: number.length };
  const literal = TEXT.exec(text)?.[0];
  if (literal !== undefined) return textToken(literal);
  const word = WORD.exec(text)?.[0];
  if (word !== undefined) return { token: wordToken(word), length: word.length };
  const sign = SIGNS.find((known) => text.startsWith(known));
  return sign === undefined ? null : { token: { kind: 'sign', value: sign }, length: sign.length };
}

function textToken(literal: string): { token: CellToken; length: number } | null {
  try {
    return { token: { kind: 'text', value: String(JSON.parse(literal)) }, length: literal.length };
  } catch {
    return null;
  }
}

function wordToken(word: string): CellToken {
  if (word === 'true' || word === 'false') return { kind: 'yes-no', value: word === 'true' };
  return { kind: 'word', value: word };
}
