import { blocksOf, SOURCE_BLOCK, type ProseNode } from '@sightline/prose';

/** Deepest heading of a document: chapters are the first level, the chapters of a text begin with the second. */
export const DEEPEST_HEADING = 5;

/**
 * The blocks of a text in Markdown, its headings below those of the document: the highest one a text uses becomes the
 * second level, whatever it was called.
 */
export function printedProse(text: string): ProseNode[] {
  const nodes = readable(text);
  const levels = nodes.flatMap((node) => (node.type === 'heading' ? [levelOf(node)] : []));
  const highest = Math.min(...levels);
  return nodes.map((node) =>
    node.type === 'heading'
      ? { ...node, attrs: { level: Math.min(DEEPEST_HEADING, levelOf(node) - highest + 2) } }
      : node,
  );
}

/** A text that is nested deeper than anybody can read is printed as its source. */
function readable(text: string): ProseNode[] {
  try {
    return blocksOf(text).blocks.map(({ node }) => node);
  } catch (error) {
    if (error instanceof RangeError) return [{ type: SOURCE_BLOCK, attrs: { raw: text } }];
    throw error;
  }
}

export const levelOf = (node: ProseNode): number => Number(node.attrs?.['level'] ?? 1);

/** A piece of a line, with what is set on it. */
export interface ProsePiece {
  text: string;
  bold: boolean;
  italic: boolean;
  strike: boolean;
  code: boolean;
  link: string | null;
}

/** The pieces of a line; a break is a line end. */
export function piecesOf(node: ProseNode): ProsePiece[] {
  return (node.content ?? []).map((piece) => {
    const marks = piece.marks ?? [];
    const has = (type: string): boolean => marks.some((mark) => mark.type === type);
    const link = marks.find(({ type }) => type === 'link')?.attrs?.['href'];
    return {
      text: piece.type === 'hardBreak' ? '\n' : (piece.text ?? ''),
      bold: has('bold'),
      italic: has('italic'),
      strike: has('strike'),
      code: has('code'),
      link: typeof link === 'string' ? link : null,
    };
  });
}

/** The words of a line without what is set on them. */
export const wordsOf = (node: ProseNode): string =>
  piecesOf(node)
    .map(({ text }) => text)
    .join('');

/** Only what leads somewhere from a printed page; a link within the site would lead nowhere. */
export const leadsOut = (link: string | null): link is string => link !== null && /^(https?:|mailto:)/i.test(link);
