import type { DatedValue, Measurement } from '@sightline/contracts';

/** The measurements that count, oldest first: not those that a later one corrects. */
export function countedReadings(measurements: readonly Measurement[]): DatedValue[] {
  return measurements
    .filter(({ correctedBy }) => correctedBy === null)
    .map(({ value, date }) => ({ value, date }))
    .sort((a, b) => a.date.localeCompare(b.date));
}
