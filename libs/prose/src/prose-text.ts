import type { Token } from 'marked';
import { linesOf, tokensOf } from './lines';
import { isSameNode, SOURCE_BLOCK, type ProseNode } from './prose-node';
import { readBlock } from './read-block';
import { OutsideTheDialect } from './read-line';
import { tidyBlock } from './tidy-block';
import { writeBlock } from './write-block';

/** A block of a text: its own bytes, those up to the next block, and what it says. */
export interface TextBlock {
  readonly raw: string;
  /** Line ends between this block and the next one. */
  readonly gap: string;
  readonly node: ProseNode;
  /** The block as it would be written anew: equal for blocks that say the same in the same form. */
  readonly written: string;
}

/** A text in blocks; `lead` and the blocks' bytes together are the text. */
export interface BlockedText {
  readonly lead: string;
  readonly blocks: readonly TextBlock[];
}

/** Blocks that were read before, by their source: most of a text stays as it is from one look to the next. */
export type ReadBefore = Map<string, Omit<TextBlock, 'gap'>>;
const REMEMBERED_MAX = 5_000;

/**
 * Splits a text into blocks. A block is a node of the dialect only when writing that node anew is read as the same
 * node; anything else stays as its source, so that nothing can get lost on the way through an editor.
 */
export function blocksOf(text: string, before?: ReadBefore): BlockedText {
  const { plain, at } = lineFeeds(text);
  const blocks: TextBlock[] = [];
  let lead = '';
  let from = 0;
  const tokens = tokensOf(plain);
  // What a reference means stands elsewhere in the text.
  const memory = Object.keys(tokens.links).length === 0 ? before : undefined;
  for (const token of tokens) {
    if (!plain.startsWith(token.raw, from)) break;
    const to = from + token.raw.length;
    const body = from + (token.type === 'space' ? 0 : token.raw.replace(/\s*$/, '').length);
    const gap = text.slice(at(body), at(to));
    const last = blocks.at(-1);
    if (body > from) blocks.push({ ...remembered(token, text.slice(at(from), at(body)), memory), gap });
    else if (last) blocks[blocks.length - 1] = { ...last, gap: last.gap + gap };
    else lead += gap;
    from = to;
  }
  const rest = text.slice(at(from));
  if (rest.trim() !== '') blocks.push({ ...source(rest), gap: '' });
  return { lead, blocks };
}

function remembered(token: Token, raw: string, memory: ReadBefore | undefined): Omit<TextBlock, 'gap'> {
  const known = memory?.get(raw);
  if (known) return known;
  const read = readToken(token, raw);
  if (memory && memory.size >= REMEMBERED_MAX) memory.clear();
  memory?.set(raw, read);
  return read;
}

function readToken(token: Token, raw: string): Omit<TextBlock, 'gap'> {
  try {
    const node = tidyBlock(readBlock(token));
    if (!node) return source(raw);
    const written = writtenBlock(node);
    return isSameNode(readBack(written), node) ? { raw, node, written } : source(raw);
  } catch (error) {
    if (error instanceof OutsideTheDialect) return source(raw);
    throw error;
  }
}

const source = (raw: string): Omit<TextBlock, 'gap'> => ({
  raw,
  node: { type: SOURCE_BLOCK, attrs: { raw } },
  written: raw,
});

/** A block as it is written anew, and what that says to whoever reads it. */
export type WrittenBlock = Pick<TextBlock, 'node' | 'written'>;

/**
 * A tidy block in Markdown: in the plainest manner that is read again as the same. What Markdown cannot say (an odd
 * emphasis amid a word) is left out of the node, never a word of its text.
 */
export function sayable(node: ProseNode): WrittenBlock {
  const written = writtenBlock(node);
  const read = readBack(written);
  if (node.type === SOURCE_BLOCK || !read || isSameNode(read, node)) return { node, written };
  return { node: read, written: writtenBlock(read) };
}

/** The Markdown of a tidy block. `after` is a list of the same kind that stands right before it. */
export function writtenBlock(node: ProseNode, after?: string): string {
  const plain = writeBlock(node, linesOf({ careful: false }), { after });
  if (node.type === SOURCE_BLOCK || isSameNode(readBack(plain), node)) return plain;
  return writeBlock(node, linesOf({ careful: true }), { after });
}

function readBack(written: string): ProseNode | null {
  const [token, ...more] = tokensOf(written).filter(({ type }) => type !== 'space');
  if (!token || more.length > 0) return null;
  try {
    return tidyBlock(readBlock(token));
  } catch (error) {
    if (error instanceof OutsideTheDialect) return null;
    throw error;
  }
}

/** The text as its reader sees it, and where each of its characters stands in the original. */
function lineFeeds(text: string): { plain: string; at: (index: number) => number } {
  if (!text.includes('\r')) return { plain: text, at: (index) => index };
  const places: number[] = [];
  let plain = '';
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '\r' && text[index + 1] === '\n') continue;
    places.push(text[index] === '\n' && text[index - 1] === '\r' ? index - 1 : index);
    plain += text[index] === '\r' ? '\n' : text[index];
  }
  return { plain, at: (index) => places[index] ?? text.length };
}
