import type { Charter, Import } from '@sightline/contracts';
import type { RunningApi } from '../start-api';
import { BOARD_ACTIONS, decide } from './board-actions';
import { CHARTER_ACTIONS, mend } from './charter-actions';
import { type Company, givenCompanies, givenCouncil, type Name } from './company';
import { FACT_ACTIONS } from './fact-actions';
import { type Action, count, History, type Run, type Tally } from './history';
import { PEOPLE_ACTIONS, putRight } from './people-actions';
import { RACING_ACTIONS } from './racing-actions';
import { Random } from './random';
import { givenRecords, wholeCharter } from './records';
import { Speaker } from './speaker';
import { SQL_ACTIONS } from './sql-actions';
import { STRATEGY_ACTIONS } from './strategy-actions';
import { judge, judgeStanding, type Violation } from './unlawful-approvals';

const COMPANIES = 4;
const ACTIONS = [
  ...CHARTER_ACTIONS,
  ...BOARD_ACTIONS,
  ...FACT_ACTIONS,
  ...PEOPLE_ACTIONS,
  ...RACING_ACTIONS,
  ...SQL_ACTIONS,
  ...STRATEGY_ACTIONS,
];

export interface HistoriesReport {
  seed: number;
  tally: Tally;
  seconds: number;
  /** What the judge found wrong, with the history that led there. */
  unlawful: Unlawful[];
}

export interface Unlawful {
  violations: Violation[];
  told: string;
}

const JUDGED_AT_ONCE = 40;

/** Runs this many random histories: four companies at a time, each one history after the other. */
export async function runHistories(api: RunningApi, wanted: number, seed: number): Promise<HistoriesReport> {
  const companies = await givenCompanies(api, COMPANIES);
  const tally: Tally = {
    histories: 0,
    actions: 0,
    requests: 0,
    done: 0,
    approvals: 0,
    refusals: new Map(),
    actionsByName: new Map(),
  };
  const run: Run = {
    api,
    speaker: new Speaker(api),
    council: await givenCouncil(api, companies),
    tally,
    strategyIsMoving: false,
    unjudged: new Map(),
  };
  const rolesOf = await roles(run, companies);
  const unlawful: HistoriesReport['unlawful'] = [];
  const started = performance.now();
  const lane = async (company: Company): Promise<void> => {
    for (let n = company.index; n < wanted && unlawful.length === 0; n += COMPANIES) {
      const violations = await oneHistory(run, company, seed + n, rolesOf);
      if (violations) unlawful.push(violations);
    }
  };
  await Promise.all(companies.map(lane));
  const last = await judgeLasting(run);
  if (last) unlawful.push(last);
  return { seed, tally, seconds: (performance.now() - started) / 1000, unlawful };
}

async function oneHistory(run: Run, company: Company, seed: number, rolesOf: Record<Name, string[]>) {
  const random = new Random(seed * 7919 + company.index);
  const records = await givenRecords(run.api, company, run.council, random);
  const history = new History(seed, run, company, random, records, '');
  await begin(history);
  const length = random.whole(7, 17);
  for (let n = 0; n < length; n++) {
    const { name, run: act } = choose(history);
    history.log.push(`— ${name}`);
    count(run.tally.actionsByName, name);
    run.tally.actions += 1;
    await act(history);
    const found = await judgeApproved(history, name);
    if (found) return found;
  }
  await putRight(history, rolesOf);
  run.tally.histories += 1;
  return null;
}

/** Half of the time what a company does to get on with its charter, else anything anybody could think of. */
function choose({ random }: History): Action {
  if (random.chance(0.42)) return random.weighed(GETTING_ON);
  return random.weighed(ACTIONS);
}

const GETTING_ON: Action[] = [
  { name: 'mend what the gate names', weight: 1, run: mend },
  { name: 'submit', weight: 1, run: (history) => submit(history) },
  { name: 'decide', weight: 2, run: decide },
];

async function submit(history: History): Promise<void> {
  const { lead, status } = await history.subject();
  if (status === 'draft') await history.ask({ id: lead }, 'POST', `/charters/${history.charter}/submit`);
}

async function begin(history: History): Promise<void> {
  const { random, company, run } = history;
  if (random.chance(0.12)) return beginRunning(history);
  const lead = random.pick<Name>(['lead', 'lead', 'otherLead', 'business2', 'it2']);
  const whole = wholeCharter(company, run.council, history.records, random, lead);
  const dropped = Object.keys(whole).filter((field) => field !== 'title' && field !== 'lead' && random.chance(0.06));
  const body = Object.fromEntries(Object.entries(whole).filter(([field]) => !dropped.includes(field)));
  const { body: charter } = await history.ask<Charter>(lead, 'POST', '/charters', body);
  history.charter = charter.id;
}

/** A project that already runs comes in by a file, and is written up afterwards like any draft. */
async function beginRunning(history: History): Promise<void> {
  const { company, run, records, random, seed } = history;
  const whole = wholeCharter(company, run.council, records, random);
  const status = random.pick(['in_delivery', 'paused', 'live', 'approved']);
  const state = status === 'approved' ? 'in_delivery' : status;
  const key = `h-${seed}-${company.index}-${random.whole(1, 1_000_000_000)}`;
  const content = (as: string) =>
    `key,title,lead,businessUnit,status\n${key},Running already,${company.people.lead},${company.businessUnit},${as}\n`;
  const file = (as: string) => ({ kind: 'charters', fileName: 'charters.csv', content: content(as) });
  if (status === 'approved') await history.ask('cio', 'POST', '/imports', file(status));
  const { body } = await history.ask<Import>('cio', 'POST', '/imports', file(state));
  await history.ask('cio', 'POST', `/imports/${body.id}/apply`);
  const [row] = await run.api.db.query<{ id: string; version: number }[]>(
    'SELECT id, version FROM charter WHERE import_key = $1',
    [key],
  );
  if (!row) throw new Error(`Nothing was imported:\n${history.told()}`);
  history.charter = row.id;
  const { principles, kpis, domains, resilience, lead: _lead, ...fields } = whole;
  let { version } = row;
  const fill = async (method: 'PATCH' | 'PUT', path: string, part: object): Promise<void> => {
    version = (await history.ask<Charter>('lead', method, `/charters/${row.id}${path}`, part, version)).body.version;
  };
  const { systems: _systems, ...texts } = fields;
  await fill('PATCH', '', texts);
  await fill('PUT', '/principles', { principles });
  await fill('PUT', '/kpis', { kpis });
  await fill('PUT', '/domains', { domains });
  await fill('PUT', '/resilience', resilience ?? {});
}

/** At once, while everything the gate looked at stands as it was; the rest is judged by the trail, every so often. */
async function judgeApproved(history: History, action: string): Promise<Unlawful | null> {
  const { run } = history;
  for (const proposal of history.approved.splice(0)) {
    run.tally.approvals += 1;
    run.unjudged.set(proposal, history);
    const isRace = action.startsWith('race');
    const violations = isRace ? [] : await judgeStanding(run.api.owner, proposal);
    if (violations.length > 0) return { violations, told: history.told() };
  }
  return run.unjudged.size >= JUDGED_AT_ONCE ? judgeLasting(run) : null;
}

async function judgeLasting(run: Run): Promise<Unlawful | null> {
  const batch = new Map(run.unjudged);
  run.unjudged.clear();
  const violations = await judge(run.api.owner, [...batch.keys()]);
  if (violations.length === 0) return null;
  const codes = violations.map(({ code }) => code);
  const guilty = await run.api.owner.query<{ id: string }[]>(
    `SELECT p.id FROM proposal p LEFT JOIN change_request r ON r.id = p.change_request_id
       LEFT JOIN charter c ON c.id IN (p.charter_id, r.charter_id) WHERE p.code = ANY ($1) OR c.code = ANY ($1)`,
    [codes],
  );
  const histories = new Set(guilty.flatMap(({ id }) => batch.get(id) ?? []));
  return { violations, told: [...histories].map((history) => history.told()).join('\n\n') };
}

async function roles({ api }: Run, [company]: readonly Company[]): Promise<Record<Name, string[]>> {
  const rows = await api.db.query<{ id: string; roles: string[] }[]>(
    'SELECT id, roles FROM app_user WHERE id = ANY ($1)',
    [Object.values(company?.people ?? {})],
  );
  const byId = new Map(rows.map(({ id, roles: held }) => [id, held]));
  return Object.fromEntries(
    Object.entries(company?.people ?? {}).map(([name, id]) => [name, byId.get(id) ?? []]),
  ) as Record<Name, string[]>;
}
