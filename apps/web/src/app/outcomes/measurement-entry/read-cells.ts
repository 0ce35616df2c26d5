const DAY_FIRST = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/;
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/;
const NAMED_MONTH = /^(\d{1,2})\.?[ -]([\p{L}.]{3,10})[ -,]*(\d{4})$/u;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** How German and short English months begin where they differ. */
const OTHER_NAMES: Record<string, string> = { mär: 'mar', mrz: 'mar', mai: 'may', okt: 'oct', dez: 'dec' };

/**
 * A number as a spreadsheet of this locale writes it, or null: group marks, decimal comma or point, a sign or minus, a
 * unit behind it ("12,5 %").
 */
export function readNumber(text: string, locale: string): number | null {
  const german = locale.startsWith('de');
  const [group, decimal] = german ? ['.', ','] : [',', '.'];
  const bare = text
    .trim()
    .replace(/[\s\u00a0\u202f']/g, '')
    .replace(/[−–]/, '-')
    .replace(/[%€$£]|[\p{L}]+\.?$/gu, '');
  const grouped = new RegExp(`^[+-]?\\d{1,3}(\\${group}\\d{3})+(\\${decimal}\\d+)?$`);
  const plain = new RegExp(`^[+-]?(\\d+(\\${decimal}\\d*)?|\\${decimal}\\d+)$`);
  if (!grouped.test(bare) && !plain.test(bare)) return readOther(bare, decimal);
  const number = Number(bare.replaceAll(group, '').replace(decimal, '.'));
  return Number.isFinite(number) ? number : null;
}

/** The other decimal mark, where it can be nothing else: "12.5" in a German sheet. */
function readOther(bare: string, decimal: string): number | null {
  const other = decimal === ',' ? '.' : ',';
  return new RegExp(`^[+-]?\\d+\\${other}(\\d{1,2}|\\d{4,})$`).test(bare) ? Number(bare.replace(other, '.')) : null;
}

/** A calendar day as `YYYY-MM-DD`, or null: 2026-10-31, 31.10.2026, 31/10/2026, 31 Oct 2026. Days come before months. */
export function readDay(text: string): string | null {
  const day = text.trim();
  const [, y1, m1, d1] = YEAR_FIRST.exec(day) ?? [];
  if (y1 && m1 && d1) return dayOf(Number(y1), Number(m1), Number(d1));
  const [, d2, m2, y2] = DAY_FIRST.exec(day) ?? [];
  if (y2 && m2 && d2) return dayOf(Number(y2), Number(m2), Number(d2));
  const [, d3, name, y3] = NAMED_MONTH.exec(day) ?? [];
  if (!d3 || !name || !y3) return null;
  const short = name.slice(0, 3).toLowerCase();
  return dayOf(Number(y3), MONTHS.indexOf(OTHER_NAMES[short] ?? short) + 1, Number(d3));
}

function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = year >= 1900 && year < 2200 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : null;
}
