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

/** POST /imports: a dry run. Nothing is written but the import itself. */
export interface NewImport {
  kind: ImportKind;
  fileName: string;
  /** The file as text: CSV with a heading line, separated by comma, semicolon or tab. */
  content: string;
  /** Field of Sightline → column of the file. Left out: columns of the same name. */
  mapping?: Partial<Record<ImportField, string>>;
}
export type ImportField = (typeof IMPORT_FIELDS)[ImportKind][number];
/** What an import of each kind cannot do without. */
export const NEEDED_IMPORT_FIELDS: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  business_units: ['key', 'name'],
  kpis: ['key', 'name'],
  charters: ['key', 'title'],
};

export interface ImportProblem {
  /** Line of the file, the heading being line 1. */
  line: number;
  column: string | null;
  code: string;
  detail: string;
}

/** GET /imports/{id}; POST /imports/{id}/apply answers with it too. */
export interface Import extends RecordBase {
  kind: ImportKind;
  fileName: string;
  /** `refused` when a row has a problem: an import is all or nothing. */
  status: ImportStatus;
  columns: string[];
  mapping: Partial<Record<ImportField, string>>;
  rowCount: number;
  /** `unchanged` rows were imported before, exactly so. */
  summary: { create: number; unchanged: number; refused: number };
  /** The first hundred; `summary.refused` counts all rows. */
  problems: ImportProblem[];
  /** The first rows as they were understood. */
  preview: Partial<Record<ImportField, string>>[];
  appliedAt: string | null;
}
/** One row of GET /imports. */
export type ImportSummary = Omit<Import, 'columns' | 'mapping' | 'problems' | 'preview'>;
