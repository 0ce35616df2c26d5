import { SOURCE_BLOCK, type ProseNode } from '@sightline/prose';
import { HeadingLevel, Paragraph, type FileChild } from 'docx';
import { printable } from '../printable';
import { levelOf, piecesOf, printedProse, wordsOf } from '../prose';
import { MONO, STYLE } from './look';
import { pieceRuns, textRuns } from './runs';
import { docxTable } from './tables';

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
] as const;
/** Word knows nine levels of a list. */
const LIST_LEVELS = 9;
export const ORDERED = 'ordered';

/** Counts the lists of a document: each begins to count anew. */
export interface ListCount {
  lists: number;
}

interface Place {
  count: ListCount;
  source: string;
  list?: { ordered: boolean; level: number; instance: number };
  quoted?: boolean;
}

/** Somebody's text as paragraphs, lists and tables of Word. */
export function proseParagraphs(text: string, place: Place): FileChild[] {
  return printedProse(text).flatMap((node) => blockParagraphs(node, place));
}

export function headingParagraph(text: string, level: number): Paragraph {
  return new Paragraph({ heading: HEADINGS[level - 1] ?? HeadingLevel.HEADING_5, children: textRuns(oneLine(text)) });
}

const oneLine = (text: string): string => printable(text).replace(/\s+/g, ' ').trim();

function blockParagraphs(node: ProseNode, place: Place): FileChild[] {
  switch (node.type) {
    case 'heading':
      return [headingParagraph(wordsOf(node), levelOf(node))];
    case 'codeBlock':
      return sourceParagraphs(wordsOf(node));
    case 'blockquote':
      return (node.content ?? []).flatMap((block) => blockParagraphs(block, { ...place, quoted: true }));
    case 'bulletList':
    case 'orderedList':
      return listParagraphs(node, place);
    case 'table':
      return [tableOf(node), new Paragraph({ style: STYLE.cell })];
    case 'horizontalRule':
      return [new Paragraph({ thematicBreak: true })];
    case SOURCE_BLOCK:
      return [
        new Paragraph({ style: STYLE.label, children: textRuns(place.source) }),
        ...sourceParagraphs(String(node.attrs?.['raw'] ?? '')),
      ];
    default:
      return [lineParagraph(node, place)];
  }
}

function lineParagraph(node: ProseNode, { list, quoted }: Place): Paragraph {
  const level = Math.min(LIST_LEVELS - 1, list?.level ?? 0);
  return new Paragraph({
    style: quoted ? STYLE.quotation : STYLE.prose,
    ...(list &&
      (list.ordered ? { numbering: { reference: ORDERED, level, instance: list.instance } } : { bullet: { level } })),
    children: pieceRuns(piecesOf(node)),
  });
}

function listParagraphs(node: ProseNode, place: Place): FileChild[] {
  place.count.lists += 1;
  const list = {
    ordered: node.type === 'orderedList',
    level: (place.list?.level ?? -1) + 1,
    instance: place.count.lists,
  };
  return (node.content ?? []).flatMap((item) =>
    (item.content ?? []).flatMap((block, index) => {
      const isList = block.type === 'bulletList' || block.type === 'orderedList';
      // What follows the first line of an item stands under it, without a sign of its own.
      return blockParagraphs(block, index === 0 || isList ? { ...place, list } : { ...place, list: undefined });
    }),
  );
}

/** Every line is a paragraph: none of them is broken where it was not. */
function sourceParagraphs(text: string): Paragraph[] {
  const lines = printable(text).split('\n');
  return lines.map(
    (line, index) =>
      new Paragraph({
        style: STYLE.source,
        ...(index === lines.length - 1 && { spacing: { after: 160 } }),
        children: textRuns(line, { font: MONO }),
      }),
  );
}

function tableOf(node: ProseNode): ReturnType<typeof docxTable> {
  const rows = (node.content ?? []).map((row) =>
    (row.content ?? []).map((cell) => (cell.content ?? []).map(wordsOf).join(' ')),
  );
  const [head = [], ...others] = rows;
  const widths = head.map((_, column) => Math.max(8, ...rows.map((row) => Math.min(60, row[column]?.length ?? 0))));
  return docxTable({ head, rows: others, widths });
}
