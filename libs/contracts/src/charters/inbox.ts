import type { CharterSummary } from './charter';
import type { ProposalSummary } from '../board/proposal';
import type { Mention } from '../comments/comment';
import type { Kpi } from '../outcomes/kpi';
import type { EXCEPTION_REMINDERS } from '../exceptions/exception';
import type { Reference } from '../records/record';
import type { Reaffirmation } from './reaffirmation';

/** GET /inbox: what awaits the reader, by kind. Home shows it. */
export interface Inbox {
  decisions: ProposalSummary[];
  charters: (CharterSummary & { blockers: number; warnings: number })[];
  measurementsDue: (Pick<Kpi, 'id' | 'code' | 'name' | 'unit' | 'cadence' | 'latest' | 'stale'> & {
    dueOn: string | null;
  })[];
  requirementsOwed: { charter: Reference; number: number; constituency: string; text: string }[];
  /** Exceptions of charters the reader answers for that end within 30 days; `reminder` is the nearest of 30, 7 and 1. */
  exceptionsEnding: {
    exception: Reference;
    principle: Reference;
    charter: Reference;
    endsOn: string;
    daysLeft: number;
    reminder: (typeof EXCEPTION_REMINDERS)[number];
    /** A renewal is on its way. */
    renewed: boolean;
  }[];
  /**
   * What changed elsewhere, of charters the reader answers for, longest waiting first; for the secretary of a board also
   * what has waited so long that it belongs on the agenda.
   */
  reaffirmations: Reaffirmation[];
  /** Comments that call the reader and have not been looked at, newest first. */
  mentions: Mention[];
  standing: { medianDaysToDecide: number | null; openPastDue: number; openProposals: number };
}
