import type { Charter, NewCharter } from '@sightline/contracts';
import type { Client } from './client';
import { givenUnit, givenUser } from './given';
import { type GivenBoard, givenBoard } from './given-board';
import { givenCarried } from './given-decision';
import { type GivenKpi, givenKpi } from './given-kpis';
import { type GivenStrategy, givenStrategyInForce } from './given-strategy';
import type { RunningApi } from './start-api';

/** Everything a charter can cite, all of it in order: a charter that cites it passes the gate. */
export interface CharterWorld {
  businessUnit: string;
  itUnit: string;
  lead: string;
  sponsor: string;
  itLead: string;
  champion: string;
  seats: Record<'business' | 'data' | 'security' | 'it', string>;
  board: GivenBoard;
  strategy: GivenStrategy;
  kpi: GivenKpi;
  system: string;
  otherSystem: string;
  service: string;
  party: string;
  vendor: string;
  domain: string;
  entity: string;
  standard: string;
  flow: string;
}

export async function givenCharterWorld({ owner }: RunningApi): Promise<CharterWorld> {
  const one = async (sql: string, values: unknown[] = []): Promise<string> => {
    const [row] = await owner.query<{ id: string }[]>(`${sql} RETURNING id`, values);
    return row?.id ?? '';
  };
  const businessUnit = await givenUnit(owner, 'business');
  const itUnit = await givenUnit(owner, 'it');
  const inBusiness = { businessUnitId: businessUnit };
  const seats = {
    business: await givenUser(owner, { roles: ['board_member'], ...inBusiness }),
    data: await givenUser(owner, { roles: ['board_member'] }),
    security: await givenUser(owner, { roles: ['board_member'] }),
    it: await givenUser(owner, { roles: ['board_member'], businessUnitId: itUnit }),
  };
  const board = await givenBoard(owner, {
    seats: Object.fromEntries(Object.entries(seats).map(([key, holder]) => [key, [holder]])),
  });
  const strategy = await givenStrategyInForce(owner, { board: board.id });
  const champion = await givenUser(owner, { roles: ['champion'], ...inBusiness });
  const system = await one(`INSERT INTO system (name) VALUES ('System ' || new_id())`);
  const otherSystem = await one(`INSERT INTO system (name) VALUES ('System ' || new_id())`);
  const steward = await givenUser(owner, { roles: ['steward'] });
  const domain = await one(
    `INSERT INTO data_domain (name, tier, owner_id, steward_id) VALUES ('Domain ' || new_id(), 'critical', $1, $2)`,
    [champion, steward],
  );
  const entity = await one(
    `INSERT INTO data_entity (domain_id, name, classification, authoritative_system_id) VALUES ($1, 'Customer', 'internal', $2)`,
    [domain, system],
  );
  const standard = await one(
    `INSERT INTO quality_standard (entity_id, dimension, rule, threshold, unit)
     VALUES ($1, 'completeness', 'Every customer has an address.', 95, '%')`,
    [entity],
  );
  await owner.query(
    `INSERT INTO quality_measurement (standard_id, value, measured_on) VALUES ($1, 98, current_date - 3)`,
    [standard],
  );
  const flow = await one(
    `INSERT INTO data_flow (domain_id, from_system_id, to_system_id, pattern) VALUES ($1, $2, $3, 'api')`,
    [domain, system, otherSystem],
  );
  await owner.query(`INSERT INTO data_flow_entity (flow_id, entity_id) VALUES ($1, $2)`, [flow, entity]);
  return {
    businessUnit,
    itUnit,
    lead: await givenUser(owner, { roles: ['project_lead'], ...inBusiness }),
    sponsor: await givenUser(owner, inBusiness),
    itLead: await givenUser(owner, { businessUnitId: itUnit }),
    champion,
    seats,
    board,
    strategy,
    kpi: await givenKpi(owner, {
      owner: champion,
      businessUnit,
      driver: strategy.drivers[0]?.id ?? null,
      target: { value: 7, date: '2028-06-30' },
    }),
    system,
    otherSystem,
    service: await one(`INSERT INTO service (name, criticality) VALUES ('Service ' || new_id(), 3)`),
    party: await one(`INSERT INTO party (name, kind) VALUES ('Team ' || new_id(), 'team')`),
    vendor: await one(`INSERT INTO party (name, kind) VALUES ('Vendor ' || new_id(), 'vendor')`),
    domain,
    entity,
    standard,
    flow,
  };
}

/** The body of a charter that passes the gate at approval; a test states only what it changes. */
export function approvable(world: CharterWorld, changes: Partial<NewCharter> = {}): NewCharter {
  return {
    title: 'Customer onboarding on one identity',
    outcomeStatement: 'New customers place their first order after 9 days instead of 12, by 2027-06-30.',
    narrative: 'One identity for all customers.',
    businessUnit: world.businessUnit,
    businessSponsor: world.sponsor,
    itLead: world.itLead,
    capability: world.strategy.capabilities[0]?.code ?? null,
    budget: { amount: '250000', currency: 'EUR' },
    startDate: '2026-12-01',
    endDate: '2027-09-30',
    principles: [{ principle: world.strategy.principles[0]?.code ?? '', how: 'It names the outcome first.' }],
    kpis: [{ kpi: world.kpi.code, from: 12, to: 9, by: '2027-06-30', confidence: 'high' }],
    domains: [{ domain: world.domain, entities: [{ entity: 'Customer', essential: true }] }],
    services: [world.service],
    systems: [world.system, world.otherSystem],
    parties: [{ party: world.party, role: 'execute' }],
    resilience: {
      stopCriteria: 'No effect after two quarters.',
      rollback: 'Switch the old interface on again.',
      retirement: [{ kind: 'date', date: '2031-12-31' }],
      contingency: 'Orders are taken by phone.',
      portability: { format: 'CSV', method: 'Nightly export', lastTestedOn: '2026-10-01' },
      exit: 'Data goes back to the source.',
    },
    ...changes,
  };
}

/** Written over the API by its lead. */
export async function givenCharter(
  lead: Client,
  world: CharterWorld,
  changes: Partial<NewCharter> = {},
): Promise<Charter> {
  const { status, body } = await lead.post<Charter>('/charters', approvable(world, changes));
  if (status !== 201) throw new Error(`No charter was created: ${JSON.stringify(body)}`);
  return body;
}

/** Approved as a board would have done it: every seat approves, in one transaction that the database's guards let through. */
export async function givenApproval({ owner }: RunningApi, world: CharterWorld, charter: Charter): Promise<void> {
  await owner.transaction(async (tx) => {
    await tx.query(
      `INSERT INTO charter_revision (charter_id, number, content, created_by) VALUES ($1, $2, charter_content($1), $3)
       ON CONFLICT DO NOTHING`,
      [charter.id, charter.revision, world.lead],
    );
    await givenCarried(tx, {
      subjectType: 'charter',
      subjectId: charter.id,
      title: charter.title,
      board: world.board.id,
      revision: charter.revision,
      by: world.lead,
      strategy: world.strategy.id,
    });
    await tx.query(`UPDATE charter SET status = 'submitted', submitted_at = now() WHERE id = $1 AND status = 'draft'`, [
      charter.id,
    ]);
    await tx.query(
      `UPDATE charter SET status = CASE WHEN origin = 'running' THEN status ELSE 'approved' END, approved_at = now(),
              approved_revision = revision, approved_under_version = $2, version = version + 1 WHERE id = $1`,
      [charter.id, world.strategy.id],
    );
  });
}

/** Until this many transactions of this run wait for a lock. */
export async function untilWaiting({ owner }: RunningApi, count: number): Promise<void> {
  for (;;) {
    const [row] = await owner.query<{ waiting: number }[]>(
      'SELECT count(*)::int AS waiting FROM pg_locks WHERE NOT granted',
    );
    if ((row?.waiting ?? 0) >= count) return;
  }
}
