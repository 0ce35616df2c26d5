import type { PersonReference, RecordBase, Reference } from '../records/record';
import type { Chapter } from './opened-strategy';

/** Records that can be talked about. */
export const COMMENTED_TYPES = ['strategy_version', 'charter'] as const;
export type CommentedType = (typeof COMMENTED_TYPES)[number];

export const COMMENT_MAX = 4_000;
/** A passage one can point at; longer than this it is the paragraph's beginning. */
export const QUOTE_MAX = 1_000;
/** What stands around a passage in its paragraph, to find it again. */
export const QUOTE_CONTEXT_MAX = 64;
/** People one comment may call. */
export const MENTIONS_MAX = 20;
export const COMMENT_STATES = ['open', 'resolved'] as const;
export type CommentState = (typeof COMMENT_STATES)[number];

/** The passage a comment is about, as it read when the comment was written. */
export interface QuoteAnchor {
  quote: string;
  /** What stood right before and after it in the same block; empty at the block's edges. */
  before: string;
  after: string;
  /** Which block of the chapter or principle it stood in, from 0. */
  block: number;
}

export interface CommentAuthor extends PersonReference {
  external: boolean;
}

export interface Comment extends Omit<RecordBase, 'createdBy'> {
  createdBy: CommentAuthor;
  /** Id of the comment the thread began with; its own where it began one. */
  thread: string;
  /** Markdown; empty once it was withdrawn. */
  text: string;
  /** Whom it calls; the text names them as `@Name`. */
  mentions: PersonReference[];
  editedAt: string | null;
  withdrawnAt: string | null;
}

/** A comment that began a thread, with what was answered. Its version rises with every answer. */
export interface CommentThread extends Comment {
  recordType: CommentedType;
  /** Of a strategy version the code is `v3`. */
  record: Reference;
  /** The chapter of the strategy; null where it is about the whole record. */
  chapter: Chapter | null;
  principle: Reference | null;
  anchor: QuoteAnchor | null;
  resolvedAt: string | null;
  resolvedBy: PersonReference | null;
  /** Oldest first. */
  replies: Comment[];
}

/** POST /comments */
export interface NewComment {
  recordType: CommentedType;
  /** Id or code; of a strategy version also its number. */
  record: string;
  chapter?: Chapter;
  /** Within the chapter of principles. */
  principle?: string;
  anchor?: QuoteAnchor;
  text: string;
  /** Ids of whom it calls. Only people who may read this place can be called. */
  mentions?: string[];
}
/** POST /comments/{id}/replies and PATCH /comments/{id} */
export interface CommentText {
  text: string;
  /** Whom it calls now; whoever was called before and is not named any more is called no longer. */
  mentions?: string[];
}

/** A comment that calls the reader. */
export interface Mention {
  /** Of the comment. */
  id: string;
  thread: string;
  recordType: CommentedType;
  record: Reference;
  chapter: Chapter | null;
  principle: Reference | null;
  by: CommentAuthor;
  text: string;
  at: string;
  seenAt: string | null;
}

/** POST /comments/{id}/seen: how many calls of the reader in this thread count as seen by it. */
export interface MentionsSeen {
  seen: number;
}

/** GET /comments/mentionable: whom a comment in this place can call. */
export interface Mentionable {
  items: (Reference & { detail: string | null })[];
}
