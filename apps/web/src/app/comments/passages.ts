import type { QuoteAnchor } from '@sightline/contracts';
import { QUOTE_CONTEXT_MAX, QUOTE_MAX } from '@sightline/contracts';

/** The blocks of a text as it stands on the page: those of a principle by their number, else the paragraphs. */
export function blocksIn(host: HTMLElement): (HTMLElement | null)[] {
  const numbered = [...host.querySelectorAll<HTMLElement>('[data-passage]')];
  if (numbered.length > 0) {
    const blocks: (HTMLElement | null)[] = [];
    for (const block of numbered) blocks[Number(block.dataset['passage'])] = block;
    return Array.from(blocks, (block) => block ?? null);
  }
  const text = host.querySelector('.ProseMirror') ?? host.querySelector('ui-markdown-view');
  return [...(text?.children ?? [])].filter((child): child is HTMLElement => !isOurs(child));
}

/** What comments themselves put between the paragraphs. */
const isOurs = (child: Element): boolean => child.tagName === 'APP-COMMENT-SPOT' || !(child instanceof HTMLElement);

/** A whole block, or as much of its beginning as a quote holds. */
export function anchorOfBlock(text: string, block: number): QuoteAnchor | null {
  return anchorOf(text, 0, text.length, block);
}

/** What is selected in these blocks; a selection over several is that of the first. Null when it is elsewhere. */
export function anchorOfRange(range: Range, blocks: readonly (HTMLElement | null)[]): QuoteAnchor | null {
  const at = blocks.findIndex((block) => block?.contains(range.startContainer));
  const block = blocks[at];
  if (!block) return null;
  const upTo = (container: Node, offset: number): number => {
    const before = document.createRange();
    before.setStart(block, 0);
    before.setEnd(container, offset);
    return before.toString().length;
  };
  const text = block.textContent;
  const to = block.contains(range.endContainer) ? upTo(range.endContainer, range.endOffset) : text.length;
  return anchorOf(text, upTo(range.startContainer, range.startOffset), to, at);
}

/** The words from one letter of a block's text to another, as a range of the page. */
export function rangeOf(block: HTMLElement, from: number, to: number): Range {
  const range = document.createRange();
  range.selectNodeContents(block);
  const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let at = 0, node = texts.nextNode(); node; at += node.textContent?.length ?? 0, node = texts.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (from >= at && from < at + length) range.setStart(node, from - at);
    if (to > at && to <= at + length) range.setEnd(node, to - at);
  }
  return range;
}

function anchorOf(text: string, from: number, to: number, block: number): QuoteAnchor | null {
  const quote = text.slice(from, to).trim().slice(0, QUOTE_MAX).toWellFormed();
  if (quote === '') return null;
  return {
    quote,
    before: text.slice(Math.max(0, from - QUOTE_CONTEXT_MAX), from).toWellFormed(),
    after: text.slice(to, to + QUOTE_CONTEXT_MAX).toWellFormed(),
    block,
  };
}
