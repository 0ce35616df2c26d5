import type {
  Kpi,
  NewDecisionTable,
  NewFact,
  Proposal,
  StrategyVersion,
  StrategyVersionChanges,
} from '@sightline/contracts';
import { SECTIONS } from '@sightline/contracts';
import type { Person } from '../../../../tools/person.ts';
import { ada, BOARD, carla, type Colleague, ruth, sam, tom } from './company';
import { inDays } from './days';
import { atTheApi, found, invite } from './founding';

/** The people who do the work that the board decides on. */
export interface Workforce {
  lead: Colleague;
  itLead: Colleague;
  champion: Colleague;
  steward: Colleague;
  auditor: Colleague;
}

export const PRINCIPLE = 'Data moves once, from its source';
export const CAPABILITY = 'Partner onboarding';
export const KPI = 'Days until a partner is live';
export const DOMAIN = 'Partner master';
export const UNIT = 'Customer service';

/** What the strategy of a company asks its charters, and what its principle makes of the answers. */
export interface Deciding {
  facts: NewFact[];
  decisionTable: NewDecisionTable;
}

/** A company whose strategy is in force, with a KPI and a data domain that are named and not yet complete. */
export async function governedCompany(url: string, deciding?: Deciding): Promise<Workforce> {
  await found(url);
  const [admin, cio] = await Promise.all([atTheApi(url, ada), atTheApi(url, carla)]);
  await cio.does('POST', '/business-units', { name: UNIT, kind: 'business' });
  await cio.does('POST', '/business-units', { name: 'Platform', kind: 'it' });
  const people = {
    lead: await invite(admin, 'Lena Fischer', { roles: ['project_lead'], businessUnit: UNIT }),
    itLead: await invite(admin, 'Jon Park', { roles: ['project_lead'], businessUnit: 'Platform' }),
    champion: await invite(admin, 'Maya Okafor', { roles: ['champion'], businessUnit: UNIT }),
    steward: await invite(admin, 'Noor Haddad', { roles: ['steward'], businessUnit: UNIT }),
    auditor: await invite(admin, 'Uma Kern', { roles: ['auditor'] }),
  };
  await ratify(url, cio, deciding);
  await cio.does('POST', '/kpis', { name: KPI, kind: 'outcome', owner: people.champion.email, businessUnit: UNIT });
  await cio.does('POST', '/data-domains', { name: DOMAIN, tier: 'important', owner: people.champion.email });
  return people;
}

async function ratify(url: string, cio: Person, deciding?: Deciding): Promise<void> {
  let version = await cio.does<StrategyVersion>('POST', '/strategy/versions');
  const path = `/strategy/versions/${version.number}`;
  const add = async (part: string, body: object): Promise<void> => {
    type Saved = { strategyVersion: StrategyVersion };
    version = (await cio.does<Saved>('POST', `${path}/${part}`, body, version.version)).strategyVersion;
  };
  if (deciding) version = await cio.does('PATCH', path, { facts: deciding.facts }, version.version);
  await add('principles', {
    title: PRINCIPLE,
    statement: 'Every record is taken from its authoritative source.',
    ...(deciding && { decisionTable: deciding.decisionTable }),
  });
  await add('drivers', { name: 'Keep the promise of delivery', weight: 5 });
  await add('capabilities', { name: CAPABILITY, current: 1, target: 4 });
  const changes: StrategyVersionChanges = {
    ...Object.fromEntries(SECTIONS.map((section) => [section, 'As the board agreed.'])),
    authors: SECTIONS.map((section) => ({ section, business: ruth.email, it: tom.email })),
    reviewBy: inDays(300),
  };
  await cio.does('PATCH', path, changes, version.version);
  const { proposal } = await cio.does<{ proposal: { code: string } }>('POST', `${path}/propose`);
  await approved(url, proposal.code);
}

/** Every seat approves, and the secretary closes. */
export async function approved(url: string, proposal: string): Promise<void> {
  for (const { holder } of BOARD) await approve(await atTheApi(url, holder), proposal);
  const secretary = await atTheApi(url, sam);
  await secretary.does('POST', `/proposals/${proposal}/close`, { rationale: 'It says what we do.' });
}

async function approve(member: Person, proposal: string): Promise<void> {
  const { snapshotHash } = await member.does<Proposal>('GET', `/proposals/${proposal}`);
  await member.does('PUT', `/proposals/${proposal}/vote`, { choice: 'approve', snapshotHash });
}

/** The champion says how the KPI is computed, where it stands and where it has to go. */
export async function completeKpi(champion: Person): Promise<void> {
  const { version, code } = await champion.does<Kpi>('GET', '/kpis/K-001');
  const { drivers } = await champion.does<StrategyVersion>('GET', '/strategy');
  const definition = {
    definition: 'Median days from contract to first message, of the partners live that month.',
    unit: 'days',
    direction: 'decrease',
    baseline: { value: 21, date: inDays(-30) },
    target: { value: 5, date: inDays(700) },
    cadence: 'monthly',
    weight: 4,
    driver: drivers[0]?.code,
  };
  await champion.does('PATCH', `/kpis/${code}`, definition, version);
}

/** The CIO office names the steward, who describes the entity the project needs. */
export async function governDomain(cio: Person, steward: Person, { email }: Colleague): Promise<void> {
  const path = '/data-domains/DD-01';
  const { version } = await cio.does<{ version: number }>('GET', path);
  await cio.does('PATCH', path, { steward: email }, version);
  const source = await cio.does<{ code: string }>('POST', '/systems', { name: 'Partner hub' });
  const receiver = await cio.does<{ code: string }>('POST', '/systems', { name: 'Booking' });
  const entity = { name: 'Partner', classification: 'internal', authoritativeSource: source.code };
  await steward.does('POST', `${path}/entities`, entity);
  await steward.does('POST', `${path}/flows`, {
    from: source.code,
    to: receiver.code,
    entities: ['Partner'],
    pattern: 'api',
  });
  const standard = await steward.does<{ id: string }>('POST', `${path}/standards`, {
    entity: 'Partner',
    dimension: 'completeness',
    rule: 'Every partner has a legal entity and a contact',
    threshold: 98,
    unit: '%',
  });
  await steward.does('POST', `${path}/quality-measurements`, { standard: standard.id, value: 99.1, date: inDays(-2) });
}
