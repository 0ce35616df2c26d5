import type { SignedInUser } from '@sightline/contracts';

/**
 * Whether a person acts as a board's secretary (PRODUCT.md sections 1 and 4): its own one. `secretaryId` is null for a
 * board whose own secretary is missing or no longer in office; then whoever has the role stands in, so that no board is
 * left without one.
 */
export function isSecretary(secretaryId: string | null, { id, roles }: Pick<SignedInUser, 'id' | 'roles'>): boolean {
  return secretaryId === null ? roles.includes('board_secretary') : secretaryId === id;
}
