import { DOMParser, Fragment, Slice } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import purify from 'dompurify';
import { blocksOf } from '../dialect/prose-text';

const TAGS =
  'a b blockquote br code del em h1 h2 h3 h4 h5 h6 hr i li ol p pre s strong table tbody td th thead tr ul'.split(' ');

/**
 * Puts pasted text in: what a word processor hands over is cleaned first, and Markdown becomes what it says. ProseMirror
 * would hand the HTML to the page's Trusted Types policy, which lets no string through.
 */
export function paste(view: EditorView, event: ClipboardEvent): boolean {
  const clipboard = event.clipboardData;
  if (!clipboard || view.state.selection.$from.parent.type.spec.code) return false;
  const html = clipboard.getData('text/html');
  const slice = html ? fromHtml(view, html) : fromMarkdown(view, clipboard.getData('text/plain'));
  if (!slice) return false;
  view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView().setMeta('paste', true));
  return true;
}

function fromHtml(view: EditorView, html: string): Slice | null {
  const nodes = purify.sanitize(html, {
    ALLOWED_TAGS: TAGS,
    ALLOWED_ATTR: ['href', 'align', 'colspan', 'rowspan', 'start'],
    ALLOW_DATA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
  return nodes.textContent ? DOMParser.fromSchema(view.state.schema).parseSlice(nodes) : null;
}

/** A single line is text as it is; several are read as Markdown. */
function fromMarkdown(view: EditorView, text: string): Slice | null {
  if (!text.trim().includes('\n')) return null;
  const { schema } = view.state;
  const nodes = blocksOf(text).blocks.map(({ node }) => schema.nodeFromJSON(node));
  return nodes.length > 0 ? Slice.maxOpen(Fragment.from(nodes)) : null;
}
