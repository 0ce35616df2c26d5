import { inject, type Signal, computed } from '@angular/core';
import { Speech } from '@sightline/ui';

/** Today's date where the organisation is: what dates without a time are compared with. */
export function organisationToday(): Signal<string> {
  const speech = inject(Speech);
  return computed(() =>
    new Intl.DateTimeFormat('en-CA', { timeZone: speech.timeZone(), dateStyle: 'short' }).format(new Date()),
  );
}
