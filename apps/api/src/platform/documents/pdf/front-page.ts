import type { DocumentFact, PrintedDocument } from '../document';
import { BAD, INK, INK_2, INK_3, LINE_STRONG, MONO, PRIMARY, SANS, TEXT_WIDTH } from './look';
import { textNode, type PdfNode } from './nodes';
import { tableNode } from './tables';

const LABEL = 120;

/** The first page: whose, what, whether it binds, since when, and who put their name to it. */
export function frontPage({ organisation, title, state, facts, signatures }: PrintedDocument): PdfNode[] {
  return [
    textNode(organisation, { size: 12, color: INK_2 }, { margin: [0, 110, 0, 6] }),
    textNode(title, { size: 30, bold: true, color: INK, lineHeight: 0.95 }, { margin: [0, 0, 0, 10] }),
    textNode(state.text, { size: 13, bold: true, color: state.binding ? PRIMARY : BAD }, { margin: [0, 0, 0, 26] }),
    rule(),
    ...facts.map(factNode),
    ...(signatures ? [signed(signatures)] : []),
    { text: '', pageBreak: 'after' },
  ];
}

const rule = (): PdfNode => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: TEXT_WIDTH, y2: 0, lineWidth: 1, lineColor: LINE_STRONG }],
  margin: [0, 0, 0, 10],
});

const factNode = ({ label, value, code }: DocumentFact): PdfNode => ({
  columns: [
    { ...textNode(label, { size: 9.5, color: INK_3 }), width: LABEL },
    {
      ...textNode(value, code ? { family: MONO, size: 8 } : { size: 9.5 }),
      width: TEXT_WIDTH - LABEL - 8,
      margin: [0, code ? 1.5 : 0, 0, 0],
    },
  ],
  columnGap: 8,
  margin: [0, 2.5, 0, 2.5],
});

const signed = ({ heading, ...table }: NonNullable<PrintedDocument['signatures']>): PdfNode => ({
  stack: [
    textNode(heading ?? '', { family: SANS, size: 12, bold: true }, { margin: [0, 30, 0, 4] }),
    tableNode(table, { margin: [0, 2, 0, 0] }),
  ],
});
