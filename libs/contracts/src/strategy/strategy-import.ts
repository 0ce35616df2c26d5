import type { DiffItem } from './strategy-diff';
import type { Section } from './strategy';

/** A file that is brought into a draft, in bytes. */
export const STRATEGY_FILE_MAX = 10 * 1024 * 1024;

/** POST /strategy/versions/{n}/import/check, and …/import with the same body. */
export interface StrategyImport {
  /** Markdown: as it was exported here, or any other. */
  content: string;
  /** Where the words of another file go that stand below no heading called like a section; `purpose` unless it says so. */
  section?: Section;
}

/** What keeps a file from being brought in. */
export interface StrategyImportProblem {
  /** Line of the file, from 1. */
  line: number;
  field: string | null;
  code: string;
  detail: string;
}

/** What bringing the file in would do to the draft; nothing was written. */
export interface StrategyImportCheck {
  /** Of the draft it was checked against: bringing it in asks for the same. */
  draftVersion: number;
  /** Whether it was not exported here: only sections are taken from it. */
  foreign: boolean;
  /** What the draft would say otherwise than now; empty when nothing, or when there are problems. */
  items: DiffItem[];
  /** A file with any is not brought in at all. */
  problems: StrategyImportProblem[];
}
