import { ProblemException } from '../platform/problems/problem';
import type { Standing } from './ballot.facts';

/** 403 with the reason: not seated here (any more), or seated with a stake in the subject. */
export function refuseVoter(standing: Standing | null): ProblemException {
  const whyNot = standing?.conflict ? 'conflicted' : 'no-seat';
  return new ProblemException({
    status: 403,
    code: 'forbidden',
    rule: `voter-${whyNot}`,
    params: { whyNot, conflict: standing?.conflict ?? null },
  });
}
