import { wayToChange } from '@sightline/rules';
import type { LockedCharter } from './charter-lock';

/** How a charter may be edited: freely, with the votes dismissed, by change request, or not at all. */
export type CharterPhase = 'draft' | 'submitted' | 'approved' | 'frozen';

/** A running project without an approval is written like a draft, whatever state it is in (PRODUCT section 2, Landscape). */
export function phaseOf(charter: Pick<LockedCharter, 'status' | 'approved' | 'submitted'>): CharterPhase {
  const way = wayToChange(charter);
  if (way === null) return 'frozen';
  if (way === 'change_request') return 'approved';
  return charter.submitted ? 'submitted' : 'draft';
}
