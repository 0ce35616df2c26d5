import type { SubjectStakes } from '@sightline/rules';

/** Sponsors and editors have a stake, but a proposal is not theirs to take back. */
export function mayWithdraw(userId: string, { submittedBy, leads }: SubjectStakes): boolean {
  return submittedBy === userId || leads.includes(userId);
}
