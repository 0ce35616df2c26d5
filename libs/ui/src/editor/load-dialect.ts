/** The stated dialect of Markdown: splitting a text into blocks and putting it together again. Loaded on first use. */
export const loadDialect = () => import('@sightline/prose');
