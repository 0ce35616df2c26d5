/** A mark on a piece of text; the names are those of the editor. */
export type ProseMark =
  | { readonly type: 'bold' | 'italic' | 'strike' | 'code' }
  | { readonly type: 'link'; readonly attrs: { href: string; title: string | null } };

/** A node of a written text, in the shape in which the editor hands documents in and out. */
export interface ProseNode {
  readonly type: string;
  readonly attrs?: Record<string, unknown>;
  readonly content?: ProseNode[];
  readonly text?: string;
  readonly marks?: { type: string; attrs?: Record<string, unknown> }[];
}

/** A piece of a line: some text under the same marks, or a break. */
export type Piece = { readonly text: string; readonly marks: readonly ProseMark[] } | { readonly break: true };

/** A block that the dialect does not know: shown as its source, and kept byte for byte. */
export const SOURCE_BLOCK = 'sourceBlock';

/** Alignment of a column of a table. */
export const ALIGNMENTS = ['left', 'center', 'right'] as const;
export type Alignment = (typeof ALIGNMENTS)[number];

/** Whether two written texts say the same in the same form. */
export const isSameNode = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
