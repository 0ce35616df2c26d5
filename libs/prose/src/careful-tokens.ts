import { Lexer, type TokensList } from 'marked';

/**
 * Signs that may begin or end an emphasis, a link or a tag. Reading them takes time with the square of their number in a
 * line and worse, so that a line made of nothing else could hold up whoever reads it, the server included.
 */
const SIGNS = /[*_~[\]<`]/g;
const SIGNS_IN_A_LINE = 400;
/** Sum of the squares over the lines of a whole text that are read. */
const SIGNS_IN_A_TEXT = 1_000_000;
/** Lists and quotes inside each other, all begun on one line. */
const DEEP = /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])){40}/m;

/**
 * Markdown as the tokens that every reader of these texts sees, in bounded time: a line with more signs than words is
 * taken as it was typed, and so is a text whose lists nobody could follow.
 */
export function carefulTokens(text: string): TokensList {
  if (DEEP.test(text)) return asTyped(text);
  const lexer = new Lexer({ gfm: true, breaks: false });
  try {
    lexer.blockTokens(text.replace(/\r\n|\r/g, '\n'), lexer.tokens);
  } catch (error) {
    if (error instanceof RangeError) return asTyped(text);
    throw error;
  }
  let left = SIGNS_IN_A_TEXT;
  for (const { src, tokens } of lexer.inlineQueue) {
    const signs = src.match(SIGNS)?.length ?? 0;
    const cost = signs * signs;
    if (signs > SIGNS_IN_A_LINE || cost > left) tokens.push({ type: 'text', raw: src, text: src, escaped: false });
    else {
      left -= cost;
      lexer.inlineTokens(src, tokens);
    }
  }
  return lexer.tokens;
}

/** One token that no reader of blocks knows. */
function asTyped(text: string): TokensList {
  return Object.assign([{ type: 'source', raw: text }], { links: {} });
}
