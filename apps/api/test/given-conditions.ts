import type { NewDecisionTable, NewFact, StrategyVersion } from '@sightline/contracts';
import type { Client } from './client';
import { givenRatification } from './given-strategy';
import type { RunningApi } from './start-api';

export const LATENCY: NewFact = { name: 'latencyMs', type: 'number', unit: 'ms', question: 'How fast does it answer?' };
export const REGULATED: NewFact = { name: 'regulated', type: 'boolean', question: 'Is it regulated data?' };
export const HOSTING: NewFact = { name: 'hosting', type: 'choice', question: 'Where?', choices: ['cloud', 'site'] };

/** Slow and on site needs an exception; on site alone is advised against. */
export const TABLE: NewDecisionTable = {
  rules: [
    { when: { hosting: '"site"', latencyMs: '> 100' }, outcome: 'exception_required', reason: 'Slow and on site.' },
    { when: { hosting: '"site"' }, outcome: 'avoid', reason: 'On site.' },
    { when: { hosting: '"cloud"' }, outcome: 'prefer', reason: '' },
  ],
};

/** The next version as a draft, with these facts, and what `change` writes of its first principle. */
export async function givenDraft(
  cio: Client,
  change: Record<string, unknown> = {},
  facts: NewFact[] = [LATENCY, REGULATED, HOSTING],
): Promise<StrategyVersion> {
  const { body: opened } = await cio.post<StrategyVersion>('/strategy/versions');
  const at = `/strategy/versions/${opened.number}`;
  const gatePolicy = { approve: ['PRINCIPLE', 'KPI', 'FACTS', 'DEVIATION'] };
  const asked = await cio.patch<StrategyVersion>(at, { facts, gatePolicy }, { version: opened.version });
  if (asked.status !== 200) throw new Error(JSON.stringify(asked.body));
  const [first] = asked.body.principles;
  const written = await cio.patch<{ strategyVersion: StrategyVersion }>(`${at}/principles/${first?.code}`, change, {
    version: asked.body.version,
  });
  if (written.status !== 200) throw new Error(JSON.stringify(written.body));
  return written.body.strategyVersion;
}

/** The same in force. */
export async function givenNextVersion(
  api: RunningApi,
  cio: Client,
  change: Record<string, unknown> = {},
  facts?: NewFact[],
): Promise<StrategyVersion> {
  const draft = await givenDraft(cio, change, facts);
  await givenRatification(api.owner, draft);
  return draft;
}

/** A day of the organisation so many days from today. */
export async function dayAhead({ owner }: RunningApi, days: number): Promise<string> {
  const [row] = await owner.query<{ day: string }[]>(
    `SELECT ((now() AT TIME ZONE o.time_zone)::date + $1::integer)::text AS day FROM organisation o`,
    [days],
  );
  return row?.day ?? '';
}
