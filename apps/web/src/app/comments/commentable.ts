import {
  type ComponentRef,
  Directive,
  effect,
  ElementRef,
  inject,
  input,
  type OnDestroy,
  untracked,
  ViewContainerRef,
} from '@angular/core';
import type { Chapter, CommentThread } from '@sightline/contracts';
import { CommentSpot } from './comment-spot';
import { CommentStore } from './comment-store';
import { highlight } from './highlights';
import { anchorOfBlock, anchorOfRange, blocksIn, rangeOf } from './passages';

/** How long a text has to rest before its passages are sought anew, in ms. */
const RESTS_MS = 250;
const WORDS_SHOWN = 40;

/**
 * A text whose passages one can talk about: marks what was talked about, offers each paragraph, and knows what is
 * selected. Does nothing on a page without a `CommentStore`.
 */
@Directive({
  selector: '[appCommentable]',
  host: {
    '(document:selectionchange)': 'select()',
    '(click)': 'follow($event)',
    '(keydown.arrowdown)': 'step($event, 1)',
    '(keydown.arrowup)': 'step($event, -1)',
  },
})
export class Commentable implements OnDestroy {
  private readonly store = inject(CommentStore, { optional: true });
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly views = inject(ViewContainerRef);

  readonly appCommentable = input.required<Chapter>();
  /** Id of the principle this is the text of. */
  readonly commentPrinciple = input<string | null>(null);

  private blocks: (HTMLElement | null)[] = [];
  private spots: ComponentRef<CommentSpot>[] = [];
  private spoken: { thread: CommentThread; range: Range }[] = [];
  private timer?: ReturnType<typeof setTimeout>;
  private readonly text = new MutationObserver(() => this.readSoon());
  private readonly sight =
    typeof IntersectionObserver === 'undefined'
      ? null
      : new IntersectionObserver(
          (seen) => seen.some(({ isIntersecting }) => isIntersecting) && this.store?.reading(this.appCommentable()),
          { rootMargin: '-80px 0px -60% 0px' },
        );

  constructor() {
    if (!this.store) return;
    this.text.observe(this.host, { childList: true, subtree: true, characterData: true });
    this.sight?.observe(this.host);
    effect(() => {
      this.store?.places();
      this.store?.open();
      this.store?.active();
      untracked(() => this.mark());
    });
    effect(() => {
      const led = this.store?.led();
      this.store?.places();
      if (led) untracked(() => this.bringIntoSight(led.thread));
    });
  }

  ngOnDestroy(): void {
    clearTimeout(this.timer);
    this.text.disconnect();
    this.sight?.disconnect();
    for (const spot of this.spots) spot.destroy();
    highlight(this, null);
  }

  /** What is selected here, or that nothing is any more. */
  protected select(): void {
    const selection = document.getSelection();
    if (!this.store || !selection || selection.rangeCount === 0) return;
    const range = selection.getRangeAt(0);
    const here = this.host.contains(range.startContainer);
    const passage = { chapter: this.appCommentable(), principle: this.commentPrinciple() };
    if (!here) return this.letGo();
    if (selection.isCollapsed) {
      const block = this.blocks.findIndex((one) => one?.contains(range.startContainer));
      const anchor = block < 0 ? null : anchorOfBlock(this.blocks[block]?.textContent ?? '', block);
      this.store.caret.set({ ...passage, anchor });
      return this.letGo();
    }
    const anchor = anchorOfRange(range, this.blocks);
    if (anchor) this.store.selected.set({ ...passage, anchor, rect: range.getBoundingClientRect() });
  }

  /** A click on words that were talked about shows what was said. */
  protected follow({ clientX: x, clientY: y, target }: MouseEvent): void {
    if (!this.store || !document.getSelection()?.isCollapsed || (target as Element).closest('a, button')) return;
    const hit = this.spoken.find(({ range }) =>
      [...range.getClientRects()].some(
        ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
      ),
    );
    if (hit) this.store.choose(hit.thread);
  }

  /** Up and down between the paragraphs' buttons. */
  protected step(event: Event, by: number): void {
    const buttons = this.spots.map(({ location }) => (location.nativeElement as HTMLElement).querySelector('button'));
    const at = buttons.findIndex((button) => button === event.target);
    if (at < 0) return;
    event.preventDefault();
    buttons[Math.min(Math.max(at + by, 0), buttons.length - 1)]?.focus();
  }

  private bringIntoSight(thread: string): void {
    const found = this.spoken.find((one) => one.thread.id === thread);
    if (!found) return;
    this.store?.led.set(null);
    const { startContainer } = found.range;
    const element = startContainer instanceof Element ? startContainer : startContainer.parentElement;
    element?.scrollIntoView({ block: 'center' });
  }

  private letGo(): void {
    const selected = this.store?.selected();
    if (selected?.chapter === this.appCommentable() && selected.principle === this.commentPrinciple())
      this.store?.selected.set(null);
  }

  private readSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.read(), RESTS_MS);
  }

  /** Not before the text stands there: until then nothing could be said to be gone from it. */
  private read(): void {
    if (this.host.querySelector('[aria-busy=true]')) return;
    this.blocks = blocksIn(this.host);
    const texts = this.blocks.map((block) => block?.textContent ?? '');
    this.store?.read(this.appCommentable(), this.commentPrinciple(), texts);
    this.mark();
  }

  /** Marks and buttons as the threads stand now. */
  private mark(): void {
    if (!this.store || this.blocks.length === 0) return;
    const threads = this.store.openIn(this.appCommentable(), this.commentPrinciple());
    this.spoken = threads.flatMap((thread) => {
      const place = this.store?.places().get(thread.id);
      const block = place && place.state !== 'gone' ? this.blocks[place.block] : null;
      if (!place || !block || place.state === 'gone') return [];
      const [from, to] = place.state === 'changed' ? [0, block.textContent.length] : [place.from, place.to];
      return [{ thread, range: rangeOf(block, from, to) }];
    });
    const isActive = ({ thread }: { thread: CommentThread }): boolean => thread.id === this.store?.active();
    highlight(this, {
      spoken: this.spoken.map(({ range }) => range),
      active: this.spoken.filter(isActive).map(({ range }) => range),
    });
    this.offer(threads);
  }

  /** A button per paragraph of a text that is read; one that is written has its own at its head. */
  private offer(threads: readonly CommentThread[]): void {
    const offers = this.host.querySelector('ui-markdown-view') !== null && !this.host.querySelector('ui-prose-editor');
    const blocks = offers && this.commentPrinciple() === null ? this.blocks : [];
    while (this.spots.length > blocks.length) this.spots.pop()?.destroy();
    for (const [at, block] of blocks.entries()) {
      if (!block) continue;
      const here = threads.filter(({ id }) => {
        const place = this.store?.places().get(id);
        return place && place.state !== 'gone' && place.block === at;
      });
      const spot = (this.spots[at] ??= this.spotFor(at));
      spot.setInput('count', here.length);
      spot.setInput('words', block.textContent.slice(0, WORDS_SHOWN));
      spot.setInput('first', at === 0);
      // A button that stands on the page has its name from the first moment.
      spot.changeDetectorRef.detectChanges();
      const element = spot.location.nativeElement as HTMLElement;
      if (block.previousSibling !== element) block.before(element);
    }
  }

  private spotFor(at: number): ComponentRef<CommentSpot> {
    const spot = this.views.createComponent(CommentSpot);
    spot.instance.pressed.subscribe(() => this.press(at));
    return spot;
  }

  private press(at: number): void {
    const block = this.blocks[at];
    const first = this.spoken.find(({ range }) => block?.contains(range.startContainer));
    if (first) return this.store?.choose(first.thread);
    this.store?.compose({
      chapter: this.appCommentable(),
      principle: this.commentPrinciple(),
      anchor: anchorOfBlock(block?.textContent ?? '', at),
    });
  }
}
