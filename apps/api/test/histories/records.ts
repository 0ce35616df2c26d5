import type { NewCharter } from '@sightline/contracts';
import { givenKpi, type GivenKpi } from '../given-kpis';
import type { RunningApi } from '../start-api';
import type { Company, Council, Name } from './company';
import type { Random } from './random';

export const OUTCOME = 'New customers place their first order after 9 days instead of 12, by 2027-06-30.';
/** The judge knows a milestone by its first words, the product by reading it. */
export const MILESTONE = 'Migrate the order database to the new integration platform.';

export interface Records {
  kpi: GivenKpi & { from: number; to: number; direction: string };
  lesserKpi: GivenKpi;
  domain: string;
  entity: string;
  standard: string;
  flow: string;
  system: string;
  otherSystem: string;
}

/** What the charters of one history cite, all of it in order. */
export async function givenRecords(
  { db }: RunningApi,
  company: Company,
  council: Council,
  random: Random,
): Promise<Records> {
  const { people, businessUnit } = company;
  const one = async (sql: string, values: unknown[]): Promise<string> =>
    (await db.query<{ id: string }[]>(`${sql} RETURNING id`, values))[0]?.id ?? '';
  const driver = council.strategy.drivers[0]?.id ?? null;
  const direction = random.pick(['decrease', 'increase', 'maintain'] as const);
  const target = { value: direction === 'increase' ? 20 : direction === 'decrease' ? 7 : null, date: '2028-06-30' };
  const limits = direction === 'maintain' ? { lower: 5, upper: 15 } : {};
  const common = { owner: people.champion, businessUnit, driver };
  const kpi = await givenKpi(db, { ...common, direction, target: { ...target, ...limits } });
  const lesserKpi = await givenKpi(db, {
    ...common,
    name: 'Interfaces built',
    ...(random.chance(0.5) ? { kind: 'technical' } : { definition: null, target: null }),
  });
  const system = await one(`INSERT INTO system (name) VALUES ('System ' || new_id())`, []);
  const otherSystem = await one(`INSERT INTO system (name) VALUES ('System ' || new_id())`, []);
  const domain = await one(
    `INSERT INTO data_domain (name, tier, owner_id, steward_id) VALUES ('Domain ' || new_id(), $1, $2, $3)`,
    [random.pick(['critical', 'important', 'standard']), people.champion, people.steward],
  );
  const entity = await one(
    `INSERT INTO data_entity (domain_id, name, classification, authoritative_system_id) VALUES ($1, 'Customer', 'internal', $2)`,
    [domain, system],
  );
  const standard = await one(
    `INSERT INTO quality_standard (entity_id, dimension, rule, threshold, unit) VALUES ($1, 'validity', 'It is.', 95, '%')`,
    [entity],
  );
  await db.query(
    `INSERT INTO quality_measurement (standard_id, value, measured_on) VALUES ($1, 98, current_date - 3)`,
    [standard],
  );
  const flow = await one(
    `INSERT INTO data_flow (domain_id, from_system_id, to_system_id, pattern) VALUES ($1, $2, $3, 'api')`,
    [domain, system, otherSystem],
  );
  await db.query(`INSERT INTO data_flow_entity (flow_id, entity_id) VALUES ($1, $2)`, [flow, entity]);
  const effect = direction === 'increase' ? { from: 12, to: 16 } : { from: 12, to: 9 };
  return { kpi: { ...kpi, ...effect, direction }, lesserKpi, domain, entity, standard, flow, system, otherSystem };
}

/** A charter that passes the gate while the strategy still has the principle it cites. */
export function wholeCharter(
  { people, businessUnit, band }: Company,
  council: Council,
  records: Records,
  random: Random,
  lead: Name = 'lead',
): NewCharter {
  return {
    title: 'Customer onboarding on one identity',
    outcomeStatement: OUTCOME,
    narrative: 'One identity for all customers.',
    businessUnit,
    lead: people[lead],
    businessSponsor: people.sponsor,
    itLead: people.itLead,
    capability: council.strategy.capabilities[0]?.code ?? null,
    budget: { amount: String(band.above + random.whole(10, 90) * 1000), currency: 'EUR' },
    startDate: '2026-12-01',
    endDate: '2027-09-30',
    principles: council.strategy.principles
      .slice(0, random.whole(1, 4))
      .map(({ code }) => ({ principle: code, how: 'So.' })),
    kpis: [goodEffect(records)],
    domains: [{ domain: records.domain, entities: [{ entity: records.entity, essential: true }] }],
    systems: [records.system, records.otherSystem],
    resilience: WHOLE_PLAN,
  };
}

export const goodEffect = ({ kpi }: Records) => ({
  kpi: kpi.code,
  from: kpi.from,
  to: kpi.to,
  by: '2027-06-30',
  confidence: 'high' as const,
});

export const WHOLE_PLAN: NonNullable<NewCharter['resilience']> = {
  stopCriteria: 'No effect after two quarters.',
  rollback: 'Switch the old interface on again.',
  retirement: [{ kind: 'date', date: '2031-12-31' }],
  contingency: 'Orders are taken by phone.',
  portability: { format: 'CSV', method: 'Nightly export', lastTestedOn: '2026-10-01' },
  exit: 'Data goes back to the source.',
};
