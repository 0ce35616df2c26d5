import { asReference } from './entities';
import type { Piece, ProseMark } from './prose-node';
import { isSameMark } from './tidy-line';

/**
 * How carefully a line is written. Plain: as people write. Escaped: every sign that could mean something stands behind
 * a backslash. Referenced: besides, the letters beside emphasis are references, since Markdown cannot emphasise a part
 * of a word that begins with a punctuation mark. Bare: without emphasis, when nothing else can say it.
 */
export const MANNERS = [
  { escaped: false, emphasis: '*', referenced: false, bare: false },
  { escaped: false, emphasis: '_', referenced: false, bare: false },
  { escaped: true, emphasis: '*', referenced: false, bare: false },
  { escaped: true, emphasis: '_', referenced: false, bare: false },
  { escaped: true, emphasis: '*', referenced: true, bare: false },
  { escaped: true, emphasis: '_', referenced: true, bare: false },
  { escaped: true, emphasis: '*', referenced: false, bare: true },
] as const;
export type Manner = (typeof MANNERS)[number];

/** The first manner that escapes. */
export const CAREFUL = 2;

/** A written piece: a sign of Markdown, or words of the text. */
interface Written {
  readonly sign?: string;
  readonly words?: string;
}

/** The pieces of a line in Markdown. */
export function writeLine(pieces: readonly Piece[], manner: Manner): string {
  const written = write(pieces, [], manner);
  let atStart = true;
  return written
    .map(({ sign, words }, index) => {
      if (sign !== undefined) {
        atStart = sign.endsWith('\n');
        return sign;
      }
      const beside = { before: written[index - 1]?.sign, after: written[index + 1]?.sign };
      const text = wordsOf(words ?? '', manner, { atStart, atEnd: index === written.length - 1, ...beside });
      atStart = false;
      return text;
    })
    .join('');
}

function write(pieces: readonly Piece[], within: readonly ProseMark[], manner: Manner): Written[] {
  const result: Written[] = [];
  let index = 0;
  while (index < pieces.length) {
    const piece = pieces[index] as Piece;
    if ('break' in piece) {
      result.push({ sign: '\\\n' });
      index += 1;
      continue;
    }
    const left = manner.bare ? [] : piece.marks.filter((mark) => !within.some((each) => isSameMark(each, mark)));
    const { mark, length } = longest(left, pieces.slice(index));
    if (!mark) result.push(left.length > 0 ? { sign: codeSpan(piece.text) } : { words: piece.text });
    else result.push(...wrapped(mark, write(pieces.slice(index, index + length), [...within, mark], manner), manner));
    index += length;
  }
  return result;
}

/** The mark that reaches furthest; code is the innermost and is none of them. */
function longest(marks: readonly ProseMark[], pieces: readonly Piece[]): { mark: ProseMark | null; length: number } {
  let best: { mark: ProseMark | null; length: number } = { mark: null, length: 1 };
  for (const mark of marks) {
    if (mark.type === 'code') continue;
    const end = pieces.findIndex((piece) => 'break' in piece || !piece.marks.some((each) => isSameMark(each, mark)));
    const length = end < 0 ? pieces.length : end;
    if (!best.mark || length > best.length) best = { mark, length };
  }
  return best;
}

function wrapped(mark: ProseMark, inside: Written[], manner: Manner): Written[] {
  switch (mark.type) {
    case 'bold':
      return [{ sign: '**' }, ...inside, { sign: '**' }];
    case 'italic':
      return [{ sign: manner.emphasis }, ...inside, { sign: manner.emphasis }];
    case 'strike':
      return [{ sign: '~~' }, ...inside, { sign: '~~' }];
    case 'link':
      return [{ sign: '[' }, ...inside, { sign: `](${destination(mark.attrs)})` }];
    case 'code':
      return inside;
  }
}

function destination({ href, title }: { href: string; title: string | null }): string {
  const plain = /^[^\s<>()\\]+$/.test(href);
  const where = plain ? href : `<${href.replace(/[\\<>]/g, '\\$&').replace(/\n/g, '')}>`;
  return title ? `${where} "${title.replace(/[\\"]/g, '\\$&').replace(/\n+/g, ' ')}"` : where;
}

/** Code between as many ticks as it does not hold itself. */
function codeSpan(text: string): string {
  const runs = new Set((text.match(/`+/g) ?? []).map((run) => run.length));
  let length = 1;
  while (runs.has(length)) length += 1;
  const ticks = '`'.repeat(length);
  const pad = /^`|`$|^ .*[^ ].* $/s.test(text) ? ' ' : '';
  return `${ticks}${pad}${text}${pad}${ticks}`;
}

interface Place {
  readonly atStart: boolean;
  readonly atEnd: boolean;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

function wordsOf(words: string, manner: Manner, place: Place): string {
  if (!manner.escaped) return words;
  const signs = [...words];
  const last = signs.length - 1;
  return signs
    .map((sign, index) => {
      const beside = (index === 0 && place.before !== undefined) || (index === last && place.after !== undefined);
      if (manner.referenced && beside && sign !== '\n') return asReference(sign);
      return escapes(signs, index, place) ? `\\${sign}` : sign;
    })
    .join('');
}

/** Whether a sign could mean something where it stands. */
function escapes(signs: readonly string[], index: number, { atStart, atEnd }: Place): boolean {
  const sign = signs[index] ?? '';
  const next = signs[index + 1] ?? '';
  if (/[\\`*_[\]<>~!]/.test(sign)) return true;
  const before = signs.slice(Math.max(0, index - 10), index).join('');
  switch (sign) {
    case '&':
      return /[#\w]/.test(next) || next === '';
    case '@':
      return true;
    case ':':
      return /(?:https?|ftp)$/i.test(before);
    case '.':
      return /www$/i.test(before) || (atStart && /^\d{1,9}$/.test(signs.slice(0, index).join('')));
    case ')':
      return atStart && /^\d{1,9}$/.test(signs.slice(0, index).join(''));
    case '#':
      return (atStart && index === 0) || (atEnd && index === signs.length - 1);
    case '+':
    case '-':
    case '=':
      return atStart && index === 0;
    default:
      return false;
  }
}
