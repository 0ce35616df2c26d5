import type { Charter } from '@sightline/contracts';
import { statusAfter } from '@sightline/rules';
import { charterPhase } from '../charter-phase';
import type { CharterStep } from '../charters-api';

export interface Standing {
  /** `charters.stands.<key>` and `<key>Text` of the language files. */
  key: string;
  /** What moves it on, and what else is possible; none where only the board or nobody can. */
  step: Exclude<CharterStep, 'withdraw'> | null;
  danger: boolean;
}

const STEPS = ['start', 'pause', 'resume'] as const;

/** What one sentence says about a charter that is not being written, and the one step it can take by itself. */
export function standingOf(charter: Charter): Standing {
  const phase = charterPhase(charter);
  if (phase === 'submitted') return { key: 'submitted', step: null, danger: false };
  if (phase === 'closed') return { key: charter.status, step: null, danger: charter.status === 'rejected' };
  const step = STEPS.find((each) => statusAfter(charter.status, each) !== null) ?? null;
  return { key: charter.changeRequest ? 'changing' : charter.status, step, danger: false };
}
