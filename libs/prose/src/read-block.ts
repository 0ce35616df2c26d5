import type { Token, Tokens } from 'marked';
import type { ProseNode } from './prose-node';
import { OutsideTheDialect, readLine } from './read-line';

const LANGUAGE = /^[\w+#.-]*$/;

/** A block of Markdown as a node of the editor. Throws `OutsideTheDialect` for what the dialect does not know. */
export function readBlock(token: Token): ProseNode {
  switch (token.type) {
    case 'paragraph':
    case 'text':
      return { type: 'paragraph', content: readLine(token.tokens ?? []) };
    case 'heading':
      return { type: 'heading', attrs: { level: token.depth as number }, content: readLine(token.tokens ?? []) };
    case 'code':
      return readCode(token as Tokens.Code);
    case 'blockquote':
      return { type: 'blockquote', content: readBlocks(token.tokens ?? []) };
    case 'list':
      return readList(token as Tokens.List);
    case 'table':
      return readTable(token as Tokens.Table);
    case 'hr':
      return { type: 'horizontalRule' };
    default:
      throw new OutsideTheDialect(token.type);
  }
}

/** Blocks inside another one; the lines of a tight list item come in pieces and are one paragraph. */
function readBlocks(tokens: readonly Token[]): ProseNode[] {
  const blocks: ProseNode[] = [];
  let inText = false;
  for (const token of tokens) {
    if (token.type === 'space') {
      inText = false;
      continue;
    }
    const block = readBlock(token);
    const last = blocks.at(-1);
    if (inText && token.type === 'text' && last) {
      const content = [...(last.content ?? []), { type: 'text', text: ' ' }, ...(block.content ?? [])];
      blocks[blocks.length - 1] = { ...last, content };
    } else blocks.push(block);
    inText = token.type === 'text';
  }
  return blocks;
}

function readCode({ lang = '', text }: Tokens.Code): ProseNode {
  if (!LANGUAGE.test(lang)) throw new OutsideTheDialect('code');
  return { type: 'codeBlock', attrs: { language: lang || null }, content: text ? [{ type: 'text', text }] : [] };
}

function readList({ ordered, start, items }: Tokens.List): ProseNode {
  const content = items.map((item): ProseNode => {
    if (item.task) throw new OutsideTheDialect('task');
    const blocks = readBlocks(item.tokens);
    // An item begins with a line, even an empty one.
    const begins = blocks[0]?.type === 'paragraph' ? [] : [{ type: 'paragraph' }];
    return { type: 'listItem', content: [...begins, ...blocks] };
  });
  if (!ordered) return { type: 'bulletList', content };
  return { type: 'orderedList', attrs: { start: typeof start === 'number' ? start : 1 }, content };
}

function readTable({ header, rows, align }: Tokens.Table): ProseNode {
  const row = (cells: readonly Tokens.TableCell[], type: string): ProseNode => ({
    type: 'tableRow',
    content: cells.map((cell, index) => ({
      type,
      attrs: { align: align[index] ?? null },
      content: [{ type: 'paragraph', content: readLine(cell.tokens) }],
    })),
  });
  return {
    type: 'table',
    content: [row(header, 'tableHeader'), ...rows.map((cells) => row(cells, 'tableCell'))],
  };
}
