import type { IStylesOptions } from 'docx';

/**
 * Word has none of the faces of the look, and a file that names one its reader lacks looks like neither: the two faces
 * every Word and LibreOffice has, sans for the page and serif for the strategy's own voice.
 */
export const SANS = 'Calibri';
export const SERIF = 'Cambria';
export const MONO = 'Courier New';

export const INK = '131C20';
export const INK_2 = '435159';
export const INK_3 = '5A6970';
export const LINE = 'DCE3E6';
export const LINE_STRONG = 'B9C5CA';
export const CANVAS = 'F3F6F7';
export const PRIMARY = '0B5566';
export const BAD = 'A61B24';

/** A4 in twentieths of a point, with 28 mm at the sides. */
export const PAGE = { width: 11906, height: 16838, side: 1588, top: 1680, bottom: 1440 } as const;
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.side;

/** Names of the paragraph styles beside those that Word has itself. */
export const STYLE = {
  prose: 'Prose',
  note: 'Note',
  source: 'Source',
  quotation: 'Quotation',
  cell: 'Cell',
  cellHead: 'CellHead',
  label: 'Label',
  front: 'FrontPage',
} as const;

const heading = (size: number, font: string, before: number, after: number, italics = false) => ({
  run: { font, size, bold: !italics, italics, color: INK },
  paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
});

const paragraph = (id: string, run: object, spacing: object, more: object = {}) => ({
  id,
  name: id.replace(/(?<=[a-z])(?=[A-Z])/g, ' '),
  basedOn: 'Normal',
  quickFormat: true,
  run,
  paragraph: { spacing, ...more },
});

/** The styles of the document: whoever changes one in Word changes every place that uses it. */
export function stylesOf(language: string): IStylesOptions {
  return {
    default: {
      document: {
        run: { font: SANS, size: 21, color: INK, language: { value: language } },
        paragraph: { spacing: { line: 276 } },
      },
      title: {
        run: { font: SANS, size: 60, bold: true, color: INK },
        paragraph: { spacing: { before: 60, after: 160 } },
      },
      heading1: heading(34, SANS, 480, 160),
      heading2: heading(26, SERIF, 280, 100),
      heading3: heading(22, SERIF, 200, 80),
      heading4: heading(21, SERIF, 160, 60),
      heading5: heading(21, SERIF, 160, 60, true),
      hyperlink: { run: { color: PRIMARY, underline: {} } },
    },
    paragraphStyles: [
      paragraph(STYLE.prose, { font: SERIF, size: 21 }, { after: 140, line: 300 }),
      paragraph(STYLE.note, { color: INK_2, size: 19 }, { after: 140 }),
      paragraph(STYLE.source, { font: MONO, size: 17 }, { after: 0, line: 250 }, { shading: { fill: CANVAS } }),
      paragraph(STYLE.quotation, { font: SERIF, size: 21, color: INK_2 }, { after: 140 }, { indent: { left: 360 } }),
      paragraph(STYLE.cell, { size: 18, color: INK_2 }, { before: 40, after: 40 }),
      paragraph(STYLE.cellHead, { size: 17, color: INK_3 }, { before: 40, after: 40 }, { keepNext: true }),
      paragraph(STYLE.label, { size: 17, bold: true, color: INK_3 }, { before: 60, after: 20 }, { keepNext: true }),
      paragraph(STYLE.front, { size: 24, color: INK_2 }, { after: 60 }),
    ],
  };
}
