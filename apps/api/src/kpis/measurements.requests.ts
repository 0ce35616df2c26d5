import {
  KPI_REASON_MAX,
  MEASUREMENT_NOTE_MAX,
  MEASUREMENT_SOURCE_MAX,
  MEASUREMENTS_AT_ONCE,
  SERIES_INTERVALS,
} from '@sightline/contracts';
import type { NewMeasurement, RecordMeasurements, SeriesInterval } from '@sightline/contracts';
import { mustBe } from '../platform/problems/validators/rule';
import { DateOnly, Finite, Maybe, MaybeNull, OneOf, Text, Uuid } from '../platform/problems/validators';

/** How a row looks, for the document of the API. */
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

/**
 * The list as such. Its rows are checked by `recordingOf`, so that a thousand of them stay plain objects.
 */
const MeasurementList = (): PropertyDecorator =>
  mustBe(
    { code: 'not-a-list', schema: { type: 'array' }, valid: Array.isArray },
    {
      code: 'too-many',
      params: { max: MEASUREMENTS_AT_ONCE },
      schema: { maxItems: MEASUREMENTS_AT_ONCE, items: () => NewMeasurementRequest },
      valid: (value) => Array.isArray(value) && value.length <= MEASUREMENTS_AT_ONCE,
    },
  );

/** Either a list, or a correction of one; `MeasurementRecordingService` refuses what is neither or both. */
export class RecordMeasurementsRequest implements RecordMeasurements {
  @Maybe()
  @MeasurementList()
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
