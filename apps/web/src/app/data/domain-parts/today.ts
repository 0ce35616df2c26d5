import { inject } from '@angular/core';
import { dateIn } from '@sightline/rules';
import { Session } from '../../platform/session/session';

/** The organisation's calendar date now, by which the server judges dates too. Needs an injection context. */
export function organisationToday(): string {
  return dateIn(inject(Session).me()?.organisation.timeZone ?? 'UTC', new Date().toISOString());
}
