import type { Action, History } from './history';

async function kpi(history: History): Promise<void> {
  const { random, records, company } = history;
  const id = random.chance(0.8) ? records.kpi.id : records.lesserKpi.id;
  const { people } = company;
  const change = random.pick<object>([
    { owner: null },
    { owner: people.champion },
    { owner: people.steward },
    { kind: 'technical', reason: 'It is about technology.' },
    { kind: 'outcome', reason: 'It is about the business.' },
    { definition: `Counted anew ${random.whole(1, 1_000_000)}.`, reason: 'Clearer.' },
    { definition: '', reason: 'Wrong.' },
    { target: { value: random.pick([6, 8, 21]), lower: 5, upper: 15, date: '2028-06-30' }, reason: 'Set anew.' },
    { target: { value: random.pick([7, 20]), lower: 5, upper: 15, date: '2027-03-31' }, reason: 'Earlier.' },
    { cadence: null },
    { weight: 3 },
  ]);
  const who = random.pick(['cio', 'cio', 'champion', 'lead'] as const);
  await history.ask(who, 'PATCH', `/kpis/${id}`, change, await history.versionOf('kpi', id));
}

/** Holes in a domain are opened and closed by its steward, or by somebody who may not. */
async function domain(history: History): Promise<void> {
  const { random, records, company, run } = history;
  const { people } = company;
  const at = `/data-domains/${records.domain}`;
  const who = random.pick(['steward', 'cio', 'cio', 'lead'] as const);
  const version = await history.versionOf('data_domain', records.domain);
  const [entity] = await run.api.db.query<{ version: number }[]>('SELECT version FROM data_entity WHERE id = $1', [
    records.entity,
  ]);
  const tries: (() => Promise<unknown>)[] = [
    () => history.ask(who, 'PATCH', at, { steward: null }, version),
    () => history.ask(who, 'PATCH', at, { steward: people.steward, owner: people.champion }, version),
    () => history.ask(who, 'PATCH', at, { owner: random.pick([people.external, people.business1]) }, version),
    () => history.ask(who, 'PATCH', at, { tier: random.pick(['critical', 'standard']) }, version),
    () => history.ask(who, 'PATCH', `${at}/entities/${records.entity}`, { classification: null }, entity?.version),
    () => history.ask(who, 'PATCH', `${at}/entities/${records.entity}`, { authoritativeSource: null }, entity?.version),
    () =>
      history.ask(
        who,
        'PATCH',
        `${at}/entities/${records.entity}`,
        { classification: 'internal', authoritativeSource: records.system },
        entity?.version,
      ),
    () => history.ask(who, 'DELETE', `${at}/flows/${records.flow}`, undefined, 1),
    () => history.ask(who, 'DELETE', `${at}/standards/${records.standard}`, undefined, 1),
    () =>
      history.ask(who, 'POST', `${at}/standards`, {
        entity: records.entity,
        dimension: 'accuracy',
        rule: 'True.',
        threshold: 90,
        unit: '%',
      }),
    () =>
      history.ask(who, 'POST', `${at}/flows`, {
        from: records.system,
        to: records.otherSystem,
        entities: [records.entity],
        pattern: 'api',
      }),
  ];
  await random.pick(tries)();
}

export const FACT_ACTIONS: Action[] = [
  { name: 'change a KPI', weight: 3, run: kpi },
  { name: 'change a data domain', weight: 3, run: domain },
];
