import type { Reference } from '../records/record';
import type { StrategyVersionSummary } from './strategy';

/** How a stretch of text looks; `link` is where it leads. */
export interface TextMarks {
  bold?: true;
  italic?: true;
  strike?: true;
  code?: true;
  link?: string;
}
/** `formatted`: the same words, which only look or lead otherwise. */
export const TEXT_CHANGES = ['same', 'added', 'removed', 'formatted'] as const;
export type TextChange = (typeof TEXT_CHANGES)[number];
/**
 * A stretch of rendered text. What is not `added` is the older text, what is not `removed` the newer one, letter by
 * letter.
 */
export interface TextPiece {
  change: TextChange;
  text: string;
  marks?: TextMarks;
  /** Of `formatted`: how it looked in the older text. */
  before?: TextMarks;
}

export const DIFF_BLOCK_KINDS = ['paragraph', 'heading', 'item', 'quote', 'code', 'line', 'table'] as const;
export type DiffBlockKind = (typeof DIFF_BLOCK_KINDS)[number];
/** `moved_from` and `moved_to`: the same words at another place. */
export const BLOCK_CHANGES = ['same', 'added', 'removed', 'changed', 'moved_from', 'moved_to'] as const;
export type BlockChange = (typeof BLOCK_CHANGES)[number];
export interface BlockForm {
  kind: DiffBlockKind;
  /** Of a heading 1 to 6; of everything else how deep it stands in lists and quotes. */
  level: number;
}
/** A paragraph, heading, item of a list, or table. */
export interface DiffBlock extends BlockForm {
  change: BlockChange;
  /** The form it had in the older text, where that changed. */
  before?: BlockForm;
  /** Empty for a table. */
  pieces: TextPiece[];
  table?: TableDiff;
}

export type PartChange = 'same' | 'added' | 'removed' | 'changed';
/** A table cell by cell. A cell of an added row in a removed column stands nowhere and has no pieces. */
export interface TableDiff {
  columns: PartChange[];
  /** The first row is the heading. */
  rows: { change: PartChange; cells: { change: PartChange; pieces: TextPiece[] }[] }[];
}

/** A condition on one fact; null where it is not asked. */
export interface CellDiff {
  fact: string;
  before: string | null;
  after: string | null;
}
export interface RuleDiff {
  change: PartChange | 'moved';
  /** Places from 1, as the table is read; null where the rule is not there. */
  from: number | null;
  to: number | null;
  cells: CellDiff[];
  outcome: { before: string | null; after: string | null };
  reason: TextPiece[];
}

/** A value that is no text; the page says it in words and in the manner of the language. */
export type DiffValue =
  | { type: 'number'; number: number }
  | { type: 'day'; day: string }
  | { type: 'money'; amount: string }
  | { type: 'named'; code: string | null; name: string }
  | { type: 'word'; word: string }
  | { type: 'text'; text: string };

export type FieldDiff =
  | { field: string; kind: 'text'; blocks: DiffBlock[] }
  | { field: string; kind: 'value'; before: DiffValue | null; after: DiffValue | null }
  | { field: string; kind: 'cells'; cells: CellDiff[] }
  | { field: string; kind: 'rules'; rules: RuleDiff[] };

/** What a version is made of, in reading order. */
export const DIFF_KINDS = [
  'section',
  'author',
  'driver',
  'capability',
  'principle',
  'fact',
  'right',
  'metric',
  'gate',
  'weight',
  'review',
] as const;
export type DiffKind = (typeof DIFF_KINDS)[number];
export const ITEM_CHANGES = ['changed', 'moved', 'added', 'removed'] as const;
export type ItemChange = (typeof ITEM_CHANGES)[number];

/** One section or record that is not the same in both versions. */
export interface DiffItem {
  kind: DiffKind;
  /** Of the record; for what has none its word: the section, the check, the name of the fact. */
  id: string;
  code: string | null;
  /** As the newer version calls it; the older one where the newer does not hold it. Empty where only a word names it. */
  name: string;
  change: ItemChange;
  /** Its place in the list, from 1, where that changed. */
  moved: { from: number; to: number } | null;
  /** Nothing of the older text is left: it is shown whole, and then the newer one. */
  rewritten: boolean;
  /** Only those that differ. */
  fields: FieldDiff[];
}

export type DiffCounts = Record<ItemChange | 'unchanged', number>;

/** GET /strategy/versions/{n}/diff?against={m}: what version n says otherwise than version m. */
export interface StrategyDiff {
  /** Version m. */
  from: StrategyVersionSummary;
  /** Version n. */
  to: StrategyVersionSummary;
  items: DiffItem[];
  counts: Record<DiffKind, DiffCounts>;
}

/** GET /strategy/approval: the version whose present text the reader last approved of as a member of the board. */
export interface StrategyApproval {
  version: { number: number; castAt: string; proposal: Reference } | null;
}
