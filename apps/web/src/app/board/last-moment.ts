/**
 * The last moment before an instant: a deadline of a day ends at its 24:00, which is 00:00 of the day after and would
 * be shown as that.
 */
export function lastMomentBefore(instant: string): string {
  return new Date(Date.parse(instant) - 1).toISOString();
}
