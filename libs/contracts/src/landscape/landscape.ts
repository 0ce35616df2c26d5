import type { CodedRecord, PersonReference } from '../records/record';

export const PARTY_KINDS = ['team', 'person', 'vendor', 'partner'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

/** A team, person, vendor or partner that can hold a responsibility. Vendors and partners are external. */
export interface Party extends CodedRecord {
  name: string;
  kind: PartyKind;
  external: boolean;
  organisation: string | null;
  costCentre: string | null;
}
export interface NewParty {
  name: string;
  kind: PartyKind;
  organisation?: string | null;
  costCentre?: string | null;
}

export const SYSTEM_LIFECYCLES = ['planned', 'active', 'phasing_out', 'retired'] as const;
export type SystemLifecycle = (typeof SYSTEM_LIFECYCLES)[number];

export interface System extends CodedRecord {
  name: string;
  description: string | null;
  vendor: string | null;
  owner: PersonReference | null;
  lifecycle: SystemLifecycle;
}
export interface NewSystem {
  name: string;
  description?: string | null;
  vendor?: string | null;
  owner?: string | null;
  lifecycle?: SystemLifecycle;
}

/** Criticality 1 (a nuisance) to 4 (the company stands still). */
export interface Service extends CodedRecord {
  name: string;
  description: string | null;
  owner: PersonReference | null;
  criticality: number;
}
export interface NewService {
  name: string;
  description?: string | null;
  owner?: string | null;
  criticality: number;
}
export const DESCRIPTION_MAX = 4000;
