export { blocksOf, type BlockedText, type TextBlock } from './prose-text';
export { textFrom } from './text-from';
