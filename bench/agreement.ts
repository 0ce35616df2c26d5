import type { Server } from './servers.ts';
import { signedIn } from './shots.ts';
import type { Asked, Workload, World } from './workloads.ts';

/** Far from the numbers that the shots begin with, so that what is written here stands in nobody's way. */
const FIRST = 40_000;

/**
 * Refuses to measure servers that do not do the same work: asks both for the same thing a few times and compares what
 * their answers hold. Throws with both answers when they differ.
 */
export async function agree(
  workload: Workload,
  world: World,
  servers: { product: Server; limit: Server },
): Promise<void> {
  for (let n = FIRST; n < FIRST + 3; n += 1) {
    const asked = workload.ask(n, world);
    const product = await answerOf(servers.product, asked.product, signedIn(0, servers.product));
    const limit = await answerOf(servers.limit, asked.limit, {});
    const digest = (answer: unknown): string => workload.digest(answer as never);
    if (digest(product) !== digest(limit)) {
      throw new Error(
        `${workload.name}: the answers differ.\nSightline ${digest(product)}\nlimit     ${digest(limit)}`,
      );
    }
  }
}

async function answerOf({ url }: Server, { path, body }: Asked, headers: Record<string, string>): Promise<unknown> {
  const response = await fetch(`${url}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} → ${response.status} ${text.slice(0, 500)}`);
  return JSON.parse(text) as unknown;
}
