import { Shelf } from '../../platform/forms/shelf';
import type { CharterDraft, DraftField } from './charter-draft';

/** What was typed and not saved, with the value it was based on. */
export type Kept = { [F in DraftField]?: { base: CharterDraft[F]; mine: CharterDraft[F] } };

/** Where the unsaved words of one person in one charter stay on this device, also when the tab is closed. */
export const draftShelf = (charterId: string, userId: string): Shelf<Kept> =>
  new Shelf(() => localStorage, `sightline.charter.${userId}.${charterId}`);
