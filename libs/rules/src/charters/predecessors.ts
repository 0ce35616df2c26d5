/** Which charters a charter builds on, by id. */
export type Predecessors = ReadonlyMap<string, readonly string[]>;

/**
 * The circle that new predecessors would close, from the charter back to itself, or null when there is none
 * (PRODUCT.md section 3: no cycles). `standing` are the links of all other charters.
 */
export function predecessorCycle(charter: string, wanted: readonly string[], standing: Predecessors): string[] | null {
  const cameFrom = new Map<string, string>();
  const waiting = [...new Set(wanted)];
  for (const first of waiting) cameFrom.set(first, charter);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === charter) return pathTo(charter, cameFrom);
    for (const before of standing.get(next) ?? []) {
      if (cameFrom.has(before)) continue;
      cameFrom.set(before, next);
      waiting.push(before);
    }
  }
  return null;
}

function pathTo(charter: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const path = [charter];
  for (let at = cameFrom.get(charter); at !== undefined; at = at === charter ? undefined : cameFrom.get(at))
    path.unshift(at);
  return path;
}
