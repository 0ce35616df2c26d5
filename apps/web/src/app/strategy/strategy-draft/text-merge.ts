import { isSettled, mergeBlocks, type MergedStretch } from '@sightline/rules';
import { loadDialect } from '@sightline/ui';

/** What two people made of one text, put together. */
export interface TextMerge {
  readonly stretches: readonly MergedStretch[];
  /** The text with these blocks where both wrote; without them it is whole only when nobody has to decide. */
  together(decided?: readonly (readonly string[])[]): string;
}
export type MergesTexts = (texts: { base: string; mine: string; theirs: string }) => TextMerge;

/** The merge by paragraph; it comes with the editor's dialect, which is loaded on first use. */
export async function loadTextMerge(): Promise<MergesTexts> {
  const { blocksOf, textFrom } = await loadDialect();
  return ({ base, mine, theirs }) => {
    const sources = [mine, theirs, base].map((text) => blocksOf(text));
    const [ours = [], others = [], before = []] = sources.map(({ blocks }) => blocks.map(({ raw }) => raw));
    const stretches = mergeBlocks(before, ours, others);
    return {
      stretches,
      together: (decided = []) => {
        let place = 0;
        const blocks = stretches.flatMap((each) => (each.kind === 'settled' ? each.blocks : (decided[place++] ?? [])));
        return textFrom(blocks, sources);
      },
    };
  };
}

/** The text of both when they did not write in the same paragraphs; null when somebody has to decide. */
export function mergedText(merges: MergesTexts, texts: Parameters<MergesTexts>[0]): string | null {
  const merge = merges(texts);
  return isSettled(merge.stretches) ? merge.together() : null;
}
