import { CHAPTERS, type CommentThread, type Page, ROLES, type StrategyVersionSummary } from '@sightline/contracts';
import { SampleCompany } from '../../src/sample/sample-company.service';
import type { SessionCookies } from '../client';
import { givenSession, givenUser } from '../given';
import { KnownRecords } from '../openapi/known-records';
import type { Operation } from '../openapi/operations';
import { headersOf, send } from '../openapi/send';
import { type RunningApi, startApi } from '../start-api';

/** The sample company, with records of every kind, and somebody who holds every role in it. */
export interface FuzzWorld {
  api: RunningApi;
  known: KnownRecords;
  /** A new session of somebody with every role. */
  session: () => Promise<SessionCookies>;
}

/** The sample company and some hundred requests to get to know it, on a machine that may be busy. */
export const WORLD_PATIENCE_MS = 300_000;

const INTERNAL = ROLES.filter((role) => role !== 'external');

export async function givenFuzzWorld(operations: readonly Operation[]): Promise<FuzzWorld> {
  const api = await startApi({ empty: true, env: { SIGHTLINE_LOG_LEVEL: 'error' } });
  await api.get(SampleCompany).loadOnce();
  const reader = await givenSession(api.owner, await givenUser(api.owner, { roles: [...INTERNAL] }));
  await send(api.port, {
    method: 'POST',
    path: '/api/v1/strategy/versions',
    headers: headersOf(api.port, reader),
  });
  const get: Get = (path) =>
    send(api.port, { method: 'GET', path: `/api/v1${path}`, headers: headersOf(api.port, reader) });
  const known = await KnownRecords.read(operations, get);
  await knowWhatIsSaid(known, get);
  // Made after the lists are read, so that no case suspends or changes the person who asks.
  const asking = await givenUser(api.owner, { roles: [...INTERNAL] });
  return { api, known, session: () => givenSession(api.owner, asking) };
}

type Get = (path: string) => Promise<{ status: number; body: unknown }>;

/** Comments are listed by what they are about, and chapters are a closed list: neither is found by reading every list. */
async function knowWhatIsSaid(known: KnownRecords, get: Get): Promise<void> {
  const { items: versions } = (await get('/strategy/versions')).body as Page<StrategyVersionSummary>;
  for (const { id, number } of versions) {
    known.add('/records', [], { id });
    for (const chapter of CHAPTERS) known.add('/strategy/versions/{n}/sections', [String(number)], { id: chapter });
    const { body } = await get(`/comments?recordType=strategy_version&record=${number}`);
    for (const thread of (body as Page<CommentThread>).items) known.add('/comments', [], { ...thread });
  }
}
