import type { Reference } from '../records/record';
import type { Role } from './roles';

/** Who makes a request, as read from the session in the database. */
export interface SignedInUser {
  id: string;
  name: string;
  email: string;
  kind: 'internal' | 'external';
  roles: Role[];
  businessUnitId: string | null;
  /** The party an external person belongs to. */
  partyId: string | null;
}

/** GET /me */
export interface Me {
  user: { id: string; name: string; email: string; kind: 'internal' | 'external'; language: 'en' | 'de' | null };
  roles: Role[];
  /** Permission → how far it reaches for this user. */
  permissions: Record<string, 'any' | 'own' | 'linked'>;
  seats: { board: Reference; constituency: string; seatId: string }[];
  secretaryOf: Reference[];
  organisation: OrganisationSummary;
  /** Proposals that wait for this user's vote. */
  awaiting: number;
}

export interface OrganisationSummary {
  name: string;
  currency: string;
  timeZone: string;
  language: 'en' | 'de';
  kind: 'own' | 'sample';
  strategyInForce: number | null;
}

/** POST /auth/login */
export interface SignIn {
  email: string;
  password: string;
}

/** GET /auth/personas, in the sample installation only. */
export interface PersonaCard {
  persona: string;
  name: string;
  roles: Role[];
}

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 256;

/** POST /auth/activate: for activation and reset links alike. */
export interface Activate {
  token: string;
  password: string;
}

/** GET /set-up: what is still open; after set-up every other call of it answers 404. */
export interface SetUpState {
  open: boolean;
  sample: boolean;
}

export interface SetUpPerson {
  name: string;
  email: string;
}

/** POST /set-up: the organisation, its first administrator and its founding board, at once. */
export interface SetUp {
  organisation: { name: string; currency: string; timeZone: string; language: 'en' | 'de' };
  administrator: SetUpPerson & { password: string };
  board: {
    name: string;
    secretary: SetUpPerson;
    constituencies: { key: string; name: string; isIt: boolean; seats: SetUpPerson[] }[];
  };
}

/** The answer of POST /set-up: a one-time link for everybody named in it, the administrator excepted. */
export interface SetUpDone {
  administrator: string;
  links: { name: string; email: string; link: string; expiresAt: string }[];
}
