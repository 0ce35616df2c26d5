import type { BlockedText } from './prose-text';

/**
 * A text of these blocks, in their own bytes. Two that stand beside each other in one of the sources keep what stands
 * between them there.
 */
export function textFrom(raws: readonly string[], sources: readonly BlockedText[]): string {
  return raws.map((raw, index) => raw + between(raw, raws[index + 1], sources)).join('');
}

function between(raw: string, next: string | undefined, sources: readonly BlockedText[]): string {
  for (const { blocks } of sources) {
    const place = blocks.findIndex((block, index) => block.raw === raw && blocks[index + 1]?.raw === next);
    if (place >= 0) return blocks[place]?.gap ?? '';
  }
  return next === undefined ? '' : '\n\n';
}
