import type { Cadence, KpiDirection, KpiKind } from '@sightline/contracts';

export interface SampleKpi {
  code: string;
  name: string;
  unit?: string;
  definition?: string;
  direction?: KpiDirection;
  kind?: KpiKind;
  /** Value, and the month it was taken: months from this one, negative lies behind us. */
  baseline?: [value: number, month: number];
  target?: { value?: number; lower?: number; upper?: number; month: number };
  cadence?: Cadence;
  weight?: number;
  driver?: string;
  businessUnit?: string;
  owner?: string;
  note?: string;
  /** One reading a month, oldest first; the last of them `until` months ago, last month unless said otherwise. */
  readings?: number[];
  until?: number;
  source?: string;
  /** Corrects the reading of that month. */
  correction?: { month: number; value: number; reason: string };
  /** The target as it was first set, and why it was changed. */
  firstTarget?: { value: number; reason: string };
}
