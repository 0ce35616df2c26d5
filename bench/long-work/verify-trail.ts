import type { Server } from '../servers.ts';
import { ask, inNumbers, inSeconds, type LongWork, observed } from './work.ts';

const LONGEST_S = 60;

/** Computes the whole chain of the audit trail again. */
export async function verifyTrail(server: Server): Promise<LongWork> {
  const { result, seconds, most } = await observed(server, async () => {
    const answer = await ask(server, '/audit/verify');
    return (await answer.json()) as { intact: boolean; events: number; findings: { kind: string }[] };
  });
  const kinds = [...new Set(result.findings.map(({ kind }) => kind))].join(', ');
  return {
    what: `verification of ${inNumbers(result.events)} audit events`,
    found: `${inSeconds(seconds)}, server at most ${most.toFixed(0)} MiB${result.intact ? '' : `, and it found: ${kinds}`}`,
    target: `≤ ${LONGEST_S} s`,
    isMet: seconds <= LONGEST_S && result.intact,
  };
}
