import type { CloseProposal, Proposal, Section, StrategyVersion, StrategyVersionChanges } from '@sightline/contracts';
import type { Point } from './code-of-practice.ts';
import type { Founders } from './founding.ts';
import { emailOf } from './founding.ts';
import type { Person } from '../../../tools/person.ts';

const PROSE: Record<Section, string> = {
  purpose: 'One department, ten bureaus: technology has to serve the people who depend on health and human services.',
  alignment: 'Every project answers to a driver of the department, and to a figure by which the public can judge it.',
  capabilitiesNarrative: 'Bureaus share what they build. Records move between them without being typed again.',
  governance: 'A board of business, data, security and IT decides. Each side has to vote before anything is decided.',
  dataGovernance: 'Each kind of data has an owner, a steward and one source that has the last word.',
  resilience: 'Nothing goes live that cannot be rolled back, retired and done without.',
  successMetrics: 'We are judged by what people get, not by what we install.',
};

/** Writes version 1 with the points of the code as its principles, and has the founding board ratify it. */
export async function ratifyStrategy(
  { cio, secretary, board }: Founders,
  points: readonly Point[],
): Promise<StrategyVersion> {
  let version = await cio.does<StrategyVersion>('POST', '/strategy/versions');
  const path = `/strategy/versions/${version.number}`;
  const add = async (part: string, body: object): Promise<void> => {
    type Saved = { strategyVersion: StrategyVersion };
    version = (await cio.does<Saved>('POST', `${path}/${part}`, body, version.version)).strategyVersion;
  };
  for (const point of points) await add('principles', point);
  await add('drivers', { name: 'Better service to the public', weight: 5 });
  await add('drivers', { name: 'Value for public money', weight: 4 });
  await add('capabilities', { name: 'Shared case records', current: 1, target: 4 });
  const nextYear = new Date(Date.now() + 300 * 86_400_000).toISOString().slice(0, 10);
  const authors = (Object.keys(PROSE) as Section[]).map((section) => ({
    section,
    business: emailOf('Ruth Amsel'),
    it: emailOf('Tom Becker'),
  }));
  const changes: StrategyVersionChanges = { ...PROSE, authors, reviewBy: nextYear };
  version = await cio.does<StrategyVersion>('PATCH', path, changes, version.version);
  const { proposal } = await cio.does<{ proposal: { code: string } }>('POST', `${path}/propose`);
  await decide(proposal.code, board, secretary, 'The code holds for every bureau.');
  return cio.does<StrategyVersion>('GET', '/strategy');
}

/** Everybody on the board approves what they read, and the secretary closes. */
export async function decide(
  proposal: string,
  board: readonly Person[],
  secretary: Person,
  rationale: string,
): Promise<string> {
  for (const member of board) {
    const { snapshotHash } = await member.does<Proposal>('GET', `/proposals/${proposal}`);
    await member.does('PUT', `/proposals/${proposal}/vote`, { choice: 'approve', snapshotHash });
  }
  const closing: CloseProposal = { rationale };
  const { decision } = await secretary.does<{ decision: { outcome: string } }>(
    'POST',
    `/proposals/${proposal}/close`,
    closing,
  );
  return decision.outcome;
}
