const DAY_MS = 86_400_000;

/** Whole calendar days from an instant to now, by the clock of `timeZone`; never negative. */
export function daysSince(instant: string, now: Date, timeZone: string): number {
  return Math.max(0, (dayNumber(now, timeZone) - dayNumber(new Date(instant), timeZone)) / DAY_MS);
}

/** Calendar days until an instant; negative once it has passed. */
export function daysUntil(instant: string, now: Date, timeZone: string): number {
  return (dayNumber(new Date(instant), timeZone) - dayNumber(now, timeZone)) / DAY_MS;
}

function dayNumber(instant: Date, timeZone: string): number {
  return Date.parse(new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(instant));
}
