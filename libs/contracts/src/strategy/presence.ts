import type { PersonReference } from '../records/record';
import type { Section } from './strategy';

/** Somebody who does not show a sign of life for this long is no longer shown, in seconds. */
export const PRESENCE_EXPIRES_AFTER_S = 20;

/** PUT /strategy/versions/{n}/presence: a sign of life; null when one writes in no section. */
export interface PresenceSign {
  section: Section | null;
}

/** Who else is writing in this draft now. */
export interface Presence {
  /** The draft's version now: who has an older one should read again. */
  version: number;
  items: { person: PersonReference; section: Section }[];
}

/** GET /strategy/known-names: what the landscape calls its systems and vendors, for hints while one writes. */
export interface KnownNames {
  items: { kind: 'vendor' | 'system'; name: string }[];
}
