/** How a token is set apart from the one before it. */
export type Gap = 'space' | 'hyphen' | 'comma' | 'sentence';

/** One word, number or sign (%, €, → …) of a text: folded for look-up, with its place in the original. */
export interface Token {
  word: string;
  at: readonly [start: number, end: number];
  gap: Gap;
}

/** Every step of this pattern has one way to go, so it never turns back: reading is linear in the text. */
const PIECE = /[\p{L}\p{M}\p{N}]+(?:[.,:/]\p{N}+)*|[%‰€$£#+−→]|[^\s]/gu;
const WORD = /^[\p{L}\p{M}\p{N}%‰€$£#+−→]/u;
/** Everything but the letters that are spelled one way only. */
const BEYOND_ASCII = /[^\x00-\x7f]/;
const SENTENCE_END = '.!?;';
const CLAUSE_END = ',:()[]"„“”–—|•*';

/** The words of a text in order; linear in its length. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let gap: Gap = 'sentence';
  let end = 0;
  for (const piece of text.matchAll(PIECE)) {
    const start = piece.index;
    const spaced = start > end;
    if (WORD.test(piece[0])) {
      const hyphenBroken = gap === 'hyphen' && spaced;
      tokens.push({ word: fold(piece[0]), at: [start, start + piece[0].length], gap: hyphenBroken ? 'comma' : gap });
      gap = 'space';
    } else {
      gap = widerGap(gap, gapOf(piece[0], spaced, endsHere(text, start + piece[0].length)));
    }
    end = start + piece[0].length;
  }
  return tokens;
}

/** Spelling without case, ß and umlauts, so that "EINFÜHRUNG", "Einfuehrung" and "einführung" are one word. */
export function fold(word: string): string {
  if (!BEYOND_ASCII.test(word)) return word.toLowerCase();
  return word
    .normalize('NFC')
    .toUpperCase()
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue');
}

/** A dot inside "grants.gov" ends nothing. */
function endsHere(text: string, position: number): boolean {
  return position >= text.length || text.charAt(position).trim() === '';
}

function gapOf(sign: string, spaced: boolean, ending: boolean): Gap {
  if (SENTENCE_END.includes(sign)) return ending ? 'sentence' : 'space';
  if (CLAUSE_END.includes(sign)) return 'comma';
  if (sign === '-') return spaced ? 'comma' : 'hyphen';
  return 'space';
}

function widerGap(a: Gap, b: Gap): Gap {
  const widths: readonly Gap[] = ['space', 'hyphen', 'comma', 'sentence'];
  return widths.indexOf(a) > widths.indexOf(b) ? a : b;
}
