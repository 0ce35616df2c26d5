import { DOMParser, Fragment, Slice } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import purify from 'dompurify';
import { blocksOf } from '@sightline/prose';

const TAGS =
  'a b blockquote br code del em h1 h2 h3 h4 h5 h6 hr i li ol p pre s strong table tbody td th thead tr ul'.split(' ');

/**
 * Puts pasted text in: what a word processor hands over is cleaned first, and Markdown becomes what it says. ProseMirror
 * would hand the HTML to the page's Trusted Types policy, which lets no string through.
 */
export function paste(view: EditorView, event: ClipboardEvent): boolean {
  if (view.state.selection.$from.parent.type.spec.code) return false;
  const slice = sliceOf(view, event.clipboardData);
  if (!slice) return false;
  view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView().setMeta('paste', true));
  return true;
}

/** The same for what is dragged in from elsewhere; what is moved within the text is left to the editor. */
export function drop(view: EditorView, event: DragEvent, _slice: Slice, isMove: boolean): boolean {
  const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
  const slice = isMove || view.dragging ? null : sliceOf(view, event.dataTransfer);
  if (!slice || !at) return false;
  view.dispatch(view.state.tr.replaceRange(at.pos, at.pos, slice));
  event.preventDefault();
  return true;
}

function sliceOf(view: EditorView, data: DataTransfer | null): Slice | null {
  const html = data?.getData('text/html');
  return html ? fromHtml(view, html) : fromMarkdown(view, data?.getData('text/plain') ?? '');
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
