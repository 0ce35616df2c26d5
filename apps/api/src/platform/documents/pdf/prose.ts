import { SOURCE_BLOCK, type ProseNode } from '@sightline/prose';
import { printable } from '../printable';
import { leadsOut, piecesOf, printedProse, levelOf, wordsOf } from '../prose';
import { runsOf } from './fonts';
import { headingNode } from './headings';
import { CANVAS, INK_2, LINE_STRONG, MONO, PRIMARY, SANS, SERIF, TEXT_WIDTH } from './look';
import { heightOf, together, type PdfNode } from './nodes';
import { tableNode } from './tables';

export const PROSE_SIZE = 10.5;
export const PROSE_LINE = 1.12;
const CODE_SIZE = 8.5;
const INDENT = 16;
/** Lists in lists in lists: from here on they stand under each other. */
const DEEPEST = 6;

/** What the printed words around a text need to know. */
export interface ProseContext {
  /** Above what the dialect does not know. */
  source: string;
  parentId: string;
}

/** Somebody's text, its headings kept with what follows them. */
export function proseNodes(text: string, context: ProseContext): PdfNode[] {
  const blocks = printedProse(text);
  const nodes: PdfNode[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as ProseNode;
    const next = blocks[index + 1];
    if (block.type !== 'heading' || !next || next.type === 'heading') {
      nodes.push(blockNode(block, context, 0));
      continue;
    }
    const words = wordsIn(next);
    nodes.push(
      together(
        [blockNode(block, context, 0), blockNode(next, context, 0)],
        40 + heightOf(words, { width: TEXT_WIDTH, size: PROSE_SIZE }),
      ),
    );
    index += 1;
  }
  return nodes;
}

/** All words of a block; cells and items count as lines. */
function wordsIn(node: ProseNode): string {
  if (node.type === SOURCE_BLOCK) return String(node.attrs?.['raw'] ?? '');
  if (node.text !== undefined) return node.text;
  const apart = node.type === 'paragraph' || node.type === 'heading' ? '' : '\n';
  return (node.content ?? []).map(wordsIn).join(apart);
}

function blockNode(node: ProseNode, context: ProseContext, depth: number): PdfNode {
  switch (node.type) {
    case 'heading':
      return headingNode({ text: wordsOf(node), level: levelOf(node), parentId: context.parentId });
    case 'codeBlock':
      return codeNode(wordsOf(node));
    case 'blockquote':
      return { stack: inside(node, context, depth), margin: [depth < DEEPEST ? INDENT : 0, 0, 0, 8], color: INK_2 };
    case 'bulletList':
    case 'orderedList':
      return listNode(node, context, depth);
    case 'table':
      return tableNode(tableOf(node), { margin: [0, 4, 0, 12] });
    case 'horizontalRule':
      return ruleNode();
    case SOURCE_BLOCK:
      return { stack: [sourceLabel(context.source), codeNode(String(node.attrs?.['raw'] ?? ''))] };
    default:
      return lineNode(node, depth);
  }
}

const inside = (node: ProseNode, context: ProseContext, depth: number): PdfNode[] =>
  (node.content ?? []).map((block) => blockNode(block, context, depth + 1));

function lineNode(node: ProseNode, depth: number): PdfNode {
  const text = piecesOf(node).flatMap(({ text, bold, italic, strike, code, link }) =>
    runsOf(printable(text), code ? MONO : SERIF).map((run) => ({
      ...run,
      ...(bold && { bold }),
      ...(italic && { italics: true }),
      ...(strike && { decoration: 'lineThrough' }),
      ...(code && { fontSize: CODE_SIZE + 0.5 }),
      ...(leadsOut(link) && { link, color: PRIMARY }),
    })),
  );
  return { text, fontSize: PROSE_SIZE, lineHeight: PROSE_LINE, margin: [0, 0, 0, depth > 0 ? 3 : 7] };
}

function listNode(node: ProseNode, context: ProseContext, depth: number): PdfNode {
  const items = (node.content ?? []).map((item) => ({ stack: inside(item, context, depth) }));
  const set = { fontSize: PROSE_SIZE, font: `${SERIF}-0`, margin: [0, 0, 0, 5], markerColor: INK_2 };
  if (depth >= DEEPEST) return { stack: items };
  if (node.type === 'bulletList') return { ul: items, ...set };
  return { ol: items, start: Number(node.attrs?.['start'] ?? 1), ...set };
}

function tableOf(node: ProseNode): { head: string[]; rows: string[][]; widths: number[]; right: number[] } {
  const rows = (node.content ?? []).map((row) => (row.content ?? []).map((cell) => wordsIn(cell)));
  const [head = [], ...others] = rows;
  const lengths = head.map((_, column) => Math.max(...rows.map((row) => Math.min(60, row[column]?.length ?? 0)), 8));
  const aligned = (node.content?.[0]?.content ?? []).map((cell) => cell.attrs?.['align'] === 'right');
  return {
    head,
    rows: others,
    widths: lengths,
    right: aligned.flatMap((isRight, index) => (isRight ? [index] : [])),
  };
}

const sourceLabel = (text: string): PdfNode => ({
  text: runsOf(text, SANS),
  fontSize: 8,
  color: INK_2,
  margin: [0, 2, 0, 2],
});

/** On a ground of its own; long lines are broken, spaces at their beginning stay. */
function codeNode(text: string): PdfNode {
  const lines = printable(text).split('\n');
  return {
    table: {
      widths: [TEXT_WIDTH - 20],
      body: lines.map((line) => [
        { text: runsOf(line === '' ? ' ' : line, MONO), fontSize: CODE_SIZE, preserveLeadingSpaces: true },
      ]),
    },
    layout: CODE_LAYOUT,
    margin: [0, 2, 0, 10],
  };
}

const CODE_LAYOUT = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 10,
  paddingRight: () => 10,
  paddingTop: (row: number) => (row === 0 ? 6 : 1),
  paddingBottom: (row: number, node: { table: { body: unknown[] } }) => (row === node.table.body.length - 1 ? 6 : 1),
  fillColor: () => CANVAS,
};

const ruleNode = (): PdfNode => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: TEXT_WIDTH, y2: 0, lineWidth: 0.75, lineColor: LINE_STRONG }],
  margin: [0, 6, 0, 12],
});
