import { printable } from '../printable';
import { runsOf } from './fonts';
import { INK, INK_2, SANS, SERIF } from './look';
import type { PdfNode } from './nodes';

export interface Heading {
  text: string;
  /** 1 is a chapter. */
  level: number;
  /** Of the outline; a chapter has one, what stands in it names it. */
  id?: string;
  parentId?: string;
  /** A code that stands before the words in contents and outline. */
  code?: string;
}

/** The look of each level: chapters in the voice of the page, what stands in a text in that of the strategy. */
const LEVELS: Record<number, PdfNode> = {
  1: { fontSize: 17, bold: true, color: INK, margin: [0, 26, 0, 9] },
  2: { fontSize: 13, bold: true, color: INK, margin: [0, 12, 0, 5] },
  3: { fontSize: 11, bold: true, color: INK, margin: [0, 8, 0, 4] },
  4: { fontSize: 10.5, bold: true, italics: true, color: INK, margin: [0, 6, 0, 3] },
  5: { fontSize: 10.5, italics: true, color: INK_2, margin: [0, 6, 0, 3] },
};

/** Levels that stand in the contents. */
export const IN_CONTENTS = 2;

/** A heading; the first two levels stand in the contents and in the outline. */
export function headingNode({ text, level, id, parentId, code }: Heading): PdfNode {
  const words = printable(text).replace(/\s+/g, ' ').trim();
  const node: PdfNode = { text: runsOf(words, level === 1 ? SANS : SERIF), ...LEVELS[level] };
  return level <= IN_CONTENTS ? { ...node, ...listed({ text: words, level, id, parentId, code }) } : node;
}

/** What puts a line into contents and outline; the contents are set in their own manner. */
export function listed({ text, level, id, parentId, code }: Heading): PdfNode {
  return {
    tocItem: true,
    tocStyle: level === 1 ? 'contents1' : 'contents2',
    tocMargin: level === 1 ? [0, 7, 0, 0] : [14, 1, 0, 0],
    tocNumberStyle: level === 1 ? 'contents1' : 'contents2',
    outline: true,
    outlineText: (code ? `${code} ${text}` : text).slice(0, 200) || '–',
    outlineExpanded: false,
    ...(id ? { id } : {}),
    ...(parentId ? { outlineParentId: parentId } : {}),
  };
}
