import type { IconName } from '../../icon/icons';

/** What the buttons of the editor do, in their order; a gap parts the groups. */
export const TOOLS = [
  { key: 'bold', icon: 'bold', shortcut: 'Mod+B' },
  { key: 'italic', icon: 'italic', shortcut: 'Mod+I' },
  { key: 'link', icon: 'link', shortcut: 'Mod+Shift+K' },
  { key: 'bulletList', icon: 'list', shortcut: 'Mod+Shift+8', group: true },
  { key: 'orderedList', icon: 'list-ordered', shortcut: 'Mod+Shift+7' },
  { key: 'blockquote', icon: 'text-quote', shortcut: 'Mod+Shift+B' },
  { key: 'code', icon: 'code', shortcut: 'Mod+E', group: true },
  { key: 'codeBlock', icon: 'square-code', shortcut: 'Mod+Alt+C' },
  { key: 'table', icon: 'table', shortcut: '' },
  { key: 'undo', icon: 'undo-2', shortcut: 'Mod+Z', group: true },
  { key: 'redo', icon: 'redo-2', shortcut: 'Mod+Shift+Z' },
] as const satisfies readonly Tool[];

/** What can be done inside a table. */
export const TABLE_TOOLS = [
  'rowBelow',
  'columnRight',
  'deleteRow',
  'deleteColumn',
  'alignLeft',
  'alignCenter',
  'alignRight',
  'deleteTable',
] as const;

/** The levels a heading inside a section may have; its page has the first two. */
export const STYLES = [
  { key: 'paragraph', level: 0 },
  { key: 'heading', level: 3 },
  { key: 'subheading', level: 4 },
] as const;

interface Tool {
  readonly key: string;
  readonly icon: IconName;
  /** As it is written in `aria-keyshortcuts`, with Mod for Ctrl or ⌘; empty without one. */
  readonly shortcut: string;
  readonly group?: boolean;
}
export type ToolKey = (typeof TOOLS)[number]['key'] | (typeof TABLE_TOOLS)[number];

/** What stands under the cursor, for the buttons. */
export interface EditorState {
  readonly active: ReadonlySet<string>;
  /** 0 for plain text. */
  readonly level: number;
  readonly inTable: boolean;
  /** Address of the link under the cursor; empty without one. */
  readonly href: string;
}
export const NOTHING: EditorState = { active: new Set(), level: 0, inTable: false, href: '' };

/** Most keys leave it as it was; then nothing above the text has to be drawn again. */
export function isSameState(one: EditorState, other: EditorState): boolean {
  return (
    one.level === other.level &&
    one.inTable === other.inTable &&
    one.href === other.href &&
    one.active.size === other.active.size &&
    [...one.active].every((name) => other.active.has(name))
  );
}
