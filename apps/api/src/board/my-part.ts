import type { Proposal, SignedInUser } from '@sightline/contracts';
import { may, mayOverruleOutcome } from '@sightline/rules';
import { type Ballot, type Standing, standingOf } from './ballot.facts';
import { mayWithdraw } from './may-withdraw';

type Mine = Proposal['mine'];

/** What the reader may do on a proposal, and why they may not vote. The same questions refuse on the server. */
export function myPart(ballot: Ballot, reader: SignedInUser, credentialsChanged: boolean): Mine {
  const standing = standingOf(ballot, reader.id);
  const open = ballot.status === 'open';
  const whyNot = whyNotVote(standing, open, credentialsChanged);
  const seated = standing?.seatId != null && standing.eligible;
  return {
    seat: standing?.seatId ?? null,
    constituency: ballot.constituencies.find(({ id }) => id === standing?.constituencyId)?.name ?? null,
    vote: standing?.vote ?? null,
    mayVote: whyNot === null && may(reader, 'proposal.vote', { own: true }),
    whyNot,
    conflict: standing?.conflict ?? null,
    mayClose: open && may(reader, 'proposal.close', { own: seated }),
    mayReturn: open && ballot.votes.length === 0 && may(reader, 'proposal.return', {}),
    mayOverrule: open && may(reader, 'proposal.overrule', { own: mayOverruleOutcome(ballot, reader.id) }),
    mayWithdraw: open && may(reader, 'proposal.withdraw', { own: mayWithdraw(reader.id, ballot.stakes) }),
    maySubstitute: open && may(reader, 'proposal.substitute', {}),
  };
}

function whyNotVote(standing: Standing | null, open: boolean, credentialsChanged: boolean): Mine['whyNot'] {
  if (standing?.conflict) return 'conflicted';
  if (!standing?.eligible) return 'no-seat';
  if (!open) return 'closed';
  return credentialsChanged ? 'credentials-changed' : null;
}
