import type { DataFlow, Reference } from '@sightline/contracts';

export interface MapNode {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
}
export interface MapEdge {
  readonly key: string;
  readonly path: string;
  readonly label: { readonly x: number; readonly y: number };
  readonly flows: readonly DataFlow[];
  /** Whether it brings an entity into a system that gets it from another system too. */
  readonly twice: boolean;
}
export interface FlowMap {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
}

export const NODE = { width: 138, height: 38 };
/** Between systems; with many columns closer, so that four fit beside the rail. */
const GAP = { wide: 190, close: 90 };
const WIDE_COLUMNS = 3;
const ROW = 72;
const TOP = 22;
const ARROW = 3;

/** Draws flows from left to right: each system stands right of those it gets data from. */
export function flowMap(flows: readonly DataFlow[], twice: ReadonlySet<string>): FlowMap {
  const columns = columnsOf(flows);
  const step = NODE.width + (columns.length > WIDE_COLUMNS ? GAP.close : GAP.wide);
  const nodes = columns.flatMap((systems, column) =>
    systems.map(({ id, name }, row) => ({ id, name, x: 2 + column * step, y: TOP + row * ROW })),
  );
  const at = new Map(nodes.map((node) => [node.id, node]));
  const edges = [...pairsOf(flows)].flatMap(([key, together]) => {
    const [first] = together;
    const from = first && at.get(first.from.id);
    const to = first && at.get(first.to.id);
    return from && to ? [edgeOf(key, from, to, together, twice)] : [];
  });
  const rows = Math.max(...columns.map((systems) => systems.length), 1);
  const width = (columns.length - 1) * step + NODE.width + 4;
  return { width, height: TOP + (rows - 1) * ROW + NODE.height + 34, nodes, edges };
}

/** Entities that reach one system from two others, so that nobody knows which of them is right. */
export function writtenTwice(flows: readonly DataFlow[]): { entities: string[]; flows: Set<string> } {
  const sources = new Map<string, { name: string; from: Set<string>; flows: string[] }>();
  for (const flow of flows) {
    for (const { id, name } of flow.entities) {
      const key = `${flow.to.id} ${id}`;
      const known = sources.get(key) ?? { name, from: new Set(), flows: [] };
      known.from.add(flow.from.id);
      known.flows.push(flow.id);
      sources.set(key, known);
    }
  }
  const several = [...sources.values()].filter(({ from }) => from.size > 1);
  return {
    entities: [...new Set(several.map(({ name }) => name))],
    flows: new Set(several.flatMap((each) => each.flows)),
  };
}

function pairsOf(flows: readonly DataFlow[]): Map<string, DataFlow[]> {
  const pairs = new Map<string, DataFlow[]>();
  for (const flow of flows) {
    const key = `${flow.from.id} ${flow.to.id}`;
    pairs.set(key, [...(pairs.get(key) ?? []), flow]);
  }
  return pairs;
}

/** Systems by their distance from where data starts. A flow that closes a circle moves nothing to the right. */
function columnsOf(flows: readonly DataFlow[]): Reference[][] {
  const systems = new Map(flows.flatMap(({ from, to }) => [from, to]).map((system) => [system.id, system]));
  const forward = withoutCircles([...systems.keys()], flows);
  const depth = new Map([...systems.keys()].map((id) => [id, 0]));
  for (let round = 1; round < systems.size; round += 1) {
    for (const { from, to } of forward) {
      depth.set(to.id, Math.max(depth.get(to.id) ?? 0, (depth.get(from.id) ?? 0) + 1));
    }
  }
  const used = [...new Set(depth.values())].sort((one, other) => one - other);
  return used.map((level) => [...systems.values()].filter(({ id }) => depth.get(id) === level));
}

/** The flows without those that lead back to a system the walk came through; it begins where nothing arrives. */
function withoutCircles(ids: readonly string[], flows: readonly DataFlow[]): DataFlow[] {
  const kept: DataFlow[] = [];
  const done = new Set<string>();
  const walk = (id: string, path: ReadonlySet<string>) => {
    if (done.has(id)) return;
    done.add(id);
    const through = new Set([...path, id]);
    for (const flow of flows.filter(({ from }) => from.id === id)) {
      if (through.has(flow.to.id)) continue;
      kept.push(flow);
      walk(flow.to.id, through);
    }
  };
  const starts = ids.filter((id) => !flows.some(({ to }) => to.id === id));
  for (const id of [...starts, ...ids]) walk(id, new Set());
  return kept;
}

function edgeOf(key: string, from: MapNode, to: MapNode, flows: DataFlow[], twice: ReadonlySet<string>): MapEdge {
  const red = flows.some(({ id }) => twice.has(id));
  const middle = NODE.height / 2;
  if (to.x > from.x) {
    const [x1, y1, x2, y2] = [from.x + NODE.width, from.y + middle, to.x - ARROW, to.y + middle];
    const bend = (x1 + x2) / 2;
    const path = y1 === y2 ? `M${x1} ${y1}H${x2}` : `M${x1} ${y1}C${bend} ${y1} ${bend} ${y2} ${x2} ${y2}`;
    return { key, path, label: { x: bend, y: Math.max(y1, y2) }, flows, twice: red };
  }
  const [x1, x2, low] = [from.x + NODE.width / 2, to.x + NODE.width / 2, Math.max(from.y, to.y) + NODE.height];
  const [y1, y2] = [from.y + NODE.height, to.y + NODE.height + ARROW];
  const path =
    from.x === to.x
      ? `M${from.x + NODE.width} ${from.y + middle}C${from.x + NODE.width + 46} ${from.y + middle} ${to.x + NODE.width + 46} ${to.y + middle} ${to.x + NODE.width + ARROW} ${to.y + middle}`
      : `M${x1} ${y1}C${x1} ${low + 34} ${x2} ${low + 34} ${x2} ${y2}`;
  const label =
    from.x === to.x
      ? { x: from.x + NODE.width + 40, y: (from.y + to.y) / 2 + middle }
      : { x: (x1 + x2) / 2, y: low + 22 };
  return { key, path, label, flows, twice: red };
}
