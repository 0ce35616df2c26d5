import type { RecordBase } from '../records/record';

export const IMPORT_KINDS = ['business_units', 'kpis', 'charters'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];
export const IMPORT_STATUSES = ['checked', 'refused', 'applied'] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];
export const IMPORT_FILE_MAX = 10 * 1024 * 1024;
export const IMPORT_ROWS_MAX = 20_000;

/** The columns an import understands; `key` recognises a row again, so that a repeat changes nothing. */
export const IMPORT_FIELDS = {
  business_units: ['key', 'name', 'kind'],
  kpis: [
    'key',
    'name',
    'businessUnit',
    'definition',
    'unit',
    'direction',
    'kind',
    'baselineValue',
    'baselineDate',
    'targetValue',
    'targetDate',
    'cadence',
    'weight',
    'owner',
    'note',
  ],
  charters: [
    'key',
    'title',
    'outcomeStatement',
    'businessUnit',
    'lead',
    'businessSponsor',
    'itLead',
    'budget',
    'currency',
    'startDate',
    'endDate',
    'narrative',
    'status',
    'origin',
    'kpis',
  ],
} as const satisfies Record<ImportKind, readonly string[]>;

/** POST /imports (multipart: `file`, and `request` with this as JSON; or JSON with `content`). */
export interface NewImport {
  kind: ImportKind;
  fileName: string;
  content: string;
  /** Field of Sightline → column of the file. Left out: columns of the same name. */
  mapping?: Record<string, string>;
}
export interface ImportProblem {
  /** Line of the file, the heading being line 1. */
  line: number;
  column: string | null;
  code: string;
  detail: string;
}
export interface Import extends RecordBase {
  kind: ImportKind;
  fileName: string;
  status: ImportStatus;
  columns: string[];
  mapping: Record<string, string>;
  rowCount: number;
  summary: { create: number; update: number; unchanged: number; refused: number };
  /** The first 1,000; `summary.refused` counts all rows. */
  problems: ImportProblem[];
  /** The first rows as they were understood. */
  preview: Record<string, string>[];
  appliedAt: string | null;
}
