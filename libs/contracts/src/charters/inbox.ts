import type { CharterSummary } from './charter';
import type { ProposalSummary } from '../board/proposal';
import type { Kpi } from '../outcomes/kpi';
import type { Reference } from '../records/record';

/** GET /inbox: what awaits the reader, by kind. Home shows it. */
export interface Inbox {
  decisions: ProposalSummary[];
  charters: (CharterSummary & { blockers: number; warnings: number })[];
  measurementsDue: (Pick<Kpi, 'id' | 'code' | 'name' | 'unit' | 'cadence' | 'latest' | 'stale'> & {
    dueOn: string | null;
  })[];
  requirementsOwed: { charter: Reference; number: number; constituency: string; text: string }[];
  standing: { medianDaysToDecide: number | null; openPastDue: number; openProposals: number };
}
