/** The ranges one part of the page wants marked: what was talked about, and what is being read. */
interface Marked {
  spoken: readonly Range[];
  active: readonly Range[];
}

const marked = new Map<object, Marked>();

/** Marks words that were talked about without touching them; a browser that cannot shows them unmarked. */
export function highlight(owner: object, ranges: Marked | null): void {
  if (typeof CSS === 'undefined' || !('highlights' in CSS)) return;
  if (ranges) marked.set(owner, ranges);
  else marked.delete(owner);
  const all = [...marked.values()];
  CSS.highlights.set('spoken', new Highlight(...all.flatMap(({ spoken }) => spoken)));
  CSS.highlights.set('spoken-active', new Highlight(...all.flatMap(({ active }) => active)));
}
