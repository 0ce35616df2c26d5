import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  Charter,
  ExceptionProposed,
  FactAnswers,
  GateAnswer,
  Mandate,
  NewDecisionTable,
  NewFact,
  PrincipleException,
  PrincipleRevision,
  StrategyVersion,
  TableEvaluation,
} from '@sightline/contracts';
import type { Completed } from './completion.ts';
import { emailOf, type Founders } from './founding.ts';
import { decide } from './ratification.ts';
import { thereAndBack, type ThereAndBack } from './there-and-back.ts';

const FACTS: NewFact[] = [
  {
    name: 'deployment',
    type: 'choice',
    question: 'How is it deployed?',
    choices: ['public', 'community', 'hybrid', 'private', 'none'],
  },
  {
    name: 'serviceModel',
    type: 'choice',
    question: 'As what is it used?',
    choices: ['software', 'platform', 'infrastructure', 'own'],
  },
  { name: 'backOffice', type: 'boolean', question: 'Is it enterprise IT or back office?' },
  { name: 'cloudEvaluated', type: 'boolean', question: 'Were cloud solutions fully evaluated first?' },
  { name: 'betterValue', type: 'boolean', question: 'Is better value for money demonstrated, over the whole life?' },
  { name: 'onDemand', type: 'boolean', question: 'Can capacity be had on demand, without asking anybody?' },
];

/** What the policy says, as rules: public cloud first, software as a service for the back office, a burden of proof. */
const TABLE: NewDecisionTable = {
  rules: [
    {
      when: { cloudEvaluated: 'false' },
      outcome: 'exception_required',
      reason: 'Cloud solutions are evaluated before anything else.',
    },
    {
      when: { deployment: '"none"', betterValue: 'false' },
      outcome: 'exception_required',
      reason: 'An alternative has to be better value for money.',
    },
    {
      when: { deployment: '"none"', betterValue: 'true' },
      outcome: 'avoid',
      reason: 'Free to choose, and to be shown again at renewal.',
    },
    {
      when: { deployment: '"private", "hybrid", "community"', betterValue: 'false' },
      outcome: 'exception_required',
      reason: 'Cloud means the public cloud.',
    },
    {
      when: { deployment: '"public"', onDemand: 'false' },
      outcome: 'avoid',
      reason: 'What has to be asked for is no cloud by its definition.',
    },
    {
      when: { backOffice: 'true', serviceModel: 'not("software")' },
      outcome: 'avoid',
      reason: 'Software as a service comes first for the back office.',
    },
    {
      when: { deployment: '"public"', serviceModel: '"software", "platform"' },
      outcome: 'prefer',
      reason: 'This is where the benefits are.',
    },
  ],
};

const PUBLIC: FactAnswers = {
  deployment: 'public',
  serviceModel: 'software',
  backOffice: true,
  cloudEvaluated: true,
  betterValue: true,
  onDemand: true,
};
const CASES: [string, FactAnswers][] = [
  ['software from the public cloud', PUBLIC],
  [
    'a platform in the public cloud, with capacity on request',
    { ...PUBLIC, backOffice: false, serviceModel: 'platform', onDemand: false },
  ],
  ['an own build for the back office', { ...PUBLIC, serviceModel: 'infrastructure' }],
  ['a private cloud, nothing shown', { ...PUBLIC, deployment: 'private', betterValue: false }],
  ['no cloud, better value shown', { ...PUBLIC, deployment: 'none', serviceModel: 'own', backOffice: false }],
  ['never evaluated', { ...PUBLIC, cloudEvaluated: false }],
];
/** What the approved charter answers: the records stay in a private cloud, and nobody has compared the cost. */
const ANSWERS: FactAnswers = { ...PUBLIC, backOffice: false, deployment: 'private', betterValue: false };

export interface CloudFirst {
  mandate: Mandate;
  principle: PrincipleRevision;
  version: number;
  /** What became of that version as a file, before the board saw it. */
  file: ThereAndBack;
  cases: { what: string; said: TableEvaluation }[];
  exception: PrincipleException;
  /** What the charter's deviation said before and after the exception was granted. */
  before: string;
  after: string;
  outcome: string;
}

/** The policy arrives as an order, becomes a principle of version 2, and an approved charter deviates from it. */
export async function cloudFirst(founders: Founders, completed: Completed, samples: string): Promise<CloudFirst> {
  const { cio } = founders;
  const text = readFileSync(join(samples, 'policy/cloud-first-policy.md'), 'utf8').replace(/^---[\s\S]*?---\s*/, '');
  const order = await cio.does<Mandate>('POST', '/mandates', {
    title: 'Cloud first',
    text,
    sponsor: emailOf('Carla Ito'),
    dateReceived: '2013-05-05',
  });
  if (order.state !== 'untranslated') throw new Error('An order is no strategy.');
  const { principle, version, file } = await translate(founders, order);
  const cases = [];
  for (const [what, facts] of CASES) {
    const said = await cio.does<TableEvaluation>('POST', `/principles/${principle.code}/evaluate`, { facts });
    cases.push({ what, said });
  }
  const deviation = await deviate(founders, completed, principle);
  return {
    mandate: await cio.does<Mandate>('GET', `/mandates/${order.code}`),
    principle,
    version,
    file,
    cases,
    ...deviation,
  };
}

async function translate(
  { cio, board, secretary }: Founders,
  { code }: Mandate,
): Promise<Pick<CloudFirst, 'principle' | 'version' | 'file'>> {
  const opened = await cio.does<StrategyVersion>('POST', '/strategy/versions');
  const path = `/strategy/versions/${opened.number}`;
  const reviewBy = new Date(Date.now() + 300 * 86_400_000).toISOString().slice(0, 10);
  const asked = await cio.does<StrategyVersion>('PATCH', path, { facts: FACTS, reviewBy }, opened.version);
  const principle = await cio.does<PrincipleRevision>(
    'POST',
    `${path}/principles`,
    {
      title: 'Public cloud first',
      statement:
        'Cloud solutions are fully evaluated before any other option, and the public cloud before other clouds.',
      rationale: 'The best mix of quality and effectiveness for the least outlay over the whole period of use.',
      exceptionGuidance: 'Show the board better value for money over the whole life, and when it is compared again.',
      mandate: code,
      decisionTable: TABLE,
    },
    asked.version,
  );
  const file = await thereAndBack(cio, opened.number);
  await decide(file.proposal, board, secretary, 'The order says when it holds, and how to deviate.');
  return { principle, version: opened.number, file };
}

async function deviate(
  { board, secretary }: Founders,
  { charter, lead }: Completed,
  principle: PrincipleRevision,
): Promise<Pick<CloudFirst, 'exception' | 'before' | 'after' | 'outcome'>> {
  const draft = await lead.does<PrincipleException>('POST', '/exceptions', {
    principle: principle.code,
    charter: charter.code,
    category: 'business',
    justification: 'The records of families stay where they are until the contract ends.',
    compensatingControl: 'Cost and service of the public cloud are compared every quarter.',
    expiresOn: new Date(Date.now() + 180 * 86_400_000).toISOString().slice(0, 10),
  });
  const change = { reason: 'The fact sheet that version 2 asks for.', facts: ANSWERS };
  const requests = `/charters/${charter.code}/change-requests`;
  const before = await refusalOf(lead.does('POST', requests, change));
  const proposed = await lead.does<ExceptionProposed>('POST', `/exceptions/${draft.code}/propose`);
  await decide(proposed.proposal.code, board, secretary, 'Until the contract ends.');
  await lead.does('POST', requests, change);
  const { proposal } = await lead.does<Charter>('GET', `/charters/${charter.code}`);
  const outcome = await decide(proposal?.code ?? '', board, secretary, 'With the exception it holds.');
  const { checks } = await lead.does<GateAnswer>('GET', `/charters/${charter.code}/gate?for=approve`);
  const after = checks.find(({ code }) => code === 'DEVIATION')?.message ?? '';
  const exception = await lead.does<PrincipleException>('GET', `/exceptions/${draft.code}`);
  return { exception, before, after, outcome };
}

async function refusalOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (error) {
    return /gate-blocked/.test(String(error)) ? 'gate-blocked' : String(error);
  }
  throw new Error('A deviation without an exception was let through.');
}
