import type { Section } from '@sightline/contracts';

/** Where something stands in a file, and what the file says there. Lines count from 1. */
export interface Told<T> {
  line: number;
  value: T;
}

/** A principle, driver or capability as a file words it. What the file does not say is not there. */
export interface ToldRecord {
  line: number;
  kind: RecordKind;
  /** The identity it had where it was exported; null for one that is new. */
  id: string | null;
  code: string | null;
  fields: Record<string, Told<unknown>>;
}
export const RECORD_KINDS = ['driver', 'capability', 'principle'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** Lists of a version that a file may tell, by the names of the contract. */
export const LIST_FIELDS = ['facts', 'decisionRights', 'kpis', 'gatePolicy', 'weights', 'authors'] as const;
export type ListField = (typeof LIST_FIELDS)[number];

/** What a file says of a version; what it leaves out stays as it is. */
export interface StrategyText {
  /** Whether it was exported here; another file only tells sections. */
  foreign: boolean;
  reviewBy?: Told<unknown>;
  /** Number and source of the version that was exported. */
  number?: unknown;
  copiedFrom?: unknown;
  sections: Partial<Record<Section, Told<string>>>;
  /** Kinds of which the file tells the whole list. */
  records: Partial<Record<RecordKind, ToldRecord[]>>;
  lists: Partial<Record<ListField, Told<Record<string, unknown>[]> & { rows: number[] }>>;
  problems: TextProblem[];
}

/** What keeps a file from being read. */
export interface TextProblem {
  line: number;
  field: string | null;
  code: TextProblemCode;
  params?: Record<string, unknown>;
}
/** A problem of a whole line, or of one field in it. */
export const textProblem = (
  line: number,
  code: TextProblemCode,
  params: Record<string, unknown> = {},
  field: string | null = null,
): TextProblem => ({ line, code, params, field });

export const TEXT_PROBLEMS = [
  'import-format',
  'import-front-matter',
  'import-not-closed',
  'import-outside',
  'import-heading',
  'import-mark',
  'import-column',
  'import-twice',
] as const;
export type TextProblemCode = (typeof TEXT_PROBLEMS)[number];
