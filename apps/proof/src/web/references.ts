import type { Caller } from '../faults/caller';
import type { References } from './poisoned-body';

interface Named {
  id: string;
  code?: string | null;
}

/** Something for every field that points at another record, taken from what the lists of the sample company show. */
export async function referencesOf(caller: Caller): Promise<References> {
  const first = async (list: string): Promise<string> => {
    const { items } = await caller.does<{ items: Named[] }>('GET', list);
    if (!items[0]) throw new Error(`${list} is empty.`);
    return items[0].code ?? items[0].id;
  };
  const { user } = await caller.does<{ user: Named }>('GET', '/me');
  const domain = await first('/data-domains');
  const { entities } = await caller.does<{ entities: (Named & { standards: Named[] })[] }>(
    'GET',
    `/data-domains/${domain}`,
  );
  const charter = await first('/charters?status=draft');
  const people = ['user', 'lead', 'businessSponsor', 'itLead', 'owner', 'steward', 'sponsor', 'holder', 'secretary'];
  return {
    ...Object.fromEntries(people.map((name) => [name, user.id])),
    principle: await first('/principles'),
    kpi: await first('/kpis'),
    party: await first('/parties'),
    businessUnit: await first('/business-units'),
    authoritativeSource: await first('/systems'),
    domain,
    entity: entities[0]?.id,
    standard: entities.flatMap(({ standards }) => standards)[0]?.id,
    charter,
    constituency: 'it',
    ...Object.fromEntries(OPTIONAL.map((name) => [name, undefined])),
  };
}

/** Further references, which nothing requires. */
const OPTIONAL = ['services', 'systems', 'predecessors', 'exceptions', 'capability', 'driver', 'mandate', 'board'];
