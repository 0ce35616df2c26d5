import { mustBe, prepared, type ValueRule } from './rule';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/;
const EMAIL = /^[^\s@"<>(),:;[\]\\]+@[^\s@"<>(),:;[\]\\]+\.[^\s@"<>(),:;[\]\\.]+$/;
/** Control characters but tab and line feed, and the marks that turn the direction of writing. */
export const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

const isText: ValueRule = { code: 'not-text', schema: { type: 'string' }, valid: (value) => typeof value === 'string' };
const isPrintable: ValueRule = {
  code: 'hidden-characters',
  valid: (value) => typeof value === 'string' && value.isWellFormed() && !HIDDEN.test(value),
};
const isNotEmpty: ValueRule = {
  code: 'empty',
  schema: { minLength: 1 },
  valid: (value) => typeof value === 'string' && value !== '',
};
const isShort = (max: number): ValueRule => ({
  code: 'too-long',
  params: { max },
  schema: { maxLength: max },
  valid: (value) => typeof value === 'string' && (value.length <= max || [...value].length <= max),
});

/**
 * A text of at most this many characters, without control characters, broken surrogates or direction marks. It is
 * trimmed, line ends become `\n`, and unless said otherwise something has to remain.
 */
export function Text(max: number, { empty = false }: { empty?: boolean } = {}): PropertyDecorator {
  const rules = mustBe(isText, isPrintable, ...(empty ? [] : [isNotEmpty]), isShort(max));
  const trim = prepared(tidied);
  return (target, property) => {
    trim(target, property);
    rules(target, property);
  };
}

/**
 * Prose in Markdown of at most this many characters: like `Text`, but every blank and line break stays where it was
 * written, since four blanks at the beginning make a block of code. Blanks alone are no text and become the empty one.
 */
export function Prose(max: number): PropertyDecorator {
  const rules = mustBe(isText, isPrintable, isShort(max));
  const prepare = prepared(asWritten);
  return (target, property) => {
    prepare(target, property);
    rules(target, property);
  };
}

/** A password: taken as it is typed, so that nothing is trimmed from it. */
export const Secret = (min: number, max: number): PropertyDecorator =>
  mustBe(
    isText,
    {
      code: 'too-short',
      params: { min },
      schema: { minLength: min },
      valid: (value) => typeof value === 'string' && value.length >= min,
    },
    {
      code: 'too-long',
      params: { max },
      schema: { maxLength: max, format: 'password' },
      valid: (value) => typeof value === 'string' && value.length <= max,
    },
  );

function asWritten(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return value.trim() === '' ? '' : value.replace(/\r\n?/g, '\n');
}

function tidied(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n').trim();
  return Array.isArray(value) ? value.map(tidied) : value;
}

/** How one record points at another: an id, a code, an e-mail address or a name. */
export const Reference = (): PropertyDecorator => {
  const text = Text(300);
  const mark = mustBe({ code: 'not-text', schema: { 'x-reference': true }, valid: () => true });
  return (target, property) => {
    text(target, property);
    mark(target, property);
  };
};

/** A calendar day `YYYY-MM-DD` that exists, between 1900 and 2199. */
export const DateOnly = (): PropertyDecorator =>
  mustBe({ code: 'not-a-date', schema: { type: 'string', format: 'date' }, valid: isDate });

/** A day, or an instant in ISO 8601 with its offset. */
export const Moment = (): PropertyDecorator =>
  mustBe({
    code: 'not-a-moment',
    schema: { type: 'string', pattern: `${DATE.source}|${INSTANT.source}` },
    valid: isMoment,
  });

export const Uuid = (): PropertyDecorator =>
  mustBe({ code: 'not-an-id', schema: { type: 'string', format: 'uuid' }, valid: isUuid });

export const Email = (max = 254): PropertyDecorator => {
  const text = Text(max);
  const address = mustBe({
    code: 'not-an-email',
    schema: { format: 'email' },
    valid: (value) => typeof value !== 'string' || value === '' || EMAIL.test(value),
  });
  return (target, property) => {
    text(target, property);
    address(target, property);
  };
};

/** One word of a closed list. */
export const OneOf = (words: readonly string[]): PropertyDecorator =>
  mustBe({
    code: 'not-in-list',
    params: { known: words },
    schema: { type: 'string', enum: words },
    valid: (value) => typeof value === 'string' && words.includes(value),
  });

export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}

/** A short name for programs: small letters, digits and underscores. */
export const Key = (): PropertyDecorator => pattern('not-a-key-word', /^[a-z][a-z0-9_]{0,49}$/);

/** ISO 4217: three capitals. */
export const CurrencyCode = (): PropertyDecorator => pattern('not-a-currency', /^[A-Z]{3}$/);

/** A time zone that this server knows: `Europe/Berlin`. */
export const TimeZone = (): PropertyDecorator =>
  mustBe({ code: 'not-a-time-zone', schema: { type: 'string', maxLength: 60 }, valid: isTimeZone });

function pattern(code: string, regex: RegExp): PropertyDecorator {
  return mustBe({
    code,
    schema: { type: 'string', pattern: regex.source },
    valid: (value) => typeof value === 'string' && regex.test(value),
  });
}

function isTimeZone(value: unknown): boolean {
  if (typeof value !== 'string' || !/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+){0,2}$/.test(value)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

function isMoment(value: unknown): boolean {
  if (typeof value !== 'string' || !isDate(value.slice(0, 10))) return false;
  return value.length === 10 || (INSTANT.test(value) && !Number.isNaN(Date.parse(value)));
}

export function isDate(value: unknown): value is string {
  const [, year, month, day] = (typeof value === 'string' && DATE.exec(value)) || [];
  if (!year || !month || !day || Number(year) < 1900 || Number(year) > 2199) return false;
  // Most days are in every month.
  if (Number(day) <= 28) return Number(day) >= 1 && Number(month) >= 1 && Number(month) <= 12;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}
