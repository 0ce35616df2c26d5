import type { GatePolicy, VotingRule } from '@sightline/contracts';
import { DEFAULT_GATE_POLICY } from '@sightline/rules';
import { givenUnit, givenUser } from '../given';
import { type GivenBoard, givenBoard } from '../given-board';
import { givenRatification, type GivenStrategy, givenStrategyDraft } from '../given-strategy';
import type { RunningApi } from '../start-api';

const ROLES_OF = {
  business1: ['board_member'],
  business2: ['board_member', 'project_lead', 'champion'],
  data: ['board_member', 'steward'],
  security: ['board_member'],
  it1: ['board_member'],
  it2: ['board_member', 'project_lead'],
  secretary: ['board_secretary'],
  lead: ['project_lead'],
  otherLead: ['project_lead', 'board_member'],
  sponsor: ['champion'],
  itLead: ['project_lead'],
  champion: ['champion'],
  steward: ['steward'],
  cio: ['cio_office', 'board_member'],
  spareBusiness: ['board_member'],
  spareIt: ['board_member'],
  auditor: ['auditor'],
  admin: ['admin'],
  external: ['external'],
} as const;
export type Name = keyof typeof ROLES_OF;
export const NAMES = Object.keys(ROLES_OF) as Name[];
const OF_IT: readonly Name[] = ['it1', 'it2', 'lead', 'itLead', 'security', 'spareIt', 'admin'];
/** Who sits on the board when a history begins: one seat alone for data and for security, so that they can be emptied. */
export const SEATED = {
  business: ['business1', 'business2'],
  data: ['data'],
  security: ['security'],
  it: ['it1', 'it2'],
};

/** A company with a board of its own; histories of one company follow each other, several companies run side by side. */
export interface Company {
  index: number;
  people: Record<Name, string>;
  board: GivenBoard;
  rule: VotingRule;
  businessUnit: string;
  itUnit: string;
  /** What its board decides: budgets above the first, up to the second amount. */
  band: { above: number; upTo: number };
}

/** The one strategy all companies share, and the council that ratifies its versions. */
export interface Council {
  board: string;
  members: string[];
  cio: string;
  strategy: GivenStrategy;
}

const RULES: readonly VotingRule[] = ['simple_majority', 'two_thirds', 'unanimous', 'simple_majority'];
const BAND = 100_000;

export async function givenCompanies(api: RunningApi, count: number): Promise<Company[]> {
  const companies: Company[] = [];
  for (let index = 0; index < count; index++) companies.push(await givenCompany(api, index));
  return companies;
}

async function givenCompany({ owner }: RunningApi, index: number): Promise<Company> {
  const businessUnit = await givenUnit(owner, 'business');
  const itUnit = await givenUnit(owner, 'it');
  const people = {} as Record<Name, string>;
  for (const name of NAMES) {
    people[name] = await givenUser(owner, {
      name: `${name} ${index}`,
      roles: [...ROLES_OF[name]],
      businessUnitId: name === 'external' ? null : OF_IT.includes(name) ? itUnit : businessUnit,
    });
  }
  const seats = Object.fromEntries(
    Object.entries(SEATED).map(([key, holders]) => [key, holders.map((name) => people[name as Name])]),
  );
  const board = await givenBoard(owner, { name: `Board ${index}`, secretary: people.secretary, seats });
  return {
    index,
    people,
    board,
    rule: RULES[index % RULES.length] as VotingRule,
    businessUnit,
    itUnit,
    band: { above: index * BAND, upTo: (index + 1) * BAND },
  };
}

/** A strategy in force in which each company's board decides its band, and a council that decides on the strategy. */
export async function givenCouncil({ owner }: RunningApi, companies: readonly Company[]): Promise<Council> {
  const unit = await givenUnit(owner, 'business');
  const members: string[] = [];
  for (let n = 0; n < 4; n++) members.push(await givenUser(owner, { roles: ['board_member'], businessUnitId: unit }));
  const [business, data, security, it] = members as [string, string, string, string];
  const { id: board } = await givenBoard(owner, {
    name: 'Council',
    seats: { business: [business], data: [data], security: [security], it: [it] },
  });
  const authors = { business, it: await givenUser(owner, { businessUnitId: await givenUnit(owner, 'it') }) };
  const strategy = await givenStrategyDraft(owner, {
    principles: ['Name the outcome', 'One source per entity', 'Events before files', 'Nothing without an owner'],
    authors,
    gatePolicy: WHOLE_POLICY,
  });
  await owner.query(
    `INSERT INTO decision_right (strategy_version_id, subject, board_id, rule) VALUES ($1, 'strategy_version', $2, 'two_thirds')`,
    [strategy.id, board],
  );
  for (const { board: own, rule, band, index } of companies) {
    await owner.query(
      `INSERT INTO decision_right (strategy_version_id, subject, board_id, rule, budget_up_to)
       SELECT $1, s, $2, $3, $4 FROM unnest(ARRAY['charter', 'change_request']) s`,
      [strategy.id, own.id, rule, index === companies.length - 1 ? null : band.upTo],
    );
  }
  await givenRatification(owner, strategy);
  return { board, members, cio: await givenUser(owner, { roles: ['cio_office'] }), strategy };
}

/** Every check blocks approval; submission is asked the lasting half, so that much is decided only at closing. */
export const WHOLE_POLICY: GatePolicy = { ...DEFAULT_GATE_POLICY, submit: ['PRINCIPLE', 'KPI'] };
/** A policy that asks for nothing: PRINCIPLE and KPI block approval all the same. */
export const EMPTY_POLICY: GatePolicy = { submit: [], approve: [], go_live: [], close: [] };
