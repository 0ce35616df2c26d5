import type { PendingChanges } from './draft-fields';

const PREFIX = 'sightline.strategy.draft.';

/** Keeps what is typed on this device until the server has it: a closed tab or a lost connection loses no word. */
export class DraftShelf {
  private readonly key: string;

  constructor(versionId: string, userId: string) {
    this.key = `${PREFIX}${userId}.${versionId}`;
  }

  read(): PendingChanges {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.key) ?? '{}');
      return typeof kept === 'object' && kept !== null ? (kept as PendingChanges) : {};
    } catch {
      return {};
    }
  }

  keep(pending: PendingChanges): void {
    try {
      if (Object.keys(pending).length === 0) localStorage.removeItem(this.key);
      else localStorage.setItem(this.key, JSON.stringify(pending));
    } catch {
      // A full or forbidden store: the words stay on the page and are still sent to the server.
    }
  }
}
