import type { Reference } from '../records/record';
import type { Persona, Role } from './roles';

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
  seats: { board: Reference; constituency: string; constituencyName: string; seatId: string }[];
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
  persona: Persona;
  name: string;
  roles: Role[];
}

/** POST /auth/demo, in the sample installation only. */
export interface SignInAsPersona {
  persona: Persona;
}

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 256;

/** POST /auth/activate: for activation and reset links alike. */
export interface Activate {
  token: string;
  password: string;
}

/** GET /set-up, while nobody has set up this installation; afterwards it answers 404. */
export interface SetUpState {
  open: true;
  /** Whether this is the sample installation, which sets itself up. */
  sample: boolean;
}

export interface SetUpPerson {
  name: string;
  email: string;
}

export const FOUNDING_PEOPLE_MIN = 3;
export const FOUNDING_CONSTITUENCIES_MIN = 3;
/** The constituency no founding board can be without. */
export const BUSINESS_CONSTITUENCY = 'business';

/**
 * POST /set-up: the organisation, its first administrator, who writes the strategy, and the founding board, at once.
 * Somebody named in several places is one person; the e-mail address says who is who.
 */
export interface SetUp {
  organisation: { name: string; currency: string; timeZone: string; language: 'en' | 'de' };
  administrator: SetUpPerson & { password: string };
  /** Writes the strategy: the head of the CIO's office. */
  cioOffice: SetUpPerson;
  board: {
    name: string;
    secretary: SetUpPerson;
    constituencies: { key: string; name: string; isIt: boolean; seats: SetUpPerson[] }[];
  };
}

/** The answer of POST /set-up, which signs the administrator in: a one-time link for everybody else named in it. */
export interface SetUpDone {
  administrator: string;
  links: { name: string; email: string; link: string; expiresAt: string }[];
}
