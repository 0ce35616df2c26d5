import {
  EXCEPTION_MONTHS_MAX,
  EXCEPTION_REMINDERS,
  type ExceptionStatus,
  RENEWAL_GRACE_DAYS,
  RENEWALS_TO_REVIEW,
} from '@sightline/contracts';
import { addDays, addMonths, daysBetween } from '../calendar/dates';

export const EXCEPTION_ACTIVITIES = ['propose', 'return', 'grant', 'reject', 'expire', 'revoke'] as const;
export type ExceptionActivity = (typeof EXCEPTION_ACTIVITIES)[number];

/** The states of an exception (PRODUCT.md section 2); the database guards the same paths. */
export const EXCEPTION_PATHS: Record<ExceptionActivity, { from: ExceptionStatus; to: ExceptionStatus }> = {
  propose: { from: 'draft', to: 'proposed' },
  return: { from: 'proposed', to: 'draft' },
  grant: { from: 'proposed', to: 'granted' },
  reject: { from: 'proposed', to: 'rejected' },
  expire: { from: 'granted', to: 'expired' },
  revoke: { from: 'granted', to: 'revoked' },
};

/** The state an activity leads to from this one, or null when it does not start there. */
export function exceptionAfter(status: ExceptionStatus, activity: ExceptionActivity): ExceptionStatus | null {
  const { from, to } = EXCEPTION_PATHS[activity];
  return status === from ? to : null;
}

export const EXPIRY_PROBLEMS = ['expiry-passed', 'expiry-too-late'] as const;
export type ExpiryProblem = (typeof EXPIRY_PROBLEMS)[number];

/** Why an exception cannot last until this day; at most twelve months from today. Dates of the organisation. */
export function expiryProblem(expiresOn: string, today: string): ExpiryProblem | null {
  if (expiresOn <= today) return 'expiry-passed';
  return expiresOn > latestExpiry(today) ? 'expiry-too-late' : null;
}

export function latestExpiry(today: string): string {
  return addMonths(today, EXCEPTION_MONTHS_MAX);
}

/** The last day on which an exception holds: a renewal proposed by its end keeps it up to 30 days more. */
export function holdsUntil(expiresOn: string, renewalProposedOn: string | null): string {
  const inTime = renewalProposedOn !== null && renewalProposedOn <= expiresOn;
  return inTime ? addDays(expiresOn, RENEWAL_GRACE_DAYS) : expiresOn;
}

/** The reminder that is due: the nearest of 30, 7 and 1 days that has been reached; null before, and after the end. */
export function reminderDue(expiresOn: string, today: string): (typeof EXCEPTION_REMINDERS)[number] | null {
  const left = daysBetween(today, expiresOn);
  if (left < 0) return null;
  return EXCEPTION_REMINDERS.findLast((days) => left <= days) ?? null;
}

/** Renewed so often, a principle is looked at again rather than waived once more. */
export function callsForReview(renewal: number): boolean {
  return renewal >= RENEWALS_TO_REVIEW;
}
