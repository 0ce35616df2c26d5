/** Keeps what is typed in this browser until the server has it: nobody loses a word by a reload or a lost connection. */
export class Shelf<Kept extends object> {
  /** Nothing kept is `{}`. `storage` lives as long as the words should: with the tab, or beyond it. A browser may forbid even to name it. */
  constructor(
    private readonly storage: () => Storage,
    private readonly key: string,
  ) {}

  read(): Kept {
    try {
      const kept: unknown = JSON.parse(this.storage().getItem(this.key) ?? '{}');
      return (typeof kept === 'object' && kept !== null ? kept : {}) as Kept;
    } catch {
      return {} as Kept;
    }
  }

  keep(kept: Kept): void {
    try {
      if (Object.keys(kept).length === 0) this.storage().removeItem(this.key);
      else this.storage().setItem(this.key, JSON.stringify(kept));
    } catch {
      // A full or forbidden store: the words stay on the page.
    }
  }
}
