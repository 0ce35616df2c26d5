import type { ProseNode } from './prose-node';
import {
  blocksOf,
  writtenBlock,
  type BlockedText,
  type ReadBefore,
  type TextBlock,
  type WrittenBlock,
} from './prose-text';

const BETWEEN = '\n\n';
const LISTS: readonly string[] = ['bulletList', 'orderedList'] satisfies ProseNode['type'][];

/**
 * The text of these blocks, made from the text they came from: blocks that say what they said keep their bytes, and so
 * does what stands between two that stood beside each other.
 */
export function woven(original: BlockedText, blocks: readonly WrittenBlock[], before?: ReadBefore): string {
  if (original.blocks.length === 0 && blocks.length === 0) return original.lead;
  const kept = standing(original.blocks, blocks);
  const text = joined(original, blocks, kept);
  if (saysTheSame(text, blocks, before)) return text;
  // Kept bytes can mean something else beside new neighbours: then everything is written anew.
  return joined(
    original,
    blocks,
    blocks.map(() => null),
  );
}

function joined({ lead, blocks }: BlockedText, now: readonly WrittenBlock[], kept: readonly (number | null)[]): string {
  let text = kept[0] === 0 ? lead : '';
  let before = '';
  for (const [place, { node, written }] of now.entries()) {
    const index = kept[place] ?? null;
    const block = index === null ? undefined : blocks[index];
    const second = LISTS.includes(node.type) && now[place - 1]?.node.type === node.type;
    before = block ? block.raw : second ? writtenBlock(node, before) : written;
    text += before + gapAfter(place, { block, index, blocks, now, kept });
  }
  return text;
}

interface Around {
  readonly block: TextBlock | undefined;
  readonly index: number | null;
  readonly blocks: readonly TextBlock[];
  readonly now: readonly WrittenBlock[];
  readonly kept: readonly (number | null)[];
}

function gapAfter(place: number, { block, index, blocks, now, kept }: Around): string {
  const isLast = place === now.length - 1;
  if (block && index !== null && (isLast ? index === blocks.length - 1 : kept[place + 1] === index + 1))
    return block.gap;
  return isLast ? '' : BETWEEN;
}

function saysTheSame(text: string, wanted: readonly WrittenBlock[], before?: ReadBefore): boolean {
  const { blocks } = blocksOf(text, before);
  return blocks.length === wanted.length && blocks.every((block, index) => block.written === wanted[index]?.written);
}

/** For every block the original one it still is, in order; null for what is new. */
function standing(original: readonly TextBlock[], now: readonly WrittenBlock[]): (number | null)[] {
  const result: (number | null)[] = now.map(() => null);
  const same = (index: number, place: number): boolean => original[index]?.written === now[place]?.written;
  const shorter = Math.min(original.length, now.length);
  let head = 0;
  while (head < shorter && same(head, head)) result[head] = head++;
  let tail = 0;
  while (tail < shorter - head && same(original.length - 1 - tail, now.length - 1 - tail)) {
    tail += 1;
    result[now.length - tail] = original.length - tail;
  }
  let next = head;
  for (let place = head; place < now.length - tail; place++) {
    const end = original.length - tail;
    let index = next;
    while (index < end && !same(index, place)) index += 1;
    if (index === end) continue;
    result[place] = index;
    next = index + 1;
  }
  return result;
}
