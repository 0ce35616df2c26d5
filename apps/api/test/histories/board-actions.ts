import { ProposalLapseJob } from '../../src/board/proposal-lapse.job';
import { NAMES, type Name } from './company';
import type { Action, History } from './history';
import type { Said } from './speaker';

type Choice = 'approve' | 'return' | 'reject' | 'abstain';

export async function vote(history: History, who: Name | { id: string }, choice: Choice): Promise<number> {
  const { proposal, hash } = await history.subject();
  if (!proposal) return 0;
  const { random } = history;
  const snapshotHash = random.chance(0.98) ? hash : '0'.repeat(64);
  const conditions = choice === 'approve' && random.chance(0.1) ? ['Report after a quarter.'] : undefined;
  const body = { choice, snapshotHash, ...(choice === 'approve' ? { conditions } : { reason: 'So.' }) };
  return (await history.ask(who, 'PUT', `/proposals/${proposal}/vote`, body)).status;
}

/**
 * Everybody of this company who may be asked for a vote and has not given one. A budget beyond its band goes to another
 * company's board, whose people are in other histories at this moment.
 */
async function waiting({ run, company }: History, proposal: string): Promise<string[]> {
  const rows = await run.api.db.query<{ id: string }[]>(WAITING, [proposal]);
  const own = new Set(Object.values(company.people));
  return rows.map(({ id }) => id).filter((id) => own.has(id));
}

const WAITING = `
  SELECT w.id FROM (
    SELECT s.holder_id AS id FROM proposal_seat ps JOIN seat s ON s.id = ps.seat_id WHERE ps.proposal_id = $1
    UNION SELECT user_id FROM substitute WHERE proposal_id = $1) w
  WHERE w.id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM vote v JOIN proposal p ON p.id = v.proposal_id AND p.snapshot_id = v.snapshot_id
     WHERE p.id = $1 AND v.user_id = w.id)
  ORDER BY w.id`;

/** The way of a proposal that nobody disturbs: all who may vote, a substitute where nobody is left, then closing. */
export async function decide(history: History): Promise<void> {
  const { proposal } = await history.subject();
  if (!proposal) return;
  for (const id of await waiting(history, proposal)) {
    await vote(history, { id }, history.random.weighed(CHOICES).choice);
  }
  const closed = await close(history);
  if (closed?.status !== 409) return;
  await substitute(history, 'data');
  await substitute(history, 'security');
  for (const id of await waiting(history, proposal)) await vote(history, { id }, 'approve');
  await close(history);
}

const CHOICES: { choice: Choice; weight: number }[] = [
  { choice: 'approve', weight: 30 },
  { choice: 'abstain', weight: 2 },
  { choice: 'return', weight: 1 },
  { choice: 'reject', weight: 1 },
];

const CLOSERS: { who: Name; weight: number }[] = [
  { who: 'secretary', weight: 12 },
  { who: 'business1', weight: 3 },
  { who: 'business2', weight: 2 },
  { who: 'it2', weight: 1 },
  { who: 'external', weight: 1 },
  { who: 'spareIt', weight: 1 },
  { who: 'admin', weight: 1 },
];

export async function close(history: History, who?: Name): Promise<Said<{ decision?: { outcome: string } }> | null> {
  const { proposal } = await history.subject();
  if (!proposal) return null;
  const closer = who ?? history.random.weighed(CLOSERS).who;
  const said = await history.ask<{ decision?: { outcome: string } }>(closer, 'POST', `/proposals/${proposal}/close`, {
    rationale: 'As voted.',
  });
  if (said.body.decision?.outcome === 'approved') history.approved.push(proposal);
  return said;
}

async function substitute(history: History, constituency: string): Promise<void> {
  const { proposal } = await history.subject();
  if (!proposal) return;
  const user =
    history.company.people[
      history.random.pick<Name>(['spareBusiness', 'spareIt', 'steward', 'cio', 'external', 'sponsor', 'otherLead'])
    ];
  const body = { constituency, user, reason: 'Nobody is left.' };
  await history.ask(
    history.random.chance(0.9) ? 'secretary' : 'cio',
    'POST',
    `/proposals/${proposal}/substitutes`,
    body,
  );
}

async function officeOf(history: History, what: 'return' | 'overrules' | 'withdraw'): Promise<void> {
  const { proposal, lead } = await history.subject();
  if (!proposal) return;
  const { random } = history;
  const who: Record<typeof what, Name | { id: string }> = {
    return: random.pick<Name>(['secretary', 'secretary', 'business1']),
    overrules: random.pick<Name>(['business1', 'business2', 'data', 'security', 'it1', 'it2', 'secretary', 'external']),
    withdraw: random.chance(0.8) ? { id: lead } : 'otherLead',
  };
  const bodies = {
    return: { reason: 'Not in order.' },
    overrules: { check: 'OUTCOME', reason: 'It is.' },
    withdraw: undefined,
  };
  await history.ask(who[what], 'POST', `/proposals/${proposal}/${what}`, bodies[what]);
}

/** The owner of the tables moves the due date into the past: it is due, or has lapsed. */
async function timePasses({ run, random, charter, log }: History): Promise<void> {
  const days = random.pick([1, 12]);
  await run.api.owner.query(
    `UPDATE proposal SET due_at = now() - make_interval(days => $2) WHERE status = 'open' AND charter_id = $1`,
    [charter, days],
  );
  log.push(`due ${days} days ago`);
  if (days > 10) log.push(`lapsed: ${await run.api.get(ProposalLapseJob).lapseOverdue()}`);
}

export const BOARD_ACTIONS: Action[] = [
  { name: 'decide', weight: 7, run: decide },
  { name: 'vote for', weight: 5, run: (history) => vote(history, history.random.pick(NAMES), 'approve') },
  {
    name: 'vote otherwise',
    weight: 2,
    run: (history) => vote(history, history.random.pick(NAMES), history.random.pick(['return', 'reject', 'abstain'])),
  },
  { name: 'close', weight: 3, run: (history) => close(history) },
  {
    name: 'name a substitute',
    weight: 2,
    run: (history) => substitute(history, history.random.pick(['business', 'data', 'security', 'it'])),
  },
  { name: 'overrule the milestone', weight: 2, run: (history) => officeOf(history, 'overrules') },
  { name: 'return for form', weight: 0.5, run: (history) => officeOf(history, 'return') },
  { name: 'withdraw the proposal', weight: 0.3, run: (history) => officeOf(history, 'withdraw') },
  { name: 'time passes', weight: 0.7, run: timePasses },
];
