import type { CharterStatus } from '../charters/charter';
import type { CodedRecord, PersonReference, Reference } from '../records/record';

export const EXCEPTION_STATUSES = ['draft', 'proposed', 'granted', 'rejected', 'expired', 'revoked'] as const;
export type ExceptionStatus = (typeof EXCEPTION_STATUSES)[number];
export const EXCEPTION_CATEGORIES = ['business', 'technical', 'regulatory'] as const;
export type ExceptionCategory = (typeof EXCEPTION_CATEGORIES)[number];

export const EXCEPTION_TEXT_MAX = 4000;
/** No exception lasts longer (PRODUCT.md section 2). */
export const EXCEPTION_MONTHS_MAX = 12;
/** So long a renewal proposed in time keeps the exception before it. */
export const RENEWAL_GRACE_DAYS = 30;
/** After so many renewals the principle is looked at again. */
export const RENEWALS_TO_REVIEW = 2;
/** Days before its end at which an exception is brought up. */
export const EXCEPTION_REMINDERS = [30, 7, 1] as const;

/** A time-limited permission to deviate from one principle. */
export interface PrincipleException extends CodedRecord {
  status: ExceptionStatus;
  principle: Reference;
  charter: Reference & { status: CharterStatus };
  category: ExceptionCategory;
  justification: string;
  compensatingControl: string;
  expiresOn: string;
  /** The last day on which it holds: later than `expiresOn` while a renewal proposed in time is undecided. */
  holdsUntil: string | null;
  /** The exception this one renews, and how many renewals there were, this one included. */
  renews: Reference | null;
  renewal: number;
  renewedBy: (Reference & { status: ExceptionStatus }) | null;
  grantedAt: string | null;
  endedAt: string | null;
  endedBy: PersonReference | null;
  endReason: string | null;
  /** The open proposal or the last one. */
  proposal: (Reference & { status: string }) | null;
  decision: Reference | null;
}

/** POST /exceptions */
export interface NewException {
  principle: string;
  charter: string;
  category: ExceptionCategory;
  justification: string;
  compensatingControl: string;
  expiresOn: string;
}
/** PATCH /exceptions/{id}, while it is a draft. */
export type ExceptionChanges = Partial<Omit<NewException, 'principle' | 'charter'>>;
/** POST /exceptions/{id}/renew: a draft that would follow this one; what is left out is taken from it. */
export interface RenewException {
  expiresOn: string;
  category?: ExceptionCategory;
  justification?: string;
  compensatingControl?: string;
}
export interface RevokeException {
  reason: string;
}
/** POST /exceptions/{id}/propose */
export interface ExceptionProposed {
  exception: PrincipleException;
  proposal: { id: string; code: string };
}

/** An exception as its charter shows it. */
export interface CharterException {
  exception: Reference;
  principle: Reference;
  status: ExceptionStatus;
  expiresOn: string;
  holdsUntil: string | null;
  /** Part of what the board weighs of this charter. */
  cited: boolean;
}

/** How often a principle is waived. */
export interface PrincipleWaivers {
  /** Ever granted, renewals not counted again. */
  granted: number;
  /** Holding today. */
  active: number;
  /** Before the board. */
  proposed: number;
  renewals: number;
  /** Charters that deviate from it today. */
  charters: number;
  /** Renewed twice since its version was ratified: the principle itself needs another look. */
  needsReview: boolean;
}
