import type { NewMeasurement, RecordMeasurements } from '@sightline/contracts';
import { type InvalidField, Problems } from '../platform/problems/problem';

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
    return { rows: measurements };
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
