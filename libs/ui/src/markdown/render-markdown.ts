import { SAFE_LINK } from '@sightline/contracts';
import { loadDialect } from '../editor/load-dialect';

const TAGS =
  'a b blockquote br code del em h1 h2 h3 h4 hr i ins li ol p pre s strong table tbody td th thead tr ul'.split(' ');

/**
 * Markdown as DOM nodes, read in bounded time. Raw HTML stays the text that somebody typed, a picture its description: no
 * parser ever sees a tag that is not ours, and none of ours fetches anything. Nothing passes through an HTML string of a
 * page, so that Trusted Types have nothing to object to. Loaded on first use.
 */
export async function renderMarkdown(text: string): Promise<DocumentFragment> {
  const [{ carefulTokens }, { Marked, Parser }, { default: purify }] = await Promise.all([
    loadDialect(),
    import('marked'),
    import('dompurify'),
  ]);
  const asTyped = ({ text }: { text: string }): string => escaped(text);
  const { defaults } = new Marked({
    renderer: { html: asTyped, image: asTyped },
    // A text whose blocks nobody could follow.
    extensions: [{ name: 'source', renderer: ({ raw }) => `<pre>${escaped(raw)}</pre>` }],
  });
  return purify.sanitize(Parser.parse(carefulTokens(text), defaults), {
    ALLOWED_TAGS: TAGS,
    ALLOWED_ATTR: ['href', 'align'],
    ALLOWED_URI_REGEXP: SAFE_LINK,
    ALLOW_DATA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter);
}
