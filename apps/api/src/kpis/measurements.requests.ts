import {
  KPI_REASON_MAX,
  MEASUREMENT_NOTE_MAX,
  MEASUREMENT_SOURCE_MAX,
  MEASUREMENTS_AT_ONCE,
  SERIES_INTERVALS,
} from '@sightline/contracts';
import type { NewMeasurement, RecordMeasurements, SeriesInterval } from '@sightline/contracts';
import { DateOnly, Finite, ListOf, Maybe, MaybeNull, OneOf, Text, Uuid } from '../platform/problems/validators';

export class NewMeasurementRequest implements NewMeasurement {
  @Finite()
  value!: number;

  @DateOnly()
  date!: string;

  @MaybeNull()
  @Text(MEASUREMENT_SOURCE_MAX, { empty: true })
  source?: string | null;

  @MaybeNull()
  @Text(MEASUREMENT_NOTE_MAX, { empty: true })
  note?: string | null;
}

/** Either a list, or a correction of one; `MeasurementRecordingService` refuses what is neither or both. */
export class RecordMeasurementsRequest implements RecordMeasurements {
  @Maybe()
  @ListOf(() => NewMeasurementRequest, MEASUREMENTS_AT_ONCE)
  measurements?: NewMeasurementRequest[];

  @Maybe()
  @Uuid()
  corrects?: string;

  @Maybe()
  @Finite()
  value?: number;

  @Maybe()
  @Text(KPI_REASON_MAX)
  reason?: string;
}

export class SeriesRequest {
  @OneOf(SERIES_INTERVALS)
  interval: SeriesInterval = 'month';

  @Maybe()
  @DateOnly()
  from?: string;

  @Maybe()
  @DateOnly()
  to?: string;
}
