import { MEASUREMENT_NOTE_MAX, MEASUREMENT_SOURCE_MAX } from '@sightline/contracts';
import type { NewMeasurement, RecordMeasurements } from '@sightline/contracts';
import { type InvalidField, Problems } from '../platform/problems/problem';
import { HIDDEN, isDate } from '../platform/problems/validators';

export type Recording =
  { rows: NewMeasurement[]; correction?: undefined } | { rows?: undefined; correction: Correction };
export interface Correction {
  corrects: string;
  value: number;
  reason: string;
}

/** A body is a list with something in it, or a whole correction; anything else is a 400. */
export function recordingOf({ measurements, corrects, value, reason }: RecordMeasurements): Recording {
  if (measurements && corrects === undefined && value === undefined && reason === undefined) {
    if (measurements.length === 0) throw Problems.invalid([{ pointer: '/measurements', code: 'empty' }]);
    return { rows: wellFormedRows(measurements) };
  }
  if (corrects === undefined || measurements) {
    throw Problems.invalid([{ pointer: '/measurements', code: 'measurements-or-correction' }]);
  }
  const missing: InvalidField[] = [];
  if (value === undefined) missing.push({ pointer: '/value', code: 'not-a-number' });
  if (!reason) missing.push({ pointer: '/reason', code: 'reason-needed' });
  if (value === undefined || !reason) throw Problems.invalid(missing);
  return { correction: { corrects, value, reason } };
}

const TEXTS = { source: MEASUREMENT_SOURCE_MAX, note: MEASUREMENT_NOTE_MAX } as const;
const KNOWN: ReadonlySet<string> = new Set(['value', 'date', 'source', 'note']);
const LARGEST = 1e15;

/** The rows with their texts trimmed; a 400 names every field of every row that is wrong. */
function wellFormedRows(rows: readonly unknown[]): NewMeasurement[] {
  const wrong = rows.flatMap((row, index) => wrongFields(row, `/measurements/${index}`));
  if (wrong.length > 0) throw Problems.invalid(wrong);
  return (rows as NewMeasurement[]).map(({ value, date, source, note }) => ({
    value,
    date,
    source: source?.trim() || null,
    note: note?.trim() || null,
  }));
}

function wrongFields(row: unknown, at: string): InvalidField[] {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return [{ pointer: at, code: 'not-an-object' }];
  const { value, date, ...rest } = row as Record<string, unknown>;
  const wrong: InvalidField[] = [];
  if (typeof value !== 'number' || !Number.isFinite(value))
    wrong.push({ pointer: `${at}/value`, code: 'not-a-number' });
  else if (Math.abs(value) > LARGEST)
    wrong.push({ pointer: `${at}/value`, code: 'out-of-range', params: { min: -LARGEST, max: LARGEST } });
  if (!isDate(date)) wrong.push({ pointer: `${at}/date`, code: 'not-a-date' });
  for (const [field, text] of Object.entries(rest)) {
    const code = KNOWN.has(field) ? wrongText(text, TEXTS[field as keyof typeof TEXTS]) : { code: 'unknown-property' };
    if (code) wrong.push({ pointer: `${at}/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`, ...code });
  }
  return wrong;
}

function wrongText(text: unknown, max: number): Omit<InvalidField, 'pointer'> | null {
  if (text === undefined || text === null) return null;
  if (typeof text !== 'string') return { code: 'not-text' };
  if (!text.isWellFormed() || HIDDEN.test(text.replace(/\r\n?/g, '\n'))) return { code: 'hidden-characters' };
  return text.trim().length > max ? { code: 'too-long', params: { max } } : null;
}

/** No day twice and none in the future, by the organisation's date; every row that is wrong is named (400). */
export function refuseImpossibleDates(rows: readonly NewMeasurement[], today: string): void {
  const firstAt = new Map<string, number>();
  const wrong: InvalidField[] = [];
  for (const [index, { date }] of rows.entries()) {
    const pointer = `/measurements/${index}/date`;
    const first = firstAt.get(date);
    if (date > today) wrong.push({ pointer, code: 'in-future', params: { today } });
    else if (first !== undefined) wrong.push({ pointer, code: 'same-day-twice', params: { row: first + 1 } });
    else firstAt.set(date, index);
  }
  if (wrong.length > 0) throw Problems.invalid(wrong);
}
