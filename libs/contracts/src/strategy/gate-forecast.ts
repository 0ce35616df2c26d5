import type { FORESEEN_CHECKS, GateCheckAnswer, GateTransition } from '../gate/gate';
import type { PersonReference, Reference } from '../records/record';

/** Records one answer looks at, at the most; the next goes on behind them. */
export const FORECAST_LOOKS = 2_000;

/** A charter, or a change before the board, that a gate would hold up or mark where it does not today. */
export interface GateForecast {
  kind: 'charter' | 'change_request';
  /** A change goes by its charter. */
  record: Reference;
  charter: Reference;
  status: string;
  lead: PersonReference | null;
  /** The gate it comes to next. */
  gate: GateTransition;
  /** FACTS and DEVIATION, as the gate would say them, over the principles that say something new. */
  checks: GateCheckAnswer[];
  /** Before the board now. */
  proposal: Reference | null;
}

/**
 * GET /strategy/versions/{n}/impact/gates: what FACTS and DEVIATION would say at the next gate of each charter that has one
 * before it, and of each change before the board, were this version ratified now; a ratification itself does nothing about
 * it. One answer looks at up to FORECAST_LOOKS records in the order of their ids.
 */
export interface GateForecastPage {
  number: number;
  /** Number of the version in force; null before the first. */
  inForce: number | null;
  /** Principles that may say something new; without one nothing has to be looked at. */
  principles: Reference[];
  /** Charters and changes that come to a gate; 0 where no principle says anything new. */
  total: number;
  /** How many of them this answer looked at. */
  looked: number;
  /** Of those looked at: how many would be held up, only marked, and for which of the checks. */
  figures: { blocked: number; marked: number; checks: Record<(typeof FORESEEN_CHECKS)[number], number> };
  /** The first of those found, by their codes. */
  items: GateForecast[];
  /** Behind what was looked at; null at the end. */
  next: string | null;
  /** Behind the last name; null when no other can follow. */
  more: string | null;
}
