import type { Server } from '../servers.ts';
import { ask, inNumbers, inSeconds, type LongWork, observed } from './work.ts';

const LONGEST_S = 60;
/** What the server may need more than before, however much there is to export. */
const MORE_MIB = 150;
const MB = 1_000_000;

/** Everything there is as one ZIP, read as fast as it comes. */
export async function exportAll(server: Server, charters: number): Promise<LongWork> {
  const { result, seconds, before, most } = await observed(server, async () => {
    const { body } = await ask(server, '/exports/all');
    let bytes = 0;
    for await (const chunk of body ?? []) bytes += (chunk as Uint8Array).length;
    return bytes;
  });
  const memory = `server at most ${most.toFixed(0)} MiB, ${before.toFixed(0)} before`;
  return {
    what: `complete export with ${inNumbers(charters)} charters`,
    found: `${inSeconds(seconds)}, ${(result / MB).toFixed(0)} MB of ZIP, ${memory}`,
    target: `≤ ${LONGEST_S} s, memory flat`,
    isMet: seconds <= LONGEST_S && most - before <= MORE_MIB,
  };
}
