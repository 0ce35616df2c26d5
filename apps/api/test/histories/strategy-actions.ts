import type {
  PrincipleRevision,
  Proposal,
  StrategyPartSaved,
  StrategyProposed,
  StrategyVersion,
} from '@sightline/contracts';
import { EMPTY_POLICY, WHOLE_POLICY } from './company';
import type { Action, History } from './history';

/** The council ratifies the next version, which drops a principle or takes one up again, or asks for nothing at all. */
async function ratifyNext(history: History): Promise<void> {
  const { run } = history;
  if (run.strategyIsMoving) return;
  run.strategyIsMoving = true;
  try {
    const cio = { id: run.council.cio };
    const { body: draft } = await history.ask<StrategyVersion>(cio, 'POST', '/strategy/versions');
    const changed = await rewrite(history, draft);
    const { body } = await history.ask<StrategyProposed>(cio, 'POST', `/strategy/versions/${changed.number}/propose`);
    await carry(history, body.proposal.code);
  } finally {
    run.strategyIsMoving = false;
  }
}

async function rewrite(history: History, draft: StrategyVersion): Promise<StrategyVersion> {
  const { random, run } = history;
  const at = `/strategy/versions/${draft.number}`;
  const cio = { id: run.council.cio };
  const gatePolicy = random.chance(0.25) ? EMPTY_POLICY : WHOLE_POLICY;
  const reviewBy = new Date(Date.now() + 200 * 86_400_000).toISOString().slice(0, 10);
  const { body: written } = await history.ask<StrategyVersion>(
    cio,
    'PATCH',
    at,
    { gatePolicy, reviewBy },
    draft.version,
  );
  const missing = run.council.strategy.principles.filter(({ id }) => !written.principles.some((one) => one.id === id));
  if (written.principles.length > 1 && (missing.length === 0 || random.chance(0.5))) {
    const { id } = random.pick(written.principles);
    return (await history.ask<StrategyVersion>(cio, 'DELETE', `${at}/principles/${id}`, undefined, written.version))
      .body;
  }
  const back = random.pick(missing);
  const words = { principle: back.code, title: `Back: ${back.code}`, statement: 'It holds again.' };
  type Saved = StrategyPartSaved<PrincipleRevision>;
  return (await history.ask<Saved>(cio, 'POST', `${at}/principles`, words, written.version)).body.strategyVersion;
}

async function carry(history: History, proposal: string): Promise<void> {
  const members = history.run.council.members.map((id) => ({ id }));
  const [first] = members;
  if (!first) return;
  const { body } = await history.ask<Proposal>(first, 'GET', `/proposals/${proposal}`);
  for (const member of members) {
    await history.ask(member, 'PUT', `/proposals/${proposal}/vote`, {
      choice: 'approve',
      snapshotHash: body.snapshotHash,
    });
  }
  await history.ask(first, 'POST', `/proposals/${proposal}/close`, { rationale: 'As voted.' });
}

export const STRATEGY_ACTIONS: Action[] = [{ name: 'ratify the next strategy', weight: 0.12, run: ratifyNext }];
