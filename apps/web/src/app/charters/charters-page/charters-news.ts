interface News {
  /** All charters the reader may see, and those the board approved; null while unknown. */
  all: number | null;
  approved: number | null;
  /** The reader's own, with what blocks them. */
  mine: readonly { blockers: number }[];
}

/** The news of the list: what waits for the reader first, else how many there are and how many are approved. */
export function newsOf({ all, approved, mine }: News): [key: string, params: Record<string, number>] {
  const blocked = mine.filter(({ blockers }) => blockers > 0).length;
  if (blocked > 0) return ['charters.news.blocked', { n: blocked }];
  if (all === null || approved === null) return ['charters.news.title', {}];
  if (all === 0) return ['charters.news.none', {}];
  if (approved === 0) return ['charters.news.noneApproved', { n: all }];
  return ['charters.news.counts', { n: all, approved }];
}
