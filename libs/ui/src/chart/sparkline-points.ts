import type { DatedValue } from '@sightline/contracts';

export interface SparklineFacts {
  readonly points: readonly DatedValue[];
  readonly baseline: DatedValue | null;
  readonly target: DatedValue | null;
  readonly forecast: DatedValue | null;
}
type Place = readonly [x: number, y: number];
export interface SparklineDrawing {
  readonly measured: string;
  readonly expected: string | null;
  readonly forecast: string | null;
  readonly last: Place;
  readonly flag: Place | null;
}

const MARGIN = 6;
const FLAG = 8;

/** Places a KPI's values in a box of the given pixels; values keep their direction. Null without a measurement. */
export function sparklineOf(facts: SparklineFacts, width: number, height: number): SparklineDrawing | null {
  const { points, baseline, target, forecast } = facts;
  const last = points.at(-1);
  if (!last) return null;
  const all = [...points, baseline, target, forecast].filter((value) => value !== null);
  const x = scale(
    all.map(({ date }) => Date.parse(date)),
    MARGIN,
    width - MARGIN - FLAG,
  );
  const y = scale(
    all.map(({ value }) => value),
    height - MARGIN,
    MARGIN,
  );
  const place = (at: DatedValue): Place => [x(Date.parse(at.date)), y(at.value)];
  return {
    measured: path(points.map(place)),
    expected: baseline && target ? path([place(baseline), place(target)]) : null,
    forecast: forecast ? path([place(last), place(forecast)]) : null,
    last: place(last),
    flag: target ? place(target) : null,
  };
}

function scale(values: number[], from: number, to: number): (value: number) => number {
  const low = Math.min(...values);
  const span = Math.max(...values) - low;
  return (value) => Math.round((span === 0 ? (from + to) / 2 : from + ((value - low) / span) * (to - from)) * 10) / 10;
}

function path(places: readonly Place[]): string {
  return `M${places.map(([x, y]) => `${x} ${y}`).join('L')}`;
}
