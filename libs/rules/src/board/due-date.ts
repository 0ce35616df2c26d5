import { DAYS_TO_LAPSE, WORKING_DAYS_TO_DECIDE } from '@sightline/contracts';
import { addDays, addWorkingDays } from '../calendar/dates';
import { dateIn, startOfDayIn } from '../calendar/time-zone';

const DAY = 86_400_000;

/**
 * When a proposal submitted now is due: 24:00 of the tenth working day after today, in the organisation's time zone
 * (PRODUCT.md sections 2 and 9). `now` and the answer are ISO instants.
 */
export function dueDate(now: string, timeZone: string, workingDays: number = WORKING_DAYS_TO_DECIDE): string {
  const lastDay = addWorkingDays(dateIn(timeZone, now), workingDays);
  return startOfDayIn(timeZone, addDays(lastDay, 1));
}

/** Whether the due date has passed; both are ISO instants. */
export function isDue({ now, dueAt }: { now: string; dueAt: string }): boolean {
  return Date.parse(now) >= Date.parse(dueAt);
}

/** Whether the ten days of grace after the due date, of 24 hours each, have passed too (PRODUCT.md section 4). */
export function graceIsOver({ now, dueAt }: { now: string; dueAt: string }): boolean {
  return Date.parse(now) >= Date.parse(dueAt) + DAYS_TO_LAPSE * DAY;
}
