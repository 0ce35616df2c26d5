import type { CharterStatus } from '../charters/charter';
import type { DomainTier, QualityDimension } from '../data-domains/data-domain';
import type { Confidence, KpiDefinition, KpiPart } from '../outcomes/kpi';
import type { PartyRole, RetirementCriterion } from '../charters/charter';
import type { Reference } from '../records/record';
import type { ReaffirmationCause } from '../charters/reaffirmation';
import type { DecisionTable, Fact, FactAnswers, FactCells } from '../strategy/decision-table';
import type { GatePolicy } from './gate';

export interface PersonFact {
  id: string;
  name: string;
  internal: boolean;
  active: boolean;
  /** Belongs to a unit of the business, not of IT. */
  fromBusiness: boolean;
  champion: boolean;
}

/** Everything the gate looks at for a charter, and nothing else. Read by one SQL statement. */
export interface CharterGateFacts {
  charter: { id: string; code: string; status: CharterStatus };
  /** The organisation's date by the database clock. */
  today: string;
  strategy: { number: number; policy: GatePolicy } | null;
  outcomeStatement: string;
  /** An unconflicted seat holder overruled OUTCOME for the revision before the board. */
  outcomeOverruled: boolean;
  principles: { id: string; code: string; title: string; inForce: boolean }[];
  kpis: KpiFact[];
  businessSponsor: PersonFact | null;
  itLead: PersonFact | null;
  lead: PersonFact | null;
  requirements: { number: number; constituency: string; answered: boolean }[];
  domains: DomainFact[];
  noGovernedData: string | null;
  resilience: {
    rollback: boolean;
    contingency: boolean;
    portability: boolean;
    exit: boolean;
    retirement: RetirementCriterion[];
  };
  capability: Reference | null;
  parties: { id: string; code: string; name: string; external: boolean; role: PartyRole }[];
  /** What the charter answered; answers to questions that are no longer asked may be among them. */
  facts: FactAnswers;
  /** What the version in force asks, and its principles that have a decision table. */
  deciding: { facts: Fact[]; principles: DecidingPrincipleFact[] };
  /** Why the charter does what a principle advises against, by the id of the principle. */
  deviations: { principle: string; reason: string }[];
  /** Exceptions of this charter that are granted or before the board, and count for it. */
  exceptions: ExceptionFact[];
  /** What has to be affirmed anew. */
  awaiting: { cause: ReaffirmationCause; about: string }[];
}

export interface DecidingPrincipleFact {
  id: string;
  code: string;
  title: string;
  applicability: FactCells | null;
  decisionTable: DecisionTable;
}

export interface ExceptionFact {
  id: string;
  code: string;
  /** Id of the principle it deviates from. */
  principle: string;
  status: 'proposed' | 'granted';
  /** The last day on which it holds; null while it is before the board. */
  holdsUntil: string | null;
}

export interface KpiFact {
  id: string;
  code: string;
  name: string;
  definition: KpiDefinition;
  missing: KpiPart[];
  owner: PersonFact | null;
  from: number | null;
  to: number | null;
  by: string | null;
  confidence: Confidence;
}

export interface DomainFact {
  id: string;
  code: string;
  name: string;
  tier: DomainTier;
  owner: PersonFact | null;
  steward: PersonFact | null;
  /** The entities this charter touches. */
  entities: EntityFact[];
}

export interface EntityFact {
  id: string;
  name: string;
  essential: boolean;
  classified: boolean;
  authoritativeSource: { id: string; name: string } | null;
  standards: { id: string; dimension: QualityDimension; measured: boolean; met: boolean }[];
  flows: { fromId: string; fromName: string }[];
  /** Dimensions whose shortfall is accepted, by an issue that has not expired. */
  acceptedIssues: QualityDimension[];
}
