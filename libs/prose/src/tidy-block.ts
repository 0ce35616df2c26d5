import { ALIGNMENTS, SOURCE_BLOCK, type Alignment, type ProseNode } from './prose-node';
import { nodesOf, tidyLine, withoutHidden } from './tidy-line';

/** Blocks as Markdown can say them: without what only an editor knows (empty lines, merged cells, spaces at an end). */
export function tidyBlocks(nodes: readonly ProseNode[]): ProseNode[] {
  return nodes.flatMap((node) => tidyBlock(node) ?? []);
}

/** One block as Markdown can say it; null for one that says nothing. */
export function tidyBlock(node: ProseNode): ProseNode | null {
  switch (node.type) {
    case 'paragraph':
      return orNull(paragraph(node));
    case 'heading':
      return orNull({ type: 'heading', attrs: { level: levelOf(node) }, content: line(node, false) });
    case 'codeBlock':
      return codeBlock(node);
    case 'blockquote':
      return orNull({ type: 'blockquote', content: tidyBlocks(node.content ?? []) });
    case 'bulletList':
      return { type: 'bulletList', content: items(node) };
    case 'orderedList':
      return { type: 'orderedList', attrs: { start: Number(node.attrs?.['start'] ?? 1) }, content: items(node) };
    case 'table':
      return table(node);
    case 'horizontalRule':
      return { type: 'horizontalRule' };
    case SOURCE_BLOCK:
      return { type: SOURCE_BLOCK, attrs: { raw: String(node.attrs?.['raw'] ?? '') } };
    default:
      return null;
  }
}

const orNull = (node: ProseNode): ProseNode | null => (node.content?.length ? node : null);

const line = (node: ProseNode, breaks: boolean): ProseNode[] => nodesOf(tidyLine(node.content ?? [], { breaks }));

const paragraph = (node: ProseNode): ProseNode => ({ type: 'paragraph', content: line(node, true) });

const levelOf = (node: ProseNode): number => Math.min(6, Math.max(1, Number(node.attrs?.['level'] ?? 1)));

function codeBlock(node: ProseNode): ProseNode {
  const text = withoutHidden((node.content ?? []).map((piece) => piece.text ?? '').join('')).replace(/\n+$/, '');
  const language = node.attrs?.['language'];
  return {
    type: 'codeBlock',
    attrs: { language: language ? String(language) : null },
    content: text === '' ? [] : [{ type: 'text', text }],
  };
}

/** An item begins with a line; an empty one only stands before what is no line itself. */
function items(node: ProseNode): ProseNode[] {
  return (node.content ?? []).map((item) => {
    const [first, ...rest] = item.content ?? [];
    const begins = first?.type === 'paragraph';
    const line = begins ? paragraph(first) : EMPTY_LINE;
    const blocks = tidyBlocks(begins ? rest : (item.content ?? []));
    const needed = !!line.content?.length || blocks[0]?.type !== 'paragraph';
    return { type: 'listItem', content: needed ? [line, ...blocks] : blocks };
  });
}

const EMPTY_LINE: ProseNode = { type: 'paragraph', content: [] };

/** Every row as wide as the widest, merged cells taken apart, the alignment of a column as its head has it. */
function table(node: ProseNode): ProseNode | null {
  const rows = (node.content ?? []).map((row) => (row.content ?? []).flatMap(takenApart));
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return null;
  const columns = Array.from({ length: width }, (_, index) => alignmentOf(rows[0]?.[index]));
  return {
    type: 'table',
    content: rows.map((row, rowIndex) => ({
      type: 'tableRow',
      content: columns.map((align, index) => ({
        type: rowIndex === 0 ? 'tableHeader' : 'tableCell',
        attrs: { align },
        content: [{ type: 'paragraph', content: line({ type: 'paragraph', content: wordsOf(row[index]) }, false) }],
      })),
    })),
  };
}

const EMPTY_CELL: ProseNode = { type: 'tableCell', content: [] };

function takenApart(cell: ProseNode): ProseNode[] {
  const span = Math.min(20, Math.max(1, Number(cell.attrs?.['colspan'] ?? 1)));
  return [cell, ...Array.from({ length: span - 1 }, () => EMPTY_CELL)];
}

const alignmentOf = (cell: ProseNode | undefined): Alignment | null =>
  ALIGNMENTS.find((each) => each === cell?.attrs?.['align']) ?? null;

/** The words of a cell, in which several paragraphs can only follow each other. */
const wordsOf = (cell: ProseNode | undefined): ProseNode[] =>
  (cell?.content ?? []).flatMap((block, index) => [
    ...(index > 0 ? [{ type: 'text', text: ' ' }] : []),
    ...(block.content ?? []),
  ]);
