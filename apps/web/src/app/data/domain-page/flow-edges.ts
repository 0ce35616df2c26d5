import type { DataFlow } from '@sightline/contracts';
import type { MapEdge, MapMeasures, MapNode } from './flow-layout';

/** All flows from one system to another. */
export interface FlowPair {
  readonly key: string;
  readonly from: MapNode;
  readonly to: MapNode;
  readonly flows: readonly DataFlow[];
  readonly twice: boolean;
}
type Shape = Pick<MapEdge, 'path' | 'label'>;

/** What the head of an arrow takes. */
const ARROW = 3;
/** Half of what a label takes, in px. */
const HALF_LABEL = 48;
/** The part of a gap in which a line changes its row. */
const BEND = 0.3;

/** Lines between systems, each with a place of its own for its label: straight ones first, they have no choice. */
export function edgesOf(pairs: readonly FlowPair[], measures: MapMeasures): MapEdge[] {
  const taken = new Set<string>();
  const shapes = new Map<string, Shape>();
  const straightFirst = [...pairs].sort((one, other) => rise(one) - rise(other));
  for (const pair of straightFirst) {
    shapes.set(pair.key, pair.to.x > pair.from.x ? forward(pair, measures, taken) : back(pair, measures));
  }
  return pairs.flatMap(({ key, flows, twice }) => {
    const shape = shapes.get(key);
    return shape ? [{ key, flows, twice, ...shape }] : [];
  });
}

const rise = ({ from, to }: FlowPair): number => Math.abs(to.y - from.y);

/** To the right. A line that changes its row does so at once, or at the end where the row it goes to has a label. */
function forward({ from, to }: FlowPair, { width, height, gap }: MapMeasures, taken: Set<string>): Shape {
  const [x1, y1, x2, y2] = [from.x + width, from.y + height / 2, to.x - ARROW, to.y + height / 2];
  const first = x1 + gap / 2;
  const last = x2 + ARROW - gap / 2;
  if (y1 === y2) {
    taken.add(`${first} ${y1}`);
    return { path: `M${x1} ${y1}H${x2}`, label: { x: first, y: y1 } };
  }
  const bend = gap * BEND;
  const aside = Math.min(bend / 2, gap / 2 - HALF_LABEL);
  const late = taken.has(`${last} ${y2}`) && !taken.has(`${first} ${y1}`);
  taken.add(late ? `${first} ${y1}` : `${last} ${y2}`);
  const turn = late ? x2 - bend : x1;
  const half = turn + bend / 2;
  const path = `M${x1} ${y1}H${turn}C${half} ${y1} ${half} ${y2} ${turn + bend} ${y2}H${x2}`;
  return { path, label: late ? { x: first - aside, y: y1 } : { x: last + aside, y: y2 } };
}

/** To the left or to the same column: below the boxes, or around their right side. */
function back({ from, to }: FlowPair, { width, height }: MapMeasures): Shape {
  const middle = height / 2;
  if (from.x === to.x) {
    const side = from.x + width;
    const path = `M${side} ${from.y + middle}C${side + 46} ${from.y + middle} ${side + 46} ${to.y + middle} ${side + ARROW} ${to.y + middle}`;
    return { path, label: { x: side + 40, y: (from.y + to.y) / 2 + middle } };
  }
  const [x1, x2, low] = [from.x + width / 2, to.x + width / 2, Math.max(from.y, to.y) + height];
  const path = `M${x1} ${from.y + height}C${x1} ${low + 34} ${x2} ${low + 34} ${x2} ${to.y + height + ARROW}`;
  return { path, label: { x: (x1 + x2) / 2, y: low + 22 } };
}
