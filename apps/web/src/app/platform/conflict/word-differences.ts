export interface DifferencePart {
  readonly text: string;
  readonly changed: boolean;
}

/** Two texts word by word: what only the first has, and what only the second has, marked. */
export async function wordDifferences(
  mine: string,
  theirs: string,
): Promise<{ mine: DifferencePart[]; theirs: DifferencePart[] }> {
  const { diffWords } = await import('diff');
  const parts = diffWords(theirs, mine);
  const side = (without: 'added' | 'removed') =>
    parts
      .filter((part) => !part[without])
      .map((part) => ({ text: part.value, changed: Boolean(part.added || part.removed) }));
  return { mine: side('removed'), theirs: side('added') };
}
