import type { PresenceSign, Section } from '@sightline/contracts';
import { SECTIONS } from '@sightline/contracts';
import { MaybeNull, OneOf } from '../platform/problems/validators';

/** PUT /strategy/versions/{n}/presence */
export class PresenceRequest implements PresenceSign {
  @MaybeNull()
  @OneOf(SECTIONS)
  section: Section | null = null;
}
