import type { CharterDraft, DraftField } from './charter-draft';

/** What was typed and not saved, with the value it was based on. */
export type Kept = { [F in DraftField]?: { base: CharterDraft[F]; mine: CharterDraft[F] } };

/** Keeps what is typed on this device until the server has it: a closed tab or a lost connection loses no word. */
export class DraftShelf {
  private readonly key: string;

  constructor(charterId: string, userId: string) {
    this.key = `sightline.charter.${userId}.${charterId}`;
  }

  read(): Kept {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.key) ?? '{}');
      return typeof kept === 'object' && kept !== null ? (kept as Kept) : {};
    } catch {
      return {};
    }
  }

  keep(kept: Kept): void {
    try {
      if (Object.keys(kept).length === 0) localStorage.removeItem(this.key);
      else localStorage.setItem(this.key, JSON.stringify(kept));
    } catch {
      // A full or forbidden store: the words stay on the page and are still sent to the server.
    }
  }
}
