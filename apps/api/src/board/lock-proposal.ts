import type { EntityManager } from 'typeorm';
import { Problems } from '../platform/problems/problem';
import { parseIdOrCode } from '../platform/records/id-or-code';
import { ProposalEntity } from './proposal.entity';

/** An open proposal always has a snapshot; the column is empty only while it is being submitted. */
export type LockedProposal = ProposalEntity & { snapshotId: string };

/** Takes a proposal for the rest of the transaction: of two who close it, the second sees what the first did. */
export function lockProposal(tx: EntityManager, reference: string): Promise<LockedProposal> {
  return heldProposal(tx, reference, 'pessimistic_write');
}

/** Holds a proposal with others who vote on it at the same moment; whoever closes or changes it waits for them. */
export function shareProposal(tx: EntityManager, reference: string): Promise<LockedProposal> {
  return heldProposal(tx, reference, 'pessimistic_read');
}

async function heldProposal(
  tx: EntityManager,
  reference: string,
  mode: 'pessimistic_read' | 'pessimistic_write',
): Promise<LockedProposal> {
  const proposal = await tx.findOne(ProposalEntity, { where: parseIdOrCode(reference), lock: { mode } });
  if (!proposal?.snapshotId) throw Problems.notFound('proposal');
  return { ...proposal, snapshotId: proposal.snapshotId };
}

/** Refuses (409) what can only be done while the board has not decided. */
export function requireOpen({ status }: ProposalEntity): void {
  if (status !== 'open') throw Problems.rule('proposal-closed', { status });
}

/** Ends a proposal. The subject is brought into its new state by the caller, in the same transaction. */
export async function closeProposal(
  tx: EntityManager,
  proposal: LockedProposal,
  status: Exclude<ProposalEntity['status'], 'open'>,
  closeReason: string | null = null,
): Promise<void> {
  await tx.query(
    `UPDATE proposal SET status = $2, closed_at = clock_timestamp(), close_reason = $3, version = version + 1, updated_at = now()
      WHERE id = $1`,
    [proposal.id, status, closeReason],
  );
}

/** The head of an audit event about a proposal. */
export function recordOf({ id, code }: { id: string; code: string }) {
  return { recordType: 'proposal', recordId: id, recordCode: code };
}
