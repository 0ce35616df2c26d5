import { type DiffItem, SECTIONS, type StrategyVersion } from '@sightline/contracts';
import { compareStrategies, plainBlocks } from '@sightline/rules';
import { renderedProse } from '../strategy-comparison/rendered-prose';

/**
 * What a file would change of a draft, as people read it; where a section would read the same and only its Markdown is
 * another, line by line as it is written, since that is kept too.
 */
export function changesOf(before: StrategyVersion, after: StrategyVersion): DiffItem[] {
  const readsAs = (text: string): string => JSON.stringify(renderedProse(text));
  const bySource = new Set(
    SECTIONS.flatMap((section) => {
      const texts = [before[section], after[section]];
      return new Set(texts).size > 1 && new Set(texts.map(readsAs)).size === 1 ? texts : [];
    }),
  );
  const read = (text: string) => (bySource.has(text) ? plainBlocks(text) : renderedProse(text));
  return compareStrategies(before, after, read).items;
}
