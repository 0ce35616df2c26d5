import { Shelf } from '../../platform/forms/shelf';
import type { PendingChanges } from './draft-fields';

/** Where the unsaved words of one person in one draft stay on this device, also when the tab is closed. */
export const draftShelf = (versionId: string, userId: string): Shelf<PendingChanges> =>
  new Shelf(() => localStorage, `sightline.strategy.draft.${userId}.${versionId}`);
