/** The colours of the look in its light theme: paper is always light. */
export const INK = '#131C20';
export const INK_2 = '#435159';
export const INK_3 = '#5A6970';
export const LINE = '#DCE3E6';
export const LINE_STRONG = '#B9C5CA';
export const CANVAS = '#F3F6F7';
export const PRIMARY = '#0B5566';
export const BAD = '#A61B24';

/** A4, in points: 28 mm at the sides give lines of about 80 signs, which is what one can read. */
export const PAGE_WIDTH = 595.28;
export const MARGINS = { side: 79, top: 84, bottom: 76 } as const;
export const TEXT_WIDTH = PAGE_WIDTH - 2 * MARGINS.side;

export const SANS = 'sans';
export const SERIF = 'serif';
export const MONO = 'mono';
