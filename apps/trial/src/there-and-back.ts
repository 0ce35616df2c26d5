import { createHash } from 'node:crypto';
import type { Proposal, StrategyImportCheck, StrategyVersion } from '@sightline/contracts';
import type { Person } from '../../../tools/person.ts';

export interface ThereAndBack {
  /** Lines of the exported file. */
  lines: number;
  /** Places in which the draft differed from the file before it was brought in, and after. */
  changes: number;
  left: number;
  /** SHA-256 of what the board would vote on, before the export and after the import. */
  before: string;
  after: string;
  /** Code of the proposal by which the version that came back is before the board. */
  proposal: string;
}

/**
 * A draft leaves as Markdown, is spoilt in many of its parts, and comes back from the file. What the server takes down of
 * its text when it is proposed is compared, so it is proposed and withdrawn before, and proposed again after.
 */
export async function thereAndBack(cio: Person, n: number): Promise<ThereAndBack> {
  const path = `/strategy/versions/${n}`;
  const propose = async (): Promise<Proposal> => {
    const { proposal } = await cio.does<{ proposal: { code: string } }>('POST', `${path}/propose`);
    return cio.does<Proposal>('GET', `/proposals/${proposal.code}`);
  };
  const first = await propose();
  await cio.does('POST', `/proposals/${first.code}/withdraw`);
  const content = await cio.file(`${path}/document.md`);
  const { version } = await spoil(cio, path);
  const check = await cio.does<StrategyImportCheck>('POST', `${path}/import/check`, { content }, version);
  const back = await cio.does<StrategyVersion>('POST', `${path}/import`, { content }, version);
  const again = await cio.does<StrategyImportCheck>('POST', `${path}/import/check`, { content }, back.version);
  const last = await propose();
  return {
    lines: content.split('\n').length,
    changes: check.items.length,
    left: again.items.length,
    before: contentHash(first),
    after: contentHash(last),
    proposal: last.code,
  };
}

/** Of the text alone: a proposal is also told by its code and its day. */
function contentHash({ snapshot }: Proposal): string {
  const { content } = snapshot;
  if (!content) throw new Error('The board would vote on nothing.');
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

async function spoil(cio: Person, path: string): Promise<StrategyVersion> {
  const draft = await cio.does<StrategyVersion>('GET', path);
  const [first, second] = draft.principles;
  const other = { purpose: 'Other words.', reviewBy: null, facts: [], weights: { ...draft.weights, data: 1 } };
  let now = await cio.does<StrategyVersion>('DELETE', `${path}/principles/${first?.id}`, undefined, draft.version);
  type Saved = { strategyVersion: StrategyVersion };
  const renamed = await cio.does<Saved>('PATCH', `${path}/principles/${second?.id}`, { title: 'Other' }, now.version);
  now = renamed.strategyVersion;
  await cio.does('POST', `${path}/drivers`, { name: 'Nobody asked for it', weight: 1 }, now.version);
  now = await cio.does<StrategyVersion>('GET', path);
  return cio.does<StrategyVersion>('PATCH', path, other, now.version);
}
