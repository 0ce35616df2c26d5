import type { PersonReference, Reference } from '../records/record';
import type { CharterStatus } from './charter';

/** What happened elsewhere, so that a charter has to be affirmed anew (PRODUCT.md section 3). */
export const REAFFIRMATION_CAUSES = [
  'principle_revised',
  'principle_left',
  'exception_ended',
  'sponsor_gone',
  'lead_gone',
] as const;
export type ReaffirmationCause = (typeof REAFFIRMATION_CAUSES)[number];
/** Unsettled so long, it goes on the agenda by itself. */
export const DAYS_TO_REAFFIRM = 60;
export const REAFFIRM_NOTE_MAX = 4000;

export const REAFFIRMATION_ENDS = ['reaffirmed', 'change_request', 'back'] as const;
export type ReaffirmationEnd = (typeof REAFFIRMATION_ENDS)[number];

export interface Reaffirmation {
  id: string;
  charter: Reference & { status: CharterStatus };
  lead: PersonReference | null;
  cause: ReaffirmationCause;
  principle: Reference | null;
  exception: Reference | null;
  person: PersonReference | null;
  raisedAt: string;
  /** The day on which it goes on the agenda. */
  agendaOn: string;
  overdue: boolean;
  settledAt: string | null;
  settledBy: PersonReference | null;
  settledHow: ReaffirmationEnd | null;
  note: string | null;
}

/** POST /charters/{id}/reaffirm */
export interface ReaffirmCharter {
  /** How the charter upholds what has changed. */
  note: string;
}
