/** What a comment says in one line: without the marks of Markdown, which one line does not show. */
export function plainWords(text: string): string {
  return text
    .replace(/^\s{0,3}(?:[-*+>]|#{1,6}|\d+\.)\s+/gm, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`~]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
