import { addDays, addMonths, startOfDayIn } from '@sightline/rules';

/** The company's year, told from the day it is loaded, so that it never looks stale. */
export class SampleCalendar {
  constructor(
    /** The organisation's date, ISO. */
    readonly today: string,
    private readonly timeZone: string,
  ) {}

  /** The date that many days from today; negative lies behind us. */
  day(offset: number): string {
    return addDays(this.today, offset);
  }

  /** The first day of the month that many months from this one; 0 is this month. */
  firstOfMonth(offset: number): string {
    return addMonths(`${this.today.slice(0, 8)}01`, offset);
  }

  /** The last day of that month. */
  monthEnd(offset: number): string {
    return addDays(this.firstOfMonth(offset + 1), -1);
  }

  /** An instant of a working day in the past: that many days ago, or the Friday before when it is a weekend. */
  ago(days: number, time = '10:00'): string {
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    const midnight = Date.parse(startOfDayIn(this.timeZone, workingDay(this.day(-days))));
    return new Date(midnight + (hours * 60 + minutes) * 60_000).toISOString();
  }

  /** "30 June 2027": a date as the prose of the company says it. */
  say(date: string): string {
    return LONG_DATE.format(new Date(`${date}T00:00:00Z`));
  }
}

const LONG_DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

function workingDay(date: string): string {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return addDays(date, weekday === 6 ? -1 : weekday === 0 ? -2 : 0);
}
