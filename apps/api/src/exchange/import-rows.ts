import {
  CADENCES,
  CHARTER_ORIGINS,
  CHARTER_STATUSES,
  KPI_DIRECTIONS,
  KPI_KINDS,
  KPI_NAME_MAX,
  KPI_TEXT_MAX,
  KPI_UNIT_MAX,
  NAME_MAX,
  NARRATIVE_MAX,
  OUTCOME_MAX,
  TITLE_MAX,
  UNIT_KINDS,
  type Cadence,
  type CharterOrigin,
  type CharterStatus,
  type KpiDirection,
  type KpiKind,
  type Money,
  type UnitKind,
} from '@sightline/contracts';
import {
  Amount,
  DateOnly,
  Finite,
  FromText,
  Maybe,
  OneOf,
  Reference,
  Text,
  Texts,
  Whole,
} from '../platform/problems/validators';
import { prepared } from '../platform/problems/validators/rule';

const KEY_MAX = 200;
const KPIS_MAX = 200;

/** A row of a file once its cells are mapped; empty cells are left out before. */
abstract class KeyedRow {
  @Text(KEY_MAX)
  key!: string;
}

export class BusinessUnitRow extends KeyedRow {
  @Text(NAME_MAX)
  name!: string;

  @Maybe()
  @OneOf(UNIT_KINDS)
  kind?: UnitKind;
}

export class KpiRow extends KeyedRow {
  @Text(KPI_NAME_MAX)
  name!: string;

  @Maybe()
  @Reference()
  businessUnit?: string;

  @Maybe()
  @Text(KPI_TEXT_MAX)
  definition?: string;

  @Maybe()
  @Text(KPI_UNIT_MAX)
  unit?: string;

  @Maybe()
  @OneOf(KPI_DIRECTIONS)
  direction?: KpiDirection;

  @Maybe()
  @OneOf(KPI_KINDS)
  kind?: KpiKind;

  @Maybe()
  @FromText()
  @Finite()
  baselineValue?: number;

  @Maybe()
  @DateOnly()
  baselineDate?: string;

  @Maybe()
  @FromText()
  @Finite()
  targetValue?: number;

  @Maybe()
  @DateOnly()
  targetDate?: string;

  @Maybe()
  @OneOf(CADENCES)
  cadence?: Cadence;

  @Maybe()
  @FromText()
  @Whole(1, 5)
  weight?: number;

  @Maybe()
  @Reference()
  owner?: string;

  @Maybe()
  @Text(KPI_TEXT_MAX)
  note?: string;
}

/** The states in which something can be brought in; all others are the board's to give. */
export const IMPORTED_STATUSES = CHARTER_STATUSES.filter(
  (status) => !(['submitted', 'approved', 'rejected', 'withdrawn'] as CharterStatus[]).includes(status),
);

export class CharterRow extends KeyedRow {
  @Text(TITLE_MAX)
  title!: string;

  @Maybe()
  @Text(OUTCOME_MAX)
  outcomeStatement?: string;

  @Maybe()
  @Reference()
  businessUnit?: string;

  @Maybe()
  @Reference()
  lead?: string;

  @Maybe()
  @Reference()
  businessSponsor?: string;

  @Maybe()
  @Reference()
  itLead?: string;

  /** Amount and currency, put together from two cells. */
  @Maybe()
  @Amount()
  budget?: Money;

  @Maybe()
  @DateOnly()
  startDate?: string;

  @Maybe()
  @DateOnly()
  endDate?: string;

  @Maybe()
  @Text(NARRATIVE_MAX)
  narrative?: string;

  @Maybe()
  @OneOf(IMPORTED_STATUSES)
  status?: CharterStatus;

  @Maybe()
  @OneOf(CHARTER_ORIGINS)
  origin?: CharterOrigin;

  /** Codes or keys of KPIs, separated by semicolons. */
  @Maybe()
  @prepared((value) => (typeof value === 'string' ? separated(value) : value))
  @Texts(KPIS_MAX)
  kpis?: string[];
}

const separated = (cell: string): string[] =>
  cell
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
