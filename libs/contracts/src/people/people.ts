import type { Role } from '../access/roles';
import type { CodedRecord, RecordBase, Reference } from '../records/record';

export const UNIT_KINDS = ['business', 'it'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export interface BusinessUnit extends CodedRecord {
  name: string;
  /** People of a business unit are "from the business": they may sponsor charters and own KPIs. */
  kind: UnitKind;
}
export interface NewBusinessUnit {
  name: string;
  kind: UnitKind;
}

export const USER_STATUSES = ['invited', 'active', 'suspended', 'erased'] as const;
export type UserStatus = (typeof USER_STATUSES)[number];
export const USER_KINDS = ['internal', 'external'] as const;
export type UserKind = (typeof USER_KINDS)[number];

export interface User extends RecordBase {
  name: string;
  email: string;
  kind: UserKind;
  status: UserStatus;
  roles: Role[];
  businessUnit: Reference | null;
  party: Reference | null;
}
export interface NewUser {
  name: string;
  email: string;
  kind: UserKind;
  roles: Role[];
  businessUnit?: string;
  party?: string;
}
export interface UserChanges {
  name?: string;
  roles?: Role[];
  businessUnit?: string | null;
  party?: string | null;
  status?: 'active' | 'suspended';
}
/** A one-time link by which somebody chooses a password: shown once, valid for 72 hours. */
export interface ActivationLink {
  link: string;
  expiresAt: string;
}
/** The answer of POST /users. */
export interface InvitedUser extends User {
  activation: ActivationLink;
}
/** The answer of POST /users/{id}/activation-link. */
export interface IssuedActivation extends ActivationLink {
  /** A reset ends every session of the person and keeps them from voting for 24 hours; an invitation does neither. */
  purpose: 'activate' | 'reset';
  sessionsEnded: number;
  mayVoteFrom: string | null;
}
/** POST /users/{id}/erase: the name as it stands, typed again. */
export interface ErasureConfirmation {
  name: string;
}
/** What is left of somebody: "Former member 17 (Board member, Data)". */
export interface ErasedUser {
  id: string;
  name: string;
}
export interface BusinessUnitChanges {
  name?: string;
  kind?: UnitKind;
}

export const NAME_MAX = 200;
export const EMAIL_MAX = 254;
