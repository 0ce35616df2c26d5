import type { Charter } from '@sightline/contracts';
import { wayToChange } from '@sightline/rules';

/** How a charter may be written: freely, with the votes dismissed, by change request, or not any more. */
export type CharterPhase = 'draft' | 'submitted' | 'approved' | 'closed';
type Standing = Pick<Charter, 'status' | 'approved' | 'submittedAt'>;

/** A running project without an approval is written like a draft, whatever state it is in (PRODUCT.md section 2). */
export function charterPhase(charter: Standing | null): CharterPhase {
  if (!charter) return 'closed';
  const way = wayToChange(charter);
  if (way === null) return 'closed';
  if (way === 'change_request') return 'approved';
  return charter.submittedAt === null ? 'draft' : 'submitted';
}
