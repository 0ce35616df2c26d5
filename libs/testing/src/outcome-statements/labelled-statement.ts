import type { OutcomeVerdict } from '@sightline/contracts';

/** The files of the public IT portfolio that statements are quoted from, by reference only. */
export type StatementSource = 'projects' | 'metrics';

/**
 * A statement with the verdict a careful human gives it. Statements of the portfolio stay in its files and are named
 * by file and id; all others stand here word for word.
 */
export type LabelledStatement = { label: OutcomeVerdict } & (
  { text: string } | { source: StatementSource; id: string }
);
