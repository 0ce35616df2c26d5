const HALF_DAY = 43_200_000;

/** The ISO date it is at this instant in a time zone (IANA name). */
export function dateIn(timeZone: string, instant: string): string {
  return new Date(Date.parse(instant) + offsetAt(timeZone, Date.parse(instant))).toISOString().slice(0, 10);
}

/**
 * The instant at which a date begins in a time zone, as UTC ISO 8601. Where the clock jumps over midnight it is the
 * first moment of the day; where midnight comes twice, the second.
 */
export function startOfDayIn(timeZone: string, date: string): string {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  const candidates = [-HALF_DAY, HALF_DAY].map((away) => midnight - offsetAt(timeZone, midnight + away));
  const real = candidates.filter((instant) => instant + offsetAt(timeZone, instant) === midnight);
  return new Date(Math.max(...(real.length > 0 ? real : candidates))).toISOString();
}

/** Local time minus UTC at an instant, in milliseconds. */
function offsetAt(timeZone: string, instant: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return local - Math.floor(instant / 1000) * 1000;
}
