import type { ChainedCommands, Editor } from '@tiptap/core';
import type { EditorState, ToolKey } from './tool-list';

const ACTIVE = ['bold', 'italic', 'link', 'bulletList', 'orderedList', 'blockquote', 'code', 'codeBlock', 'table'];

/** What stands under the cursor now. */
export function stateOf(editor: Editor): EditorState {
  const level: unknown = editor.isActive('heading') ? editor.getAttributes('heading')['level'] : 0;
  const href: unknown = editor.getAttributes('link')['href'];
  return {
    active: new Set(ACTIVE.filter((name) => editor.isActive(name))),
    level: Number(level),
    inTable: editor.isActive('table'),
    href: typeof href === 'string' ? href : '',
  };
}

type Run = (chain: ChainedCommands) => ChainedCommands;

const RUNS: Readonly<Record<Exclude<ToolKey, 'link'>, Run>> = {
  bold: (chain) => chain.toggleBold(),
  italic: (chain) => chain.toggleItalic(),
  bulletList: (chain) => chain.toggleBulletList(),
  orderedList: (chain) => chain.toggleOrderedList(),
  blockquote: (chain) => chain.toggleBlockquote(),
  code: (chain) => chain.toggleCode(),
  codeBlock: (chain) => chain.toggleCodeBlock(),
  table: (chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }),
  undo: (chain) => chain.undo(),
  redo: (chain) => chain.redo(),
  rowBelow: (chain) => chain.addRowAfter(),
  columnRight: (chain) => chain.addColumnAfter(),
  deleteRow: (chain) => chain.deleteRow(),
  deleteColumn: (chain) => chain.deleteColumn(),
  deleteTable: (chain) => chain.deleteTable(),
  alignLeft: aligned('left'),
  alignCenter: aligned('center'),
  alignRight: aligned('right'),
};

/** Does what a button says, where the cursor is. */
export function runTool(editor: Editor, key: Exclude<ToolKey, 'link'>): void {
  RUNS[key](editor.chain().focus()).run();
}

/** Markdown aligns whole columns. */
function aligned(align: string): Run {
  return (chain) =>
    chain.command(({ state, tr }) => {
      const { $from } = state.selection;
      const depth = [...Array($from.depth + 1).keys()].find((each) => $from.node(each).type.name === 'table');
      if (depth === undefined) return false;
      const column = $from.index(depth + 1);
      const table = $from.node(depth);
      table.forEach((row, rowOffset) => {
        let offset = 0;
        for (let index = 0; index < column; index++) offset += row.child(index).nodeSize;
        const at = $from.start(depth) + rowOffset + 1 + offset;
        if (column < row.childCount) tr.setNodeMarkup(at, null, { ...row.child(column).attrs, align });
      });
      return true;
    });
}
