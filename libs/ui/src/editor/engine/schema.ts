import { Node, type AnyExtension } from '@tiptap/core';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { SAFE_LINK } from '@sightline/contracts';
import { SOURCE_BLOCK } from '@sightline/prose';

/** A block the dialect does not know: its source, which can be taken out but not rewritten. */
const SourceBlock = Node.create<{ label: string }>({
  name: SOURCE_BLOCK,
  group: 'block',
  atom: true,
  addOptions: () => ({ label: '' }),
  addAttributes: () => ({ raw: { default: '', rendered: false } }),
  renderHTML({ node }) {
    const raw: unknown = node.attrs['raw'];
    return ['figure', { class: 'src' }, ['figcaption', {}, this.options.label], ['pre', {}, String(raw)]];
  },
});

/** As the kit has it, but bold code is bold code. */
const Kit = StarterKit.extend({
  addExtensions() {
    const all: AnyExtension[] = this.parent?.() ?? [];
    return all.map((each) => (each.name === 'code' ? each.extend({ excludes: '' }) : each));
  },
});

/** What can be written: the dialect, and nothing that Markdown has no words for. */
export function proseExtensions(sourceLabel: string): AnyExtension[] {
  return [
    Kit.configure({
      underline: false,
      link: {
        openOnClick: false,
        autolink: true,
        linkOnPaste: true,
        defaultProtocol: 'https',
        isAllowedUri: (uri) => SAFE_LINK.test(uri),
        HTMLAttributes: { target: null, rel: 'noopener noreferrer', class: null },
      },
    }),
    Table.configure({ resizable: false, View: null }),
    TableRow,
    // A cell of a Markdown table is one line.
    TableHeader.extend({ content: 'paragraph' }),
    TableCell.extend({ content: 'paragraph' }),
    SourceBlock.configure({ label: sourceLabel }),
  ];
}
