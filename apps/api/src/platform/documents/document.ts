/**
 * A document as it is printed, in words of one language: what the writers of PDF and DOCX are handed. Plain data, because
 * it travels to another thread.
 */
export interface PrintedDocument {
  /** BCP 47, for readers that speak it aloud. */
  language: string;
  title: string;
  /** Whose document it is: stands above the title. */
  organisation: string;
  state: DocumentState;
  /** What the front page says beside title and state. */
  facts: readonly DocumentFact[];
  signatures: DocumentTable | null;
  /** On every page but the first. */
  running: {
    head: string;
    foot: string;
    /** "Page # of #". */
    page: string;
    /** Above what the dialect of Markdown does not know. */
    source: string;
  };
  contents: string;
  chapters: readonly DocumentChapter[];
  /** ISO instant of what is printed, never of the printing: the same document is the same file. */
  made: string;
  about: { author: string; subject: string; keywords: readonly string[] };
}

/** Where the document stands; one that binds nobody says so on every page. */
export interface DocumentState {
  text: string;
  binding: boolean;
}

export interface DocumentFact {
  label: string;
  value: string;
  /** Codes and hashes are set in their own face. */
  code?: boolean;
}

export interface DocumentChapter {
  title: string;
  blocks: readonly DocumentBlock[];
}

export type DocumentBlock =
  /** Somebody's text in the stated dialect of Markdown; what is outside of it is printed as its source. */
  | { kind: 'prose'; text: string }
  /** A sentence of ours. */
  | { kind: 'note'; text: string }
  | { kind: 'table'; table: DocumentTable }
  | { kind: 'card'; card: DocumentCard };

export interface DocumentTable {
  heading?: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
  /** Shares of the width, one for each column. */
  widths: readonly number[];
  /** Columns whose cells are codes. */
  codes?: readonly number[];
  /** Columns of figures, set to the right. */
  figures?: readonly number[];
}

/** A record that stands in the text as a card: a principle. */
export interface DocumentCard {
  code: string;
  title: string;
  /** Plain text in the document's own voice. */
  lead: string;
  parts: readonly { label: string; text: string }[];
  tables: readonly DocumentTable[];
}

export const DOCUMENT_FORMATS = ['pdf', 'docx'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];
