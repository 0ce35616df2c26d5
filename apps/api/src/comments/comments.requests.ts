import type { Chapter, CommentedType, CommentState, CommentText, NewComment, QuoteAnchor } from '@sightline/contracts';
import {
  CHAPTERS,
  COMMENT_MAX,
  COMMENT_STATES,
  COMMENTED_TYPES,
  MENTIONS_MAX,
  QUOTE_CONTEXT_MAX,
  QUOTE_MAX,
} from '@sightline/contracts';
import { PageRequest } from '../platform/lists/list-request';
import { Maybe, ObjectOf, OneOf, Reference, Text, Texts, Whole } from '../platform/problems/validators';

/** No text has more blocks than this. */
const BLOCKS_MAX = 100_000;

/** GET /comments */
export class CommentListRequest extends PageRequest {
  @OneOf(COMMENTED_TYPES)
  recordType!: CommentedType;

  /** Id or code; of a strategy version also its number. */
  @Reference()
  record!: string;

  @Maybe()
  @OneOf(COMMENT_STATES)
  state?: CommentState;
}

/** GET /comments/mentionable */
export class MentionableRequest {
  @OneOf(COMMENTED_TYPES)
  recordType!: CommentedType;

  @Reference()
  record!: string;

  @Maybe()
  @OneOf(CHAPTERS)
  chapter?: Chapter;

  /** The beginning of a name, or of one of its words. */
  @Maybe()
  @Text(100, { empty: true })
  q?: string;
}

class QuoteAnchorRequest implements QuoteAnchor {
  @Text(QUOTE_MAX)
  quote!: string;

  @Text(QUOTE_CONTEXT_MAX, { empty: true })
  before!: string;

  @Text(QUOTE_CONTEXT_MAX, { empty: true })
  after!: string;

  @Whole(0, BLOCKS_MAX)
  block!: number;
}

/** PATCH /comments/{id} and POST /comments/{id}/replies */
export class CommentTextRequest implements CommentText {
  @Text(COMMENT_MAX)
  text!: string;

  @Maybe()
  @Texts(MENTIONS_MAX)
  mentions?: string[];
}

/** POST /comments */
export class NewCommentRequest extends CommentTextRequest implements NewComment {
  @OneOf(COMMENTED_TYPES)
  recordType!: CommentedType;

  @Reference()
  record!: string;

  @Maybe()
  @OneOf(CHAPTERS)
  chapter?: Chapter;

  @Maybe()
  @Reference()
  principle?: string;

  @Maybe()
  @ObjectOf(() => QuoteAnchorRequest)
  anchor?: QuoteAnchor;
}
