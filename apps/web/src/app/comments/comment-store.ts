import { computed, inject, Injectable, signal } from '@angular/core';
import type { Chapter, CommentThread, QuoteAnchor } from '@sightline/contracts';
import { CHAPTERS } from '@sightline/contracts';
import { placeQuote, type QuotePlace } from '@sightline/rules';
import { type CommentedRecord, CommentsApi } from './comments-api';

/** A passage one can talk about; without an anchor the whole chapter or principle. */
export interface Passage {
  chapter: Chapter;
  /** Id of a principle, within their chapter. */
  principle: string | null;
  anchor: QuoteAnchor | null;
}
/** Words that are selected now, and where on the screen. */
export interface SelectedPassage extends Passage {
  rect: Pick<DOMRect, 'top' | 'right' | 'bottom'>;
}

/** What is said about one record, what is being said, and where it stands in the text. Provided by the page. */
@Injectable()
export class CommentStore {
  private readonly api = inject(CommentsApi);

  readonly record = signal<CommentedRecord | null>(null);
  readonly threads = signal<readonly CommentThread[]>([]);
  readonly state = signal<'loading' | 'ready' | 'failed'>('loading');
  readonly failure = signal<unknown>(null);
  /** The chapter whose threads are unfolded. */
  readonly chapter = signal<Chapter | null>(null);
  /** The thread that was chosen. */
  readonly active = signal<string | null>(null);
  readonly composing = signal<Passage | null>(null);
  readonly selected = signal<SelectedPassage | null>(null);
  /** Whether the sheet is open, where there is no room for a margin. */
  readonly sheet = signal(false);
  /** Somebody is in the middle of something: nothing folds away under their hands. */
  readonly held = signal(false);
  /** The thread whose words the page is asked to bring into sight. */
  readonly led = signal<{ thread: string } | null>(null);
  /** Where the caret was last, for those who write. */
  readonly caret = signal<Passage | null>(null);
  private readonly texts = signal<ReadonlyMap<string, readonly string[]>>(new Map());

  readonly open = computed(() => this.threads().filter(({ resolvedAt }) => resolvedAt === null));
  /** Of each thread with a quote, where that stands now; null until the text is there. */
  readonly places = computed<ReadonlyMap<string, QuotePlace | null>>(
    () => new Map(this.threads().map((thread) => [thread.id, this.placeOf(thread)])),
    { equal: standAlike },
  );
  /** Chapters in which something was said, and the one that is read, in reading order. */
  readonly chapters = computed(() => {
    const spoken = new Set(this.threads().map(({ chapter }) => chapter));
    return CHAPTERS.filter((chapter) => spoken.has(chapter) || chapter === this.chapter());
  });

  /** The threads of a chapter in the order of the text; what has no place any more comes last. */
  in(chapter: Chapter): CommentThread[] {
    const order = (thread: CommentThread): number => {
      const place = this.places().get(thread.id);
      return place && place.state !== 'gone' ? place.block : thread.anchor ? Number.MAX_SAFE_INTEGER : -1;
    };
    const key = ({ principle }: CommentThread): string => principle?.code ?? '';
    return this.threads()
      .filter((thread) => thread.chapter === chapter)
      .sort((a, b) => key(a).localeCompare(key(b)) || order(a) - order(b) || a.createdAt.localeCompare(b.createdAt));
  }

  /** Open threads of a chapter, or of one principle in it. */
  openIn(chapter: Chapter, principle: string | null = null): CommentThread[] {
    return this.open().filter(
      (thread) => thread.chapter === chapter && (principle === null || thread.principle?.id === principle),
    );
  }

  /** Says what a chapter or a principle reads now, block by block. */
  read(chapter: Chapter, principle: string | null, blocks: readonly string[]): void {
    const key = keyOf(chapter, principle);
    const before = this.texts().get(key);
    if (before?.length === blocks.length && before.every((text, at) => text === blocks[at])) return;
    this.texts.update((texts) => new Map(texts).set(key, blocks));
  }

  async load(record: CommentedRecord): Promise<void> {
    this.record.set(record);
    this.state.set('loading');
    await this.refresh();
  }

  /** What others said meanwhile; what was shown stays until it is there. */
  async refresh(): Promise<void> {
    const record = this.record();
    if (!record) return;
    try {
      const threads = await this.api.threads(record);
      if (record !== this.record()) return;
      this.threads.set(threads);
      this.state.set('ready');
    } catch (error) {
      this.failure.set(error);
      if (this.state() !== 'ready') this.state.set('failed');
    }
  }

  /** The chapter under the reader's eyes. */
  reading(chapter: Chapter): void {
    if (!this.held() && !this.composing() && !this.sheet()) this.chapter.set(chapter);
  }

  show(chapter: Chapter): void {
    this.chapter.set(chapter);
    this.sheet.set(true);
  }

  choose(thread: CommentThread): void {
    if (thread.chapter) this.chapter.set(thread.chapter);
    this.active.set(thread.id);
    this.sheet.set(true);
  }

  compose(passage: Passage): void {
    this.composing.set(passage);
    this.selected.set(null);
    this.show(passage.chapter);
  }

  /** The thread as it was just written stands at once; what else happened is read behind it. */
  async wrote(thread?: CommentThread): Promise<void> {
    if (thread) this.threads.update((all) => [...all.filter(({ id }) => id !== thread.id), thread]);
    await this.refresh();
  }

  private placeOf({ chapter, principle, anchor }: CommentThread): QuotePlace | null {
    const blocks = chapter && this.texts().get(keyOf(chapter, principle?.id ?? null));
    return anchor && blocks ? placeQuote(blocks, anchor) : null;
  }
}

/** Most texts that are read move no quote; then nothing on the page has to be marked again. */
function standAlike(one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): boolean {
  return one.size === other.size && JSON.stringify([...one]) === JSON.stringify([...other]);
}

const keyOf = (chapter: Chapter, principle: string | null): string => `${chapter}/${principle ?? ''}`;
