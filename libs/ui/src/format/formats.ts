import type { Money } from '@sightline/contracts';

const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

/** A number with a true minus sign. Without `digits` at most two decimals, and none where there are none. */
export function formatFigure(value: number, locale: string, digits?: number, sign = false): string {
  return numberFormat(locale, {
    ...(digits === undefined
      ? { maximumFractionDigits: 2 }
      : { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    signDisplay: sign ? 'exceptZero' : 'auto',
  })
    .format(value)
    .replace('-', '−');
}

/** A number and its unit, parted by a space that does not break: "94.1 %", "12 days". */
export function formatMeasure(value: number, unit: string | null, locale: string, sign = false): string {
  return unit
    ? `${formatFigure(value, locale, undefined, sign)}\u00a0${unit}`
    : formatFigure(value, locale, undefined, sign);
}

/** Money to the unit; cents only when there are any. */
export function formatMoney(money: Money, locale: string): string {
  const cents = !/^-?\d+(\.0+)?$/.test(money.amount);
  return numberFormat(locale, {
    style: 'currency',
    currency: money.currency,
    minimumFractionDigits: cents ? 2 : 0,
    maximumFractionDigits: cents ? 2 : 0,
  })
    .format(Number(money.amount))
    .replace('-', '−');
}

export const DAY_STYLES = {
  /** 26 Nov 2026 */
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  /** Thu 26 Nov */
  week: { weekday: 'short', day: 'numeric', month: 'short' },
  /** Thursday 26 November 2026 */
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  /** Nov 2026 */
  month: { month: 'short', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
export type DayStyle = keyof typeof DAY_STYLES;

/** A calendar date (`YYYY-MM-DD`), which has no time zone. */
export function formatDay(date: string, locale: string, style: DayStyle = 'short'): string {
  return dateFormat(locale, { ...DAY_STYLES[style], timeZone: 'UTC' }).format(
    new Date(`${date.slice(0, 10)}T00:00:00Z`),
  );
}

export const MOMENT_STYLES = {
  /** 26 Nov 2026, 14:00 */
  short: { ...DAY_STYLES.short, hour: '2-digit', minute: '2-digit' },
  /** 14:00 */
  time: { hour: '2-digit', minute: '2-digit' },
  /** 26 Nov 2026 */
  day: DAY_STYLES.short,
  /** Thu 26 Nov */
  week: DAY_STYLES.week,
  /** Thursday 26 November 2026 */
  long: DAY_STYLES.long,
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
export type MomentStyle = keyof typeof MOMENT_STYLES;

/** An instant (UTC ISO 8601) as clocks in `timeZone` show it. */
export function formatMoment(instant: string, locale: string, timeZone: string, style: MomentStyle = 'short'): string {
  return dateFormat(locale, { ...MOMENT_STYLES[style], timeZone }).format(new Date(instant));
}

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  const format = numbers.get(key) ?? new Intl.NumberFormat(locale, options);
  numbers.set(key, format);
  return format;
}

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const format = dates.get(key) ?? new Intl.DateTimeFormat(locale, options);
  dates.set(key, format);
  return format;
}
