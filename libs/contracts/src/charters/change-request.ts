import type { Reference, RecordBase } from '../records/record';
import type { CharterChanges, CharterLinks } from './charter';
import type { CharterDifference } from './charter-content';

export const CHANGE_REQUEST_STATUSES = [
  'submitted',
  'approved',
  'rejected',
  'returned',
  'withdrawn',
  'lapsed',
] as const;
export type ChangeRequestStatus = (typeof CHANGE_REQUEST_STATUSES)[number];
export const CHANGE_REASON_MAX = 4000;

/** POST /charters/{id}/change-requests: why, and what the approved charter shall become. */
export interface NewChangeRequest extends CharterChanges, CharterLinks {
  reason: string;
}

/** GET /charters/{id}/change-requests */
export interface ChangeRequest extends RecordBase {
  number: number;
  reason: string;
  status: ChangeRequestStatus;
  changed: CharterDifference[];
  proposal: (Reference & { status: string }) | null;
}
