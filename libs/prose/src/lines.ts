import type { Tokens } from 'marked';
import { carefulTokens } from './careful-tokens';
import { isSameNode, type Piece, type ProseNode } from './prose-node';
import { OutsideTheDialect, readLine } from './read-line';
import { nodesOf, tidyLine } from './tidy-line';
import { CAREFUL, MANNERS, writeLine } from './write-line';

/** Markdown as the tokens that every reader of these texts sees. */
export const tokensOf = carefulTokens;

/** Writes lines so that they are read again as what they are. */
export interface Lines {
  paragraph(pieces: readonly Piece[]): string;
  heading(pieces: readonly Piece[]): string;
  cell(pieces: readonly Piece[]): string;
}

/** Lines in the plainest manner that is read again as the same; `careful` begins with the escaped ones. */
export function linesOf({ careful }: { careful: boolean }): Lines {
  const manners = careful ? MANNERS.slice(CAREFUL) : MANNERS;
  const written =
    (read: (text: string) => ProseNode[] | null, finish = (text: string) => text) =>
    (pieces: readonly Piece[]): string => {
      if (pieces.length === 0) return '';
      const wanted = nodesOf(pieces);
      let text = '';
      for (const manner of manners) {
        text = finish(writeLine(pieces, manner));
        if (isSameNode(read(text), wanted)) break;
      }
      return text;
    };
  return {
    paragraph: written(readParagraph),
    heading: written(readHeading),
    cell: written(readCell, (text) => text.replace(/\|/g, '\\|')),
  };
}

function readParagraph(text: string): ProseNode[] | null {
  const [token, ...more] = tokensOf(text);
  if (token?.type !== 'paragraph' || more.length > 0) return null;
  return readTidy((token as Tokens.Paragraph).tokens, true);
}

function readHeading(text: string): ProseNode[] | null {
  const [token, ...more] = tokensOf(`# ${text}`);
  if (token?.type !== 'heading' || more.length > 0) return null;
  return readTidy((token as Tokens.Heading).tokens, false);
}

function readCell(text: string): ProseNode[] | null {
  const [token, ...more] = tokensOf(`| ${text} | |\n| --- | --- |`);
  if (token?.type !== 'table' || more.length > 0) return null;
  const [cell, empty, ...others] = (token as Tokens.Table).header;
  return cell && empty?.text === '' && others.length === 0 ? readTidy(cell.tokens, false) : null;
}

function readTidy(tokens: Tokens.Paragraph['tokens'], breaks: boolean): ProseNode[] | null {
  try {
    return nodesOf(tidyLine(readLine(tokens), { breaks }));
  } catch (error) {
    if (error instanceof OutsideTheDialect) return null;
    throw error;
  }
}
