import { printable } from '../printable';
import { runsOf } from './fonts';
import { SANS } from './look';

/** A node of pdfmake's description of a document. */
export type PdfNode = Record<string, unknown>;

/** How a text is set; what is left out is inherited. */
export interface Setting {
  family?: string;
  size?: number;
  bold?: boolean;
  italics?: boolean;
  color?: string;
  lineHeight?: number;
}

/** A text of ours or a plain text of somebody, in runs of fonts that have its signs. */
export function textNode(text: string, { family = SANS, size, ...set }: Setting = {}, more: PdfNode = {}): PdfNode {
  return { text: runsOf(printable(text), family), ...(size ? { fontSize: size } : {}), ...set, ...more };
}

/** How many points a text takes, roughly: to judge what may be kept on one page. */
export function heightOf(text: string, { width, size }: { width: number; size: number }): number {
  const signsInLine = Math.max(4, width / (size * 0.5));
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / signsInLine)), 0);
  return lines * size * 1.5;
}

/** Half a page: what is higher than that may be parted. */
export const KEPT_TOGETHER_MAX = 340;

/** Keeps nodes on one page, unless they are so high that it would leave a hole or could not be done at all. */
export function together(nodes: PdfNode[], height: number): PdfNode {
  return height <= KEPT_TOGETHER_MAX ? { stack: nodes, unbreakable: true } : { stack: nodes };
}
