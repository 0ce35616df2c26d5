import type {
  CharterContent,
  CharterStatus,
  Confidence,
  FactAnswers,
  PartyRole,
  RetirementCriterion,
} from '@sightline/contracts';
import type { SampleIds } from '../../sample-ids';
import type { Closing, PastVote } from '../../sample-hearing';

/** The content as it was when it was voted on, told from what it is today. */
export type AsItWas = (content: CharterContent, ids: SampleIds) => CharterContent;

export interface SamplePlan {
  stop?: string;
  rollback?: string;
  contingency?: string;
  /** Format, method, and how many days ago the extraction was last tested. */
  portability?: [format: string, method: string, testedDaysAgo: number | null];
  exit?: string;
  retirement?: RetirementCriterion[];
}
export interface SampleEffect {
  kpi: string;
  from?: number;
  to?: number;
  /** Months from this one; the last day of it. */
  by?: number;
  confidence: Confidence;
  /** The revision of the KPI that was cited; the current one unless said otherwise. */
  revision?: number;
}
export interface SampleRequirement {
  constituency: 'business' | 'data' | 'security' | 'it';
  by: string;
  daysAgo: number;
  text: string;
  answer?: { daysAgo: number; text: string };
}
export interface SampleMilestone {
  title: string;
  value?: string;
  kpi?: string;
  expected?: number;
  /** Month from this one in which it is due. */
  due: number;
  reachedDaysAgo?: number;
}
export interface SampleHearing {
  daysAgo: number;
  votes: PastVote[];
  asItWas?: AsItWas;
  /** A material change while the board was voting: the fields that changed, and the votes since. */
  anew?: { daysAgo: number; reason: string; votes: PastVote[] };
  closing?: Closing;
}
export interface SampleCharter {
  code: string;
  title: string;
  /** `{by}` is the date by which the first KPI moves. */
  outcome: string;
  narrative: string;
  unit?: string;
  lead: string;
  sponsor?: string;
  itLead?: string;
  capability?: string;
  /** In euro. */
  budget?: number;
  /** First and last month, from this one. */
  runs?: [first: number, last: number];
  principles: Record<string, string>;
  /** Where it answers otherwise than most. */
  facts?: FactAnswers;
  kpis: SampleEffect[];
  /** Domain → entity → whether the charter cannot do without it. */
  data?: Record<string, Record<string, boolean>>;
  noGovernedData?: string;
  services?: string[];
  systems?: string[];
  parties?: Record<string, PartyRole>;
  predecessors?: string[];
  plan: SamplePlan;
  requirements?: SampleRequirement[];
  milestones?: SampleMilestone[];
  createdDaysAgo: number;
  hearing?: SampleHearing;
  /** Days ago at which it was last written in, after its hearing or without one. */
  editedDaysAgo?: number;
  /** What became of it after the board, or without one, in order. */
  life?: { status: CharterStatus; daysAgo: number }[];
  /** It ran before Sightline and came in as it was. */
  running?: CharterStatus;
  change?: { reason: string; daysAgo: number; asWanted: AsItWas; votes: PastVote[] };
}
