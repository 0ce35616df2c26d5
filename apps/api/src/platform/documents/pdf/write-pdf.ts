import pdfmake from 'pdfmake';
import type { DocumentBlock, DocumentChapter, PrintedDocument } from '../document';
import { cardNode } from './cards';
import { loadFonts } from './fonts';
import { frontPage } from './front-page';
import { headingNode } from './headings';
import { BAD, INK, INK_2, INK_3, LINE, MARGINS, MONO, PAGE_WIDTH, SANS, TEXT_WIDTH } from './look';
import { textNode, type PdfNode } from './nodes';
import { proseNodes } from './prose';
import { tableNode } from './tables';

/** The document as a PDF file with contents, outline, and every font it uses. */
export async function writePdf(document: PrintedDocument): Promise<Uint8Array> {
  loadFonts();
  const made = new Date(document.made);
  const pdf = pdfmake.createPdf({
    version: '1.7',
    language: document.language,
    displayTitle: true,
    info: {
      title: document.title,
      author: document.about.author,
      subject: document.about.subject,
      keywords: document.about.keywords.join(', '),
      creator: 'Sightline',
      producer: 'Sightline',
      creationDate: made,
      modDate: made,
    },
    pageSize: 'A4',
    pageMargins: [MARGINS.side, MARGINS.top, MARGINS.side, MARGINS.bottom],
    defaultStyle: { font: `${SANS}-0`, fontSize: 10, color: INK, lineHeight: 1.1 },
    styles: { contents1: { bold: true, fontSize: 10.5 }, contents2: { fontSize: 9.5, color: INK_2, bold: false } },
    header: (page: number) => (page === 1 ? null : head(document)),
    footer: (page: number, pages: number) => (page === 1 ? null : foot(document, page, pages)),
    content: [
      ...frontPage(document),
      contents(document.contents),
      ...document.chapters.flatMap((chapter, index) => chapterNodes(document, chapter, index)),
    ],
  });
  return pdf.getBuffer();
}

const contents = (title: string): PdfNode => ({
  toc: { title: textNode(title, { size: 17, bold: true }, { margin: [0, 0, 0, 8] }) },
  pageBreak: 'after',
});

function chapterNodes(document: PrintedDocument, { title, blocks }: DocumentChapter, index: number): PdfNode[] {
  const id = `chapter-${index + 1}`;
  const heading = headingNode({ text: title, level: 1, id });
  const nodes = blocks.flatMap((block) => blockNodes(document, block, id));
  // A heading stays with what follows where that stays whole itself, and a sentence of ours leads on to what it is about.
  let kept = 0;
  if (nodes[0] && isShortLine(nodes[0])) kept = 1;
  if (nodes[kept]?.['unbreakable'] === true) kept += 1;
  const begin = [heading, ...nodes.slice(0, kept)];
  return [...(kept > 0 ? [{ stack: begin, unbreakable: true }] : begin), ...nodes.slice(kept)];
}

const isShortLine = ({ text }: PdfNode): boolean =>
  Array.isArray(text) && text.reduce((sum: number, run: { text: string }) => sum + run.text.length, 0) < 1200;

function blockNodes(document: PrintedDocument, block: DocumentBlock, parentId: string): PdfNode[] {
  switch (block.kind) {
    case 'prose':
      return proseNodes(block.text, { source: document.running.source, parentId });
    case 'note':
      return [textNode(block.text, { size: 9.5, color: INK_2, lineHeight: 1.15 }, { margin: [0, 0, 0, 8] })];
    case 'table':
      return [tableNode(block.table)];
    case 'card':
      return [cardNode(block.card, parentId)];
  }
}

/** What the page belongs to, and whether it binds anybody. */
const head = ({ running, state }: PrintedDocument): PdfNode => ({
  margin: [MARGINS.side, 34, MARGINS.side, 0],
  stack: [
    {
      columns: [
        { ...textNode(running.head, { size: 8.5, color: INK_2 }), width: '*' },
        {
          ...textNode(state.text, { size: 8.5, bold: !state.binding, color: state.binding ? INK_2 : BAD }),
          width: 'auto',
          alignment: 'right',
        },
      ],
      columnGap: 12,
    },
    {
      canvas: [{ type: 'line', x1: 0, y1: 0, x2: TEXT_WIDTH, y2: 0, lineWidth: 0.5, lineColor: LINE }],
      margin: [0, 5, 0, 0],
    },
  ],
});

const foot = ({ running }: PrintedDocument, page: number, pages: number): PdfNode => ({
  margin: [MARGINS.side, 26, MARGINS.side, 0],
  columns: [
    {
      ...textNode(running.foot, { family: MONO, size: 6.5, color: INK_3 }),
      width: PAGE_WIDTH - 2 * MARGINS.side - 90,
      margin: [0, 1.5, 0, 0],
    },
    {
      ...textNode(running.page.replace('#', String(page)).replace('#', String(pages)), { size: 8.5, color: INK_2 }),
      width: 90,
      alignment: 'right',
    },
  ],
});
