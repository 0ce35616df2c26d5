import type { CodedRecord, PersonReference } from '../records/record';
import type { StrategyStatus } from '../strategy/strategy';

export const MANDATE_TITLE_MAX = 200;
export const MANDATE_TEXT_MAX = 10_000;

export const MANDATE_STATES = ['untranslated', 'translated'] as const;
export type MandateState = (typeof MANDATE_STATES)[number];

/** What is missing between an order and the strategy (PRODUCT.md section 2, mandate). */
export const MANDATE_GAPS = ['no-principle', 'not-in-force', 'no-conditions', 'no-guidance'] as const;
export type MandateGap = (typeof MANDATE_GAPS)[number];

/** A principle that translates a mandate, as one version words it. */
export interface MandatePrinciple {
  id: string;
  code: string;
  title: string;
  statement: string;
  versionNumber: number;
  status: StrategyStatus;
  /** Says when it applies: by an applicability or by a decision table. */
  conditions: boolean;
  /** Says how to deviate. */
  guidance: boolean;
}

/** An executive's order; a catalyst, not yet a strategy. */
export interface Mandate extends CodedRecord {
  title: string;
  text: string;
  sponsor: PersonReference;
  dateReceived: string;
  state: MandateState;
  /** Principles of the version in force and of the open version that were derived from it. */
  principles: MandatePrinciple[];
  /** Empty once it is translated. */
  missing: MandateGap[];
}

/** POST /mandates. Without a title the first words of the text stand for it. */
export interface NewMandate {
  title?: string;
  text: string;
  sponsor: string;
  dateReceived: string;
}
/** PATCH /mandates/{id} */
export type MandateChanges = Partial<NewMandate>;
