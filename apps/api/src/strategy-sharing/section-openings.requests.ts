import type { SectionOpeningChange } from '@sightline/contracts';
import { OPENED_TO_MAX } from '@sightline/contracts';
import { Maybe, Texts } from '../platform/problems/validators';

/** PUT /strategy/versions/{n}/sections/{key}/openings */
export class SectionOpeningRequest implements SectionOpeningChange {
  @Maybe()
  @Texts(OPENED_TO_MAX)
  parties?: string[];

  @Maybe()
  @Texts(OPENED_TO_MAX)
  people?: string[];
}
