import type { GatePolicy, Proposal, VoteChoice, VotingRule } from '@sightline/contracts';
import type { Answer, Client } from './client';
import { givenUnit, givenUser } from './given';
import { type ConstituencyKey, givenBoard, type GivenBoard } from './given-board';
import { type GivenKpi, givenKpi, givenKpiOfCharter } from './given-kpis';
import { type GivenStrategy, givenStrategyInForce } from './given-strategy';
import type { RunningApi } from './start-api';

/** Blocks on what the promise of the product needs, and on a statement that reads like a milestone. */
const POLICY: GatePolicy = {
  submit: ['PRINCIPLE', 'KPI'],
  approve: ['PRINCIPLE', 'KPI', 'OUTCOME'],
  go_live: [],
  close: [],
};

/** A company that can decide: a strategy in force, a board of six seats, and people around it. */
export interface DecidingCompany {
  board: GivenBoard;
  strategy: GivenStrategy;
  kpi: GivenKpi;
  business: string;
  it: string;
  secretary: string;
  lead: string;
  sponsor: string;
  itLead: string;
  owner: string;
  /** User ids by constituency; two for business and IT, one for data and security. */
  seats: Record<ConstituencyKey, string[]>;
  members: string[];
}

/** Makes a company with people of its own in the API's database; several can stand side by side but for the strategy. */
export async function givenDecidingCompany(
  { owner: db }: RunningApi,
  { rule = 'simple_majority', founding = false }: { rule?: VotingRule; founding?: boolean } = {},
): Promise<DecidingCompany> {
  const business = await givenUnit(db, 'business');
  const it = await givenUnit(db, 'it');
  const member = (businessUnitId: string): Promise<string> =>
    givenUser(db, { roles: ['board_member'], businessUnitId });
  const seats = {
    business: [await member(business), await member(business)],
    data: [await member(business)],
    security: [await member(it)],
    it: [await member(it), await member(it)],
  };
  const secretary = await givenUser(db, { roles: ['board_secretary'] });
  const board = await givenBoard(db, { founding, secretary, seats });
  const owner = await givenUser(db, { roles: ['champion'], businessUnitId: business });
  const strategy = await givenStrategyInForce(db, { board: board.id, rule, gatePolicy: POLICY });
  return {
    board,
    strategy,
    kpi: await givenKpi(db, { owner, businessUnit: business, driver: strategy.drivers[0]?.id ?? null }),
    business,
    it,
    secretary,
    owner,
    lead: await givenUser(db, { roles: ['project_lead'], businessUnitId: it }),
    sponsor: await givenUser(db, { roles: ['champion'], businessUnitId: business }),
    itLead: await givenUser(db, { roles: ['project_lead'], businessUnitId: it }),
    seats,
    members: Object.values(seats).flat(),
  };
}

export interface CharterWanted {
  outcomeStatement: string;
  budget: string | null;
  lead: string;
  businessSponsor: string;
}

/** A draft charter that passes the gate of the company; answers its id. */
export async function givenReadyCharter(
  { owner: db }: RunningApi,
  company: DecidingCompany,
  wanted: Partial<CharterWanted> = {},
): Promise<string> {
  const [charter] = await db.query<{ id: string }[]>(
    `INSERT INTO charter (title, outcome_statement, business_unit_id, lead_id, business_sponsor_id, it_lead_id, capability_id,
                          budget_amount, budget_currency)
     VALUES ('Faster onboarding', $1, $2, $3, $4, $5, $6, $7, CASE WHEN $7::numeric IS NULL THEN NULL ELSE 'EUR' END)
     RETURNING id`,
    [
      wanted.outcomeStatement ?? 'Reduce customer onboarding time from 12 to 9 days by the end of 2026.',
      company.business,
      wanted.lead ?? company.lead,
      wanted.businessSponsor ?? company.sponsor,
      company.itLead,
      company.strategy.capabilities[0]?.id ?? null,
      wanted.budget === undefined ? '125000.00' : wanted.budget,
    ],
  );
  if (!charter) throw new Error('No charter was inserted.');
  await db.query(
    `INSERT INTO charter_principle (charter_id, principle_id, how) VALUES ($1, $2, 'It names its outcome.')`,
    [charter.id, company.strategy.principles[0]?.id],
  );
  await givenKpiOfCharter(db, { charter: charter.id, kpi: company.kpi });
  return charter.id;
}

/** A charter before the board, submitted by its lead over HTTP; answers the code of its proposal. */
export async function givenSubmittedCharter(
  api: RunningApi,
  company: DecidingCompany,
  wanted: Partial<CharterWanted> = {},
): Promise<{ charter: string; proposal: string }> {
  const charter = await givenReadyCharter(api, company, wanted);
  const lead = await api.signIn(wanted.lead ?? company.lead);
  const answer = await lead.post<{ proposal: { code: string } }>(`/charters/${charter}/submit`);
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
  return { charter, proposal: answer.body.proposal.code };
}

/** Votes as somebody, on what they see. */
export async function voteAs(
  api: RunningApi,
  userId: string,
  proposal: string,
  choice: VoteChoice,
  more: { reason?: string; conditions?: string[] } = choice === 'approve' || choice === 'abstain'
    ? {}
    : { reason: 'No.' },
): Promise<Answer<Proposal>> {
  const voter = await api.signIn(userId);
  const snapshotHash = await hashOf(voter, proposal);
  return voter.put<Proposal>(`/proposals/${proposal}/vote`, { choice, snapshotHash, ...more });
}

/** The hash of what is voted on now. */
export async function hashOf(client: Client, proposal: string): Promise<string> {
  return (await client.get<Proposal>(`/proposals/${proposal}`)).body.snapshotHash;
}

/** Every member approves. */
export async function allApprove(api: RunningApi, company: DecidingCompany, proposal: string): Promise<void> {
  for (const member of company.members) {
    const { status, body } = await voteAs(api, member, proposal, 'approve');
    if (status !== 200) throw new Error(JSON.stringify(body));
  }
}
