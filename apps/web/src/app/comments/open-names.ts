import type { Chapter, SectionOpening } from '@sightline/contracts';

/** Who outside reads a chapter, in words; empty where nobody does. */
export function openNames(openings: readonly SectionOpening[]): (chapter: Chapter) => string {
  return (chapter) => {
    const { parties = [], people = [] } = openings.find((one) => one.chapter === chapter) ?? {};
    return [...parties, ...people].map(({ name }) => name).join(', ');
  };
}
