import { SAFE_LINK } from '@sightline/contracts';
import type { Token, Tokens } from 'marked';
import { withoutReferences } from './entities';
import type { ProseMark, ProseNode } from './prose-node';

/** Thrown by the readers for what the dialect does not know; whoever splits the text keeps the block as source. */
export class OutsideTheDialect extends Error {}

const FOOTNOTE = /\[\^[^\]\s]+\]/;
const MARK_OF = { strong: 'bold', em: 'italic', del: 'strike' } as const;

/** The text, marks and breaks of a line. */
export function readLine(tokens: readonly Token[], marks: readonly ProseMark[] = []): ProseNode[] {
  return tokens.flatMap((token) => readPiece(token, marks));
}

function readPiece(token: Token, marks: readonly ProseMark[]): ProseNode[] {
  if (token.type !== 'codespan' && FOOTNOTE.test(token.raw)) throw new OutsideTheDialect('footnote');
  switch (token.type) {
    case 'text':
      return token.tokens ? readLine(token.tokens, marks) : [text(resolved(token.text as string), marks)];
    case 'escape':
      return [text(token.text as string, marks)];
    case 'codespan':
      return [text(token.text as string, [...marks, { type: 'code' }])];
    case 'br':
      return [{ type: 'hardBreak' }];
    case 'strong':
    case 'em':
    case 'del':
      return readLine(token.tokens ?? [], [...marks, { type: MARK_OF[token.type] }]);
    case 'link':
      return readLink(token as Tokens.Link, marks);
    default:
      throw new OutsideTheDialect(token.type);
  }
}

function readLink({ href, title, tokens }: Tokens.Link, marks: readonly ProseMark[]): ProseNode[] {
  if (!SAFE_LINK.test(href) || marks.some(({ type }) => type === 'link')) throw new OutsideTheDialect('link');
  const shown = readLine(tokens, [...marks, { type: 'link', attrs: { href, title: title ?? null } }]);
  // A link around nothing would be lost.
  if (!shown.some((node) => node.text?.trim())) throw new OutsideTheDialect('link');
  return shown;
}

function text(words: string, marks: readonly ProseMark[]): ProseNode {
  return { type: 'text', text: words, marks: [...marks] };
}

function resolved(words: string): string {
  const plain = withoutReferences(words);
  if (plain === null) throw new OutsideTheDialect('reference');
  return plain;
}
