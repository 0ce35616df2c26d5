import { tokensOf } from './lines';
import { SOURCE_BLOCK, type ProseNode } from './prose-node';
import { readBlock } from './read-block';
import { OutsideTheDialect } from './read-line';

/** A text as it is read, block by block, for whoever only shows or compares it; what the dialect does not know is source. */
export function readProse(text: string): ProseNode[] {
  return tokensOf(text)
    .filter(({ type }) => type !== 'space')
    .map((token) => {
      try {
        return readBlock(token);
      } catch (error) {
        if (error instanceof OutsideTheDialect) return { type: SOURCE_BLOCK, attrs: { raw: token.raw } };
        throw error;
      }
    });
}
