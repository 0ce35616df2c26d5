import type { Server } from '../servers.ts';
import { percentile } from '../statistics.ts';
import { ask, inNumbers, type LongWork } from './work.ts';

const TITLES = 50;
const LONGEST_MS = 100;

/** Types the titles of charters key by key, asking at each key as the page does, one after the other. */
export async function searchAsTyped(server: Server, charters: number): Promise<LongWork> {
  const listed = await ask(server, `/charters?sort=code&pageSize=${TITLES}`);
  const { items } = (await listed.json()) as { items: { title: string }[] };
  const times: number[] = [];
  let found = 0;
  for (const { title } of items) {
    for (let keys = 1; keys <= title.length; keys += 1) {
      const q = title.slice(0, keys);
      if (q.trim() !== q) continue;
      const began = performance.now();
      const answer = (await (await ask(server, `/search?q=${encodeURIComponent(q)}`)).json()) as { items: unknown[] };
      times.push(performance.now() - began);
      if (answer.items.length > 0) found += 1;
    }
  }
  if (found < times.length) throw new Error('A beginning of a title found nothing.');
  times.sort((one, other) => one - other);
  const [half, most] = [percentile(times, 0.5), percentile(times, 0.99)];
  return {
    what: `search over ${inNumbers(charters)} charters at each of ${inNumbers(times.length)} keys of ${items.length} titles`,
    found: `p50 ${half.toFixed(1)} ms, p99 ${most.toFixed(1)} ms`,
    target: `p99 ≤ ${LONGEST_MS} ms`,
    isMet: most <= LONGEST_MS,
  };
}
