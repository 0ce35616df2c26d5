import type { Charter, GateTransition } from '@sightline/contracts';
import { charterPhase } from './charter-phase';

/** Which transition the gate is asked about: the next one; null for a charter that can no longer change. */
export function gateAsked(
  charter: Charter | null,
): { code: string; version: number; transition: GateTransition } | null {
  const phase = charterPhase(charter);
  if (!charter || phase === 'closed') return null;
  return { code: charter.code, version: charter.version, transition: phase === 'draft' ? 'submit' : 'approve' };
}
