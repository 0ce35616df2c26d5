import type {
  Charter,
  CharterSummary,
  DataDomain,
  DataEntity,
  GateAnswer,
  Kpi,
  Page,
  QualityStandard,
  StrategyVersion,
  System,
} from '@sightline/contracts';
import { emailOf, type Founders, invite } from './founding.ts';
import type { Person } from '../../../tools/person.ts';
import { decide } from './ratification.ts';

export interface Completed {
  charter: Charter;
  kpi: Kpi;
  outcome: string;
  /** How many checks blocked before, and after each step. */
  steps: { what: string; blockers: number }[];
  lead: Person;
  champion: Person;
  steward: Person;
}

/** One KPI is completed by its owner, one charter by its lead; then the board decides. */
export async function completeOne(
  founders: Founders,
  strategy: StrategyVersion,
  target: CharterSummary,
): Promise<Completed> {
  const { cio, board, secretary } = founders;
  const people = await invitePeople(founders, target.businessUnit?.name ?? '');
  const { champion, lead, steward } = people;
  const steps: Completed['steps'] = [];
  const note = async (what: string): Promise<void> => {
    const { checks } = await lead.does<GateAnswer>('GET', `/charters/${target.code}/gate?for=approve`);
    steps.push({ what, blockers: checks.filter(({ level, passed }) => level === 'blocker' && !passed).length });
  };
  await note('as imported');
  const kpi = await completeKpi(cio, champion, target, strategy);
  await note(`${kpi.code} completed by its owner`);
  await write(cio, target.code, 'PATCH', '', { lead: emailOf(lead.name) });
  const { domain, entity } = await governData(cio, steward);
  const data = [{ domain: domain.code, entities: [{ entity: entity.id, essential: true }] }];
  for (const [what, method, part, body] of writing(kpi, strategy, champion, data)) {
    await write(lead, target.code, method, part, body);
    await note(what);
  }
  const { proposal } = await lead.does<{ proposal: { code: string } }>('POST', `/charters/${target.code}/submit`);
  const outcome = await decide(proposal.code, board, secretary, 'A principle, a figure and a plan: approved.');
  const charter = await lead.does<Charter>('GET', `/charters/${target.code}`);
  return { charter, kpi, outcome, steps, ...people };
}

async function invitePeople(
  { admin, cio }: Founders,
  businessUnit: string,
): Promise<Pick<Completed, 'champion' | 'lead' | 'steward'>> {
  const it = await cio.does<{ name: string }>('POST', '/business-units', { name: 'Office of Technology', kind: 'it' });
  await invite(admin, IT_LEAD, { kind: 'internal', roles: ['project_lead'], businessUnit: it.name });
  return {
    champion: await invite(admin, 'Maya Okafor', { kind: 'internal', roles: ['champion'], businessUnit }),
    lead: await invite(admin, 'Lena Fischer', { kind: 'internal', roles: ['project_lead'], businessUnit }),
    steward: await invite(admin, 'Noor Haddad', { kind: 'internal', roles: ['steward'], businessUnit }),
  };
}

const IT_LEAD = 'Jon Park';

/** What the lead writes into the charter, step by step. */
function writing(
  kpi: Kpi,
  { principles: [first, , third], capabilities }: StrategyVersion,
  champion: Person,
  domains: object[],
): [string, 'PATCH' | 'PUT', string, object][] {
  const outcome = {
    outcomeStatement: `Families get their answer sooner: ${kpi.name} falls from 30 to 12 days by 2027-12-31`,
    businessSponsor: emailOf(champion.name),
    itLead: emailOf(IT_LEAD),
    capability: capabilities[0]?.code,
  };
  const principles = [
    { principle: first?.code, how: 'Caseworkers and families tested every screen.' },
    { principle: third?.code, how: 'The interface is published for every bureau.' },
  ];
  const kpis = [{ kpi: kpi.code, from: 30, to: 12, by: '2027-12-31', confidence: 'medium' }];
  return [
    ['outcome, sponsors and capability named', 'PATCH', '', outcome],
    ['two principles cited', 'PUT', '/principles', { principles }],
    ['the KPI it moves cited, with from, to and by', 'PUT', '/kpis', { kpis }],
    ['its data named, governed by owner and steward', 'PUT', '/domains', { domains }],
    ['resilience plan written', 'PUT', '/resilience', RESILIENCE],
  ];
}

const RESILIENCE = {
  rollback: 'The old desk stays staffed for 60 days; the switch back takes one hour and is rehearsed twice.',
  retirement: [{ kind: 'date', date: '2032-12-31' }],
  contingency: 'Answers go out by post from the regional offices.',
  portability: { format: 'CSV', method: 'Nightly extract to the records archive' },
  exit: 'The contract ends with a handover of all records.',
};

/** The CIO office hands an imported outcome KPI of the charter to its champion, who completes it. */
async function completeKpi(
  cio: Person,
  champion: Person,
  target: CharterSummary,
  strategy: StrategyVersion,
): Promise<Kpi> {
  const candidates = await Promise.all(target.kpis.map(({ code }) => cio.does<Kpi>('GET', `/kpis/${code}`)));
  const imported = candidates.find(({ kind }) => kind === 'outcome');
  if (!imported) throw new Error(`${target.code} cites no KPI of the business.`);
  const handed = await cio.does<Kpi>(
    'PATCH',
    `/kpis/${imported.code}`,
    { owner: emailOf(champion.name) },
    imported.version,
  );
  const today = new Date().toISOString().slice(0, 10);
  return champion.does<Kpi>(
    'PATCH',
    `/kpis/${imported.code}`,
    {
      unit: 'days',
      direction: 'decrease',
      baseline: { value: 30, date: today },
      target: { value: 10, date: '2028-06-30' },
      cadence: 'monthly',
      weight: 4,
      driver: strategy.drivers[0]?.code,
    },
    handed.version,
  );
}

async function governData(cio: Person, steward: Person): Promise<{ domain: DataDomain; entity: DataEntity }> {
  const domain = await cio.does<DataDomain>('POST', '/data-domains', {
    name: 'Case records',
    tier: 'critical',
    owner: emailOf('Ines Moreau'),
    steward: emailOf(steward.name),
  });
  const source = await cio.does<System>('POST', '/systems', { name: 'Case register' });
  const receiver = await cio.does<System>('POST', '/systems', { name: 'Families portal' });
  const path = `/data-domains/${domain.code}`;
  const entity = await steward.does<DataEntity>('POST', `${path}/entities`, {
    name: 'Case',
    classification: 'restricted',
    authoritativeSource: source.code,
  });
  await steward.does('POST', `${path}/flows`, {
    from: source.code,
    to: receiver.code,
    entities: ['Case'],
    pattern: 'api',
  });
  const standard = await steward.does<QualityStandard>('POST', `${path}/standards`, {
    entity: 'Case',
    dimension: 'completeness',
    rule: 'Every case names the family and the caseworker',
    threshold: 98,
    unit: '%',
  });
  const date = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);
  await steward.does('POST', `${path}/quality-measurements`, { standard: standard.id, value: 98.4, date });
  return { domain, entity };
}

async function write(
  person: Person,
  charter: string,
  method: 'PATCH' | 'PUT',
  part: string,
  body: object,
): Promise<void> {
  const { version } = await person.does<Charter>('GET', `/charters/${charter}`);
  await person.does(method, `/charters/${charter}${part}`, body, version);
}

/** The first charter that already runs, is not approved and cites a KPI of the business. */
export async function firstToComplete(cio: Person): Promise<CharterSummary> {
  const page = await cio.does<Page<CharterSummary>>(
    'GET',
    '/charters?origin=running&status=in_delivery&sort=code&pageSize=50',
  );
  for (const charter of page.items) {
    for (const { code } of charter.kpis) {
      if ((await cio.does<Kpi>('GET', `/kpis/${code}`)).kind === 'outcome') return charter;
    }
  }
  throw new Error('No running charter cites a KPI of the business.');
}
