import type { GateAnswer } from '@sightline/contracts';
import type { Name } from './company';
import type { Action, History, Subject } from './history';
import { goodEffect, MILESTONE, OUTCOME, WHOLE_PLAN } from './records';

/** Mostly whoever leads it; sometimes the CIO office, sometimes somebody who may not. */
export function writer(history: History, { lead }: Subject): Name | { id: string } {
  const { random } = history;
  if (random.chance(0.85)) return { id: lead };
  return random.pick<Name>(['cio', 'business1', 'it2', 'sponsor', 'auditor', 'external', 'steward']);
}

type Edit = (history: History) => [path: string, body: object];
const patch = (body: object | ((history: History) => object)): Edit => {
  return (history) => ['', typeof body === 'function' ? body(history) : body];
};

/** Edits that leave the gate open. */
const KEEPING: Edit[] = [
  patch(({ random }) => ({ narrative: `Another word: ${random.whole(1, 1_000_000)}.` })),
  patch(({ random }) => ({ title: `Another title ${random.whole(1, 1_000_000)}` })),
  patch(({ random, company: { band } }) => ({
    budget: { amount: String(band.above + random.whole(1, 100) * 1000), currency: 'EUR' },
  })),
  patch(({ random, company: { band } }) => ({
    budget: { amount: String(band.upTo + random.whole(1, 500) * 1000), currency: 'EUR' },
  })),
  patch({ budget: null }),
  patch(({ random }) => ({ endDate: `2027-${random.pick(['07', '08', '09', '10', '12'])}-15` })),
  patch(({ random, company: { people } }) => ({
    itLead: people[random.pick<Name>(['itLead', 'it1', 'it2', 'spareIt', 'cio'])],
  })),
  patch(({ random, company: { people } }) => ({
    businessSponsor: people[random.pick<Name>(['sponsor', 'business1', 'data', 'champion'])],
  })),
  (history) => ['/systems', { systems: history.random.chance(0.5) ? [history.records.system] : [] }],
  (history) => ['/resilience', { ...WHOLE_PLAN, exit: `Another way out: ${history.random.whole(1, 1000)}.` }],
];

/** Edits that open a hole the gate must see. */
const BREAKING: Edit[] = [
  () => ['/principles', { principles: [] }],
  () => ['/kpis', { kpis: [] }],
  ({ records }) => ['/kpis', { kpis: [{ ...goodEffect(records), by: '2029-01-31' }] }],
  ({ records }) => [
    '/kpis',
    {
      kpis: [
        {
          ...goodEffect(records),
          from: records.kpi.to,
          to: records.kpi.direction === 'maintain' ? 40 : records.kpi.from,
        },
      ],
    },
  ],
  ({ records }) => ['/kpis', { kpis: [{ kpi: records.lesserKpi.code, from: 12, to: 9, by: '2027-06-30' }] }],
  () => ['/domains', { domains: [] }],
  () => ['/resilience', { rollback: 'Only this.' }],
  patch({ outcomeStatement: MILESTONE }),
  patch({ outcomeStatement: MILESTONE }),
  patch({ businessSponsor: null }),
  patch({ capability: null }),
  patch(({ company: { people } }) => ({ businessSponsor: people.itLead })),
  patch(({ company: { people } }) => ({ businessSponsor: people.external })),
  patch(({ company: { people } }) => ({ itLead: people.sponsor })),
  patch(({ company: { people } }) => ({ lead: people.otherLead })),
];

async function edit(history: History, edits: readonly Edit[]): Promise<void> {
  const subject = await history.subject();
  const [path, body] = history.random.pick(edits)(history);
  const version = history.random.chance(0.97) ? subject.version : subject.version - 1;
  const method = path === '' ? 'PATCH' : 'PUT';
  await history.ask(writer(history, subject), method, `/charters/${subject.id}${path}`, body, version);
}

/** Asks the gate what is missing and closes up to three of the holes it names. */
export async function mend(history: History): Promise<void> {
  const { id } = await history.subject();
  const { body } = await history.ask<GateAnswer>('cio', 'GET', `/charters/${id}/gate?for=approve`);
  const open = body.checks.filter(({ passed, level }) => !passed && level === 'blocker').map(({ code }) => code);
  for (const code of open.slice(0, 3)) await mendOne(history, code);
}

async function mendOne(history: History, code: string): Promise<void> {
  const { records, company, run } = history;
  const subject = await history.subject();
  const lead = { id: subject.lead };
  const at = `/charters/${subject.id}`;
  const write = (method: 'PATCH' | 'PUT', path: string, body: object) =>
    history.ask(lead, method, at + path, body, subject.version);
  if (code === 'PRINCIPLE') {
    const principles = run.council.strategy.principles.map(({ code: principle }) => ({ principle }));
    await write('PUT', '/principles', { principles });
  } else if (code === 'KPI') {
    await history.ask(
      'cio',
      'PATCH',
      `/kpis/${records.kpi.id}`,
      { owner: company.people.champion },
      await history.versionOf('kpi', records.kpi.id),
    );
    await write('PUT', '/kpis', { kpis: [goodEffect(records)] });
  } else if (code === 'OUTCOME') await write('PATCH', '', { outcomeStatement: OUTCOME });
  else if (code === 'SPONSORS')
    await write('PATCH', '', { businessSponsor: company.people.sponsor, itLead: company.people.itLead });
  else if (code === 'DOMAINS') await write('PUT', '/domains', { none: { reason: 'Only public data.' } });
  else if (code === 'CAPABILITY') await write('PATCH', '', { capability: run.council.strategy.capabilities[0]?.code });
  else if (code === 'REQUIREMENTS') await answerAll(history);
  else if (['ROLLBACK', 'RETIREMENT', 'CONTINGENCY', 'PORTABILITY'].includes(code))
    await write('PUT', '/resilience', WHOLE_PLAN);
  else if (code === 'STEWARD') await mendDomain(history);
  else await write('PUT', '/domains', { domains: [{ domain: records.domain, entities: [] }] });
}

async function mendDomain(history: History): Promise<void> {
  const { domain } = history.records;
  const { champion: owner, steward } = history.company.people;
  await history.ask(
    'cio',
    'PATCH',
    `/data-domains/${domain}`,
    { owner, steward },
    await history.versionOf('data_domain', domain),
  );
}

async function answerAll(history: History): Promise<void> {
  const open = await history.run.api.db.query<{ id: string; version: number }[]>(
    'SELECT id, version FROM requirement WHERE charter_id = $1 AND answer IS NULL',
    [history.charter],
  );
  const { lead } = await history.subject();
  for (const { id, version } of open) {
    await history.ask(
      { id: lead },
      'PATCH',
      `/charters/${history.charter}/requirements/${id}`,
      { answer: 'It is.' },
      version,
    );
  }
}

async function state(history: History): Promise<void> {
  const who = history.random.pick(['business1', 'data', 'security', 'it1', 'cio'] as const);
  const constituency = who === 'cio' ? 'it' : who.replace(/\d/, '');
  await history.ask(who, 'POST', `/charters/${history.charter}/requirements`, { constituency, text: 'Say how.' });
}

async function step(history: History, verb: string): Promise<void> {
  const subject = await history.subject();
  await history.ask(writer(history, subject), 'POST', `/charters/${subject.id}/${verb}`);
}

/** Asks for another budget, outcome or KPI effect of what was approved. */
export async function requestChange(history: History): Promise<void> {
  const subject = await history.subject();
  const { random, company, records } = history;
  const change = random.pick<object>([
    { narrative: `Changed to ${random.whole(1, 1_000_000)}.` },
    { budget: { amount: String(company.band.upTo - 1), currency: 'EUR' } },
    { outcomeStatement: MILESTONE },
    { principles: [] },
    { kpis: [{ ...goodEffect(records), by: '2029-01-31' }] },
    { kpis: [goodEffect(records), { kpi: records.lesserKpi.code, from: 1, to: 2, by: '2027-06-30' }] },
    { lead: company.people.it2 },
    { businessSponsor: company.people.business1 },
    { endDate: '2028-05-31' },
  ]);
  await history.ask(writer(history, subject), 'POST', `/charters/${subject.id}/change-requests`, {
    reason: 'It has to.',
    ...change,
  });
}

export const CHARTER_ACTIONS: Action[] = [
  { name: 'edit that keeps the gate open', weight: 6, run: (history) => edit(history, KEEPING) },
  { name: 'edit that opens a hole', weight: 5, run: (history) => edit(history, BREAKING) },
  { name: 'mend what the gate names', weight: 4, run: mend },
  { name: 'state a requirement', weight: 2, run: state },
  { name: 'answer requirements', weight: 1, run: answerAll },
  { name: 'submit', weight: 2, run: (history) => step(history, 'submit') },
  { name: 'withdraw', weight: 0.3, run: (history) => step(history, 'withdraw') },
  { name: 'start', weight: 1, run: (history) => step(history, 'start') },
  { name: 'pause or resume', weight: 0.5, run: (history) => step(history, history.random.pick(['pause', 'resume'])) },
  { name: 'ask for a change', weight: 2, run: requestChange },
];
