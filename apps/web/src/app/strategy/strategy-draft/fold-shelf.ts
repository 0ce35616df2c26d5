/** What one can look at before the text of a draft; closed until it is opened. */
export const FOLDS = ['points', 'comments', 'impact', 'markdown'] as const;
export type Fold = (typeof FOLDS)[number];

const KEY = 'sightline.strategy.folds';

/** Remembers in this tab which of them its reader keeps open. */
export const FoldShelf = {
  read(): readonly Fold[] {
    try {
      const kept = (sessionStorage.getItem(KEY) ?? '').split(' ');
      return FOLDS.filter((fold) => kept.includes(fold));
    } catch {
      return [];
    }
  },
  keep(open: readonly Fold[]): void {
    try {
      sessionStorage.setItem(KEY, open.join(' '));
    } catch {
      // A full or forbidden store: they are closed again after a reload.
    }
  },
};
