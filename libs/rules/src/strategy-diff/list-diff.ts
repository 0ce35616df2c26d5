import { align } from './align';

/** A record as two versions hold it; null where one does not. */
export interface Both<Part> {
  before: Part | null;
  after: Part | null;
  /** Places from 1, where the record went forward or back among those that both versions hold. */
  moved: { from: number; to: number } | null;
}

/**
 * Two lists of records, each held against itself by its identity: what both hold first, then what came, then what left.
 * A record that is somewhere else only because others came or left has not moved.
 */
export function bothOf<Part>(
  before: readonly Part[],
  after: readonly Part[],
  identity: (part: Part) => string,
  { ordered }: { ordered: boolean },
): Both<Part>[] {
  const olds = new Map(before.map((part, at) => [identity(part), { part, at }]));
  const news = new Map(after.map((part, at) => [identity(part), { part, at }]));
  const stayed = ordered ? inOrder([...olds.keys()], [...news.keys()]) : news;
  const both = [...news].map(([id, { part, at }]) => {
    const old = olds.get(id);
    const moved = old && !stayed.has(id) ? { from: old.at + 1, to: at + 1 } : null;
    return { before: old?.part ?? null, after: part, moved };
  });
  const gone = [...olds]
    .filter(([id]) => !news.has(id))
    .map(([, { part }]) => ({ before: part, after: null, moved: null }));
  return [...both.filter((one) => one.before !== null), ...both.filter((one) => one.before === null), ...gone];
}

/** Identities that stand in the same order in both lists. */
function inOrder(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const effort = { left: 2 * (before.length + after.length) ** 2 };
  return new Set(align(before, after, effort).map(([at]) => before[at] as string));
}
