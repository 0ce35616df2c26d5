import type { DataFlow, Reference } from '@sightline/contracts';
import { edgesOf } from './flow-edges';

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
/** The boxes of systems and the space between them; `fits` is how many letters a name may have. */
export interface MapMeasures {
  readonly width: number;
  readonly height: number;
  readonly gap: number;
  readonly fits: number;
}
export interface FlowMap {
  readonly width: number;
  readonly height: number;
  readonly measures: MapMeasures;
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
}

/** With many columns everything is narrower, so that four fit beside the rail. */
const WIDE: MapMeasures = { width: 150, height: 38, gap: 170, fits: 20 };
const CLOSE: MapMeasures = { width: 126, height: 38, gap: 106, fits: 16 };
const WIDE_COLUMNS = 3;
const ROW = 72;
const TOP = 22;

/** Draws flows from left to right: each system stands right of those it gets data from. */
export function flowMap(flows: readonly DataFlow[], twice: ReadonlySet<string>): FlowMap {
  const columns = columnsOf(flows);
  const measures = columns.length > WIDE_COLUMNS ? CLOSE : WIDE;
  const step = measures.width + measures.gap;
  const nodes = columns.flatMap((systems, column) =>
    systems.map(({ id, name }, row) => ({ id, name, x: 2 + column * step, y: TOP + row * ROW })),
  );
  const at = new Map(nodes.map((node) => [node.id, node]));
  const pairs = [...pairsOf(flows)].flatMap(([key, together]) => {
    const [first] = together;
    const from = first && at.get(first.from.id);
    const to = first && at.get(first.to.id);
    return from && to ? [{ key, from, to, flows: together, twice: together.some(({ id }) => twice.has(id)) }] : [];
  });
  const rows = Math.max(...columns.map((systems) => systems.length), 1);
  const width = (columns.length - 1) * step + measures.width + 4;
  const height = TOP + (rows - 1) * ROW + measures.height + 34;
  return { width, height, measures, nodes, edges: edgesOf(pairs, measures) };
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
