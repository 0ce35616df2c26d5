import type { DocumentCard } from '../document';
import { paragraphsOf, printable } from '../printable';
import { runsOf } from './fonts';
import { listed } from './headings';
import { INK, INK_2, INK_3, LINE_STRONG, MONO, PRIMARY, SERIF, TEXT_WIDTH } from './look';
import { heightOf, textNode, together, type PdfNode } from './nodes';
import { PROSE_LINE, PROSE_SIZE } from './prose';
import { tableNode } from './tables';

const PADDING = 14;
const INNER = TEXT_WIDTH - 2 * PADDING;
const LABEL = 78;

/** A principle as it stands in the text: a box of hairlines, kept on one page while it is of that size. */
export function cardNode(card: DocumentCard, parentId: string): PdfNode {
  const body = [...headOf(card, parentId), ...card.parts.map(partNode), ...card.tables.map(cardTable)];
  const box = {
    table: { widths: [INNER], body: [[{ stack: body }]] },
    layout: BOX,
    margin: [0, 4, 0, 12],
  };
  return together([box], cardHeight(card));
}

function headOf({ code, title, lead }: DocumentCard, parentId: string): PdfNode[] {
  const words = printable(title).replace(/\s+/g, ' ').trim();
  return [
    {
      text: [
        ...runsOf(`${printable(code)}\u00a0 `, MONO).map((run) => ({
          ...run,
          fontSize: 9,
          bold: false,
          color: PRIMARY,
        })),
        ...runsOf(words, SERIF),
      ],
      fontSize: 13,
      bold: true,
      color: INK,
      margin: [0, 0, 0, 4],
      ...listed({ text: words, level: 2, parentId, code }),
    },
    ...paragraphsOf(lead).map((text) =>
      textNode(text, { family: SERIF, size: PROSE_SIZE, lineHeight: PROSE_LINE }, { margin: [0, 0, 0, 6] }),
    ),
  ];
}

const partNode = ({ label, text }: { label: string; text: string }): PdfNode => ({
  columns: [
    { ...textNode(label, { size: 8.5, bold: true, color: INK_3 }), width: LABEL, margin: [0, 1, 0, 0] },
    {
      stack: paragraphsOf(text).map((line) =>
        textNode(line, { size: 9.5, color: INK_2, lineHeight: 1.1 }, { margin: [0, 0, 0, 3] }),
      ),
      width: INNER - LABEL - 8,
    },
  ],
  columnGap: 8,
  margin: [0, 3, 0, 2],
});

const cardTable = ({ heading, ...table }: DocumentCard['tables'][number]): PdfNode => ({
  stack: [
    ...(heading ? [textNode(heading, { size: 8.5, bold: true, color: INK_3 }, { margin: [0, 8, 0, 2] })] : []),
    tableNode(table, { width: INNER, margin: [0, 0, 0, 4] }),
  ],
});

function cardHeight({ lead, parts, tables }: DocumentCard): number {
  const texts = parts.reduce((sum, { text }) => sum + 8 + heightOf(text, { width: INNER - LABEL, size: 9.5 }), 0);
  const rows = tables.flatMap((table) => table.rows.map((row) => ({ row, columns: row.length })));
  const lines = rows.reduce(
    (sum, { row, columns }) =>
      sum + 8 + Math.max(...row.map((text) => heightOf(text, { width: INNER / Math.max(1, columns), size: 9 }))),
    0,
  );
  return 70 + heightOf(lead, { width: INNER, size: PROSE_SIZE }) + texts + lines + tables.length * 40;
}

const BOX = {
  hLineWidth: () => 0.75,
  vLineWidth: () => 0.75,
  hLineColor: () => LINE_STRONG,
  vLineColor: () => LINE_STRONG,
  paddingLeft: () => PADDING,
  paddingRight: () => PADDING,
  paddingTop: () => 11,
  paddingBottom: () => 9,
};
