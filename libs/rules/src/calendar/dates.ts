const DAY = 86_400_000;

/** Whole days from one ISO date to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((midnightUtc(to) - midnightUtc(from)) / DAY);
}

/** The ISO date that many days later. */
export function addDays(date: string, days: number): string {
  return isoDate(midnightUtc(date) + days * DAY);
}

/** The same day that many months later, or the last day of that month when it has no such day. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return isoDate(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)));
}

/** Monday to Friday; public holidays differ by place and are not counted. */
export function addWorkingDays(date: string, days: number): string {
  let reached = date;
  for (let left = days; left > 0;) {
    reached = addDays(reached, 1);
    const weekday = new Date(midnightUtc(reached)).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return reached;
}

function midnightUtc(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function isoDate(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
