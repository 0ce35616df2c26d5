import type { Proposal, SignedInUser } from '@sightline/contracts';
import { isSecretary, may, mayCloseAsMember, mayOverruleOutcome, votingBar } from '@sightline/rules';
import type { Ballot } from './ballot.facts';
import { mayWithdraw } from './may-withdraw';

/** What the reader may do on a proposal, and why they may not vote. The same questions refuse on the server. */
export function myPart(ballot: Ballot, reader: SignedInUser, credentialsChangedAt: string | null): Proposal['mine'] {
  const open = ballot.status === 'open';
  const seat = ballot.seats.find(({ holder }) => holder?.id === reader.id);
  const substitute = ballot.substitutes.find(({ user }) => user.id === reader.id);
  const constituencyId = (seat ?? substitute)?.constituencyId;
  const secretary = isSecretary(ballot.secretaryId, reader);
  const whyNot = votingBar(ballot, { id: reader.id, credentialsChangedAt }, ballot.status);
  return {
    seat: seat?.id ?? null,
    constituency: ballot.constituencies.find(({ id }) => id === constituencyId)?.name ?? null,
    vote: ballot.votes.find(({ userId }) => userId === reader.id)?.choice ?? null,
    mayVote: whyNot === null && may(reader, 'proposal.vote', { own: true }),
    whyNot,
    conflict: (seat?.holder ?? substitute?.user)?.conflict ?? null,
    mayClose: open && may(reader, 'proposal.close', { own: secretary || mayCloseAsMember(ballot, reader.id) }),
    mayReturn: open && ballot.votes.length === 0 && may(reader, 'proposal.return', { own: secretary }),
    mayOverrule: open && may(reader, 'proposal.overrule', { own: mayOverruleOutcome(ballot, reader.id) }),
    mayWithdraw: open && may(reader, 'proposal.withdraw', { own: mayWithdraw(reader.id, ballot.stakes) }),
    maySubstitute: open && may(reader, 'proposal.substitute', { own: secretary }),
  };
}
