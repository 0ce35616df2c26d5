import type { CharterSummary, GateAnswer, GateCode, Page } from '@sightline/contracts';
import type { Person } from '../../../tools/person.ts';

export interface GateTally {
  charters: number;
  blocked: number;
  /** How many charters each check blocks, most first. */
  blockers: [GateCode, number][];
  /** The fewest and the most blockers of one charter. */
  fewest: number;
  most: number;
  example: { code: string; title: string; messages: string[] } | null;
}

export async function allCharters(reader: Person): Promise<CharterSummary[]> {
  const charters: CharterSummary[] = [];
  for (let page = 1; ; page += 1) {
    const { items, total } = await reader.does<Page<CharterSummary>>(
      'GET',
      `/charters?page=${page}&pageSize=50&sort=code`,
    );
    charters.push(...items);
    if (items.length === 0 || charters.length >= total) return charters;
  }
}

/** Asks the gate of every charter what blocks its approval. */
export async function tallyGate(reader: Person): Promise<GateTally> {
  const counts = new Map<GateCode, number>();
  const perCharter: number[] = [];
  let example: GateTally['example'] = null;
  const charters = await allCharters(reader);
  for (const { code, title } of charters) {
    const { checks } = await reader.does<GateAnswer>('GET', `/charters/${code}/gate?for=approve`);
    const blocking = checks.filter(({ level, passed }) => level === 'blocker' && !passed);
    for (const check of blocking) counts.set(check.code, (counts.get(check.code) ?? 0) + 1);
    perCharter.push(blocking.length);
    example ??= { code, title, messages: blocking.map(({ code: check, message }) => `${check}: ${message}`) };
  }
  return {
    charters: charters.length,
    blocked: perCharter.filter((count) => count > 0).length,
    blockers: [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b)),
    fewest: Math.min(...perCharter),
    most: Math.max(...perCharter),
    example,
  };
}
