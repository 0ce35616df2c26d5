import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  Header,
  LevelFormat,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  Tab,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx';
import type { DocumentBlock, DocumentCard, DocumentFact, PrintedDocument } from '../document';
import { paragraphsOf } from '../printable';
import { BAD, INK_2, INK_3, LINE, LINE_STRONG, MONO, PAGE, PRIMARY, SERIF, STYLE, stylesOf, TEXT_WIDTH } from './look';
import { headingParagraph, type ListCount, ORDERED, proseParagraphs } from './prose';
import { textRuns } from './runs';
import { docxTable } from './tables';

/** The document as a file of Word: real headings, a table of contents that Word can renew, numbered pages. */
export async function writeDocx(document: PrintedDocument): Promise<Uint8Array> {
  const count: ListCount = { lists: 0 };
  const file = new Document({
    title: document.title,
    subject: document.about.subject,
    creator: document.about.author,
    lastModifiedBy: document.about.author,
    keywords: document.about.keywords.join(', '),
    description: document.state.text,
    styles: stylesOf(document.language),
    numbering: { config: [{ reference: ORDERED, levels: ORDERED_LEVELS }] },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { left: PAGE.side, right: PAGE.side, top: PAGE.top, bottom: PAGE.bottom },
          },
        },
        headers: { default: head(document), first: new Header({ children: [new Paragraph({})] }) },
        footers: { default: foot(document), first: new Footer({ children: [new Paragraph({})] }) },
        children: [
          ...frontPage(document),
          new Paragraph({ style: STYLE.front, children: textRuns(document.contents, { size: 34, bold: true }) }),
          new TableOfContents(document.contents, { hyperlink: true, headingStyleRange: '1-2' }),
          new Paragraph({ children: [new PageBreak()] }),
          ...document.chapters.flatMap(({ title, blocks }) => [
            headingParagraph(title, 1),
            ...blocks.flatMap((block) => blockChildren(block, count, document.running.source)),
          ]),
        ],
      },
    ],
  });
  return Packer.toBuffer(file);
}

const ORDERED_LEVELS = Array.from({ length: 9 }, (_, level) => ({
  level,
  format: [LevelFormat.DECIMAL, LevelFormat.LOWER_LETTER, LevelFormat.LOWER_ROMAN][level % 3] ?? LevelFormat.DECIMAL,
  text: `%${level + 1}.`,
  alignment: AlignmentType.START,
  style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 360 } } },
}));

function frontPage({ organisation, title, state, facts, signatures }: PrintedDocument): FileChild[] {
  return [
    new Paragraph({ style: STYLE.front, spacing: { before: 2600 }, children: textRuns(organisation) }),
    new Paragraph({ style: 'Title', children: textRuns(title) }),
    new Paragraph({
      style: STYLE.front,
      spacing: { after: 480 },
      border: { bottom: { style: BorderStyle.SINGLE, size: 8, color: LINE_STRONG, space: 12 } },
      children: textRuns(state.text, { bold: true, color: state.binding ? PRIMARY : BAD }),
    }),
    ...facts.map(factParagraph),
    ...(signatures
      ? [
          new Paragraph({
            style: STYLE.label,
            spacing: { before: 560, after: 80 },
            children: textRuns(signatures.heading ?? '', { size: 24 }),
          }),
          docxTable(signatures),
        ]
      : []),
    new Paragraph({ children: [new PageBreak()] }),
  ];
}

const factParagraph = ({ label, value, code }: DocumentFact): Paragraph =>
  new Paragraph({
    spacing: { after: 60 },
    indent: { left: 2400, hanging: 2400 },
    tabStops: [{ type: TabStopType.LEFT, position: 2400 }],
    children: [
      ...textRuns(label, { color: INK_3, size: 19 }),
      new TextRun({ children: [new Tab()] }),
      ...textRuns(value, code ? { font: MONO, size: 15 } : { size: 19 }),
    ],
  });

function blockChildren(block: DocumentBlock, count: ListCount, source: string): FileChild[] {
  switch (block.kind) {
    case 'prose':
      return proseParagraphs(block.text, { count, source });
    case 'note':
      return [new Paragraph({ style: STYLE.note, children: textRuns(block.text) })];
    case 'table':
      return [docxTable(block.table), new Paragraph({ style: STYLE.cell })];
    case 'card':
      return cardChildren(block.card);
  }
}

/** A principle: its title is a heading, so that Word finds and lists it; its parts stand under their labels. */
function cardChildren({ code, title, lead, parts, tables }: DocumentCard): FileChild[] {
  return [
    headingParagraph(`${code}  ${title}`, 2),
    ...paragraphsOf(lead).map(
      (text) => new Paragraph({ style: STYLE.prose, children: textRuns(text, { font: SERIF }) }),
    ),
    ...parts.flatMap(({ label, text }) => [
      new Paragraph({ style: STYLE.label, children: textRuns(label) }),
      ...paragraphsOf(text).map((line) => new Paragraph({ style: STYLE.note, children: textRuns(line) })),
    ]),
    ...tables.flatMap((table) => [
      new Paragraph({ style: STYLE.label, children: textRuns(table.heading ?? '') }),
      docxTable(table),
      new Paragraph({ style: STYLE.cell }),
    ]),
  ];
}

const head = ({ running, state }: PrintedDocument): Header =>
  new Header({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: LINE, space: 4 } },
        children: [
          ...textRuns(running.head, { size: 17, color: INK_2 }),
          new TextRun({ children: [new Tab()] }),
          ...textRuns(state.text, { size: 17, bold: !state.binding, color: state.binding ? INK_2 : BAD }),
        ],
      }),
    ],
  });

function foot({ running }: PrintedDocument): Footer {
  const [before = '', between = '', after = ''] = running.page.split('#');
  const numbers = [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after];
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [
          ...textRuns(running.foot, { font: MONO, size: 12, color: INK_3 }),
          new TextRun({ children: [new Tab(), ...numbers], size: 17, color: INK_2 }),
        ],
      }),
    ],
  });
}
