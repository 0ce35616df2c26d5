export { carefulTokens } from './careful-tokens';
export { isSameNode, SOURCE_BLOCK, type ProseMark, type ProseNode } from './prose-node';
export { blocksOf, sayable, type BlockedText, type ReadBefore, type TextBlock, type WrittenBlock } from './prose-text';
export { readProse } from './read-prose';
export { textFrom } from './text-from';
export { tidyBlock } from './tidy-block';
export { woven } from './weave';
