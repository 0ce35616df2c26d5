import { idOf } from './seed/ids.sql.ts';
import { SIZES, TERMS } from './seed/sizes.ts';
import { seededRandom } from './statistics.ts';

/** One request, as either server gets it. */
export interface Asked {
  path: string;
  body?: string;
}

export interface Workload {
  name: string;
  title: string;
  /** The least share of the limit's throughput that SPEED asks for; null: told, not judged. */
  target: number | null;
  /** How much the time of one answer may grow from the smallest size to the largest; null where the limit's growth counts. */
  growth: number | null;
  writes: boolean;
  /** The n-th request, the same work for both. */
  ask(n: number, world: World): { product: Asked; limit: Asked };
  /** What both answers must have in common, as one text. */
  digest(answer: never): string;
}

export interface World {
  charters: number;
  kpis: number;
}

const STATUSES = ['draft', 'submitted', 'approved', 'in_delivery', 'live', 'closed'];
const PAGE = 50;
/** The CIO office's first person, who asks. */
export const ASKING_PERSON = idOf('user', 1);

const pick = (n: number, salt: number, size: number): number => Math.floor(seededRandom(n * 31 + salt)() * size);
const charter = (n: number, world: World): string => idOf('charter', 1 + pick(n, 1, world.charters));
const get = (path: string, limit: string): { product: Asked; limit: Asked } => ({
  product: { path: `/api/v1${path}` },
  limit: { path: limit },
});

/** The whole answer as one text, its names in order, without what each server makes up by itself. */
const whole = (answer: unknown, without: readonly string[] = []): string =>
  JSON.stringify(tidied(answer, new Set(without)));

function tidied(value: unknown, without: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => tidied(item, without));
  if (typeof value !== 'object' || value === null) return value;
  const names = Object.keys(value).filter((name) => !without.has(name));
  return names.sort().map((name) => [name, tidied((value as Record<string, unknown>)[name], without)]);
}

interface Listed {
  total: number;
  items: unknown[];
}
const digestList = ({ total, items }: Listed): string => whole([total, items]);
/** How ready a domain is Sightline computes, and the limit only reads what from. */
const digestCharter = (charter: unknown): string => whole(charter, ['readiness']);
/** Its own id, code and times, and those alone, differ from one new charter to the next. */
const digestNewCharter = ({ principles, kpis, ...rest }: Record<string, unknown>): string =>
  whole([principles, kpis, whole(rest, ['id', 'code', 'createdAt', 'updatedAt'])]);

export const WORKLOADS: readonly Workload[] = [
  {
    name: 'R1',
    title: 'list: status and words, sorted, 50 per page, names of principles and KPIs, total',
    target: 0.75,
    growth: null,
    writes: false,
    ask: (n) => {
      const [status = '', term = '', page = 0] = [
        STATUSES[pick(n, 2, STATUSES.length)],
        TERMS[pick(n, 3, TERMS.length)],
        pick(n, 4, 3),
      ];
      return get(`/charters?status=${status}&q=${term}&page=${page + 1}`, `/R1/${status}/${term}/${page * PAGE}`);
    },
    digest: digestList,
  },
  {
    name: 'R1all',
    title: 'list: everything, newest first, with the total',
    target: null,
    growth: null,
    writes: false,
    ask: (n) => get(`/charters?page=${1 + pick(n, 4, 3)}`, `/R1all/${pick(n, 4, 3) * PAGE}`),
    digest: digestList,
  },
  {
    name: 'R1unit',
    title: 'list: of one business unit',
    target: null,
    growth: null,
    writes: false,
    ask: (n) => {
      const unit = idOf('unit', 1 + pick(n, 5, SIZES.units - 10));
      return get(`/charters?unit=${unit}&page=${1 + pick(n, 4, 2)}`, `/R1unit/${unit}/${pick(n, 4, 2) * PAGE}`);
    },
    digest: digestList,
  },
  {
    name: 'R2',
    title: 'one charter with everything linked',
    target: 0.7,
    growth: 1.3,
    writes: false,
    ask: (n, world) => get(`/charters/${charter(n, world)}`, `/R2/${charter(n, world)}`),
    digest: digestCharter,
  },
  {
    name: 'R4',
    title: '24 monthly figures of one KPI',
    target: 0.7,
    growth: 1.3,
    writes: false,
    ask: (n, { kpis }) => {
      const kpi = idOf('kpi', 1 + pick(n, 6, kpis));
      const [from, to] = [monthsAgo(24), monthsAgo(0, -1)];
      return get(`/kpis/${kpi}/series?interval=month&from=${from}&to=${to}`, `/R4/${kpi}/${from}/${to}`);
    },
    digest: (series: unknown) => whole(series),
  },
  {
    name: 'R8',
    title: 'the gate of one charter (the limit reads the same facts and judges nothing)',
    target: 0.6,
    growth: 1.3,
    writes: false,
    ask: (n, world) => get(`/charters/${charter(n, world)}/gate`, `/R8/${charter(n, world)}`),
    digest: ({ strategyVersion, strategy }: { strategyVersion?: number; strategy?: { number: number } }) =>
      String(strategyVersion ?? strategy?.number),
  },
  {
    name: 'R3',
    title:
      'create a charter with 2 principles and 2 KPIs, one transaction, audited (the limit writes an audit row too)',
    target: 0.7,
    growth: 1.3,
    writes: true,
    ask: (n, { kpis }) => {
      const body = JSON.stringify(newCharter(n, kpis));
      return { product: { path: '/api/v1/charters', body }, limit: { path: `/R3/${ASKING_PERSON}`, body } };
    },
    digest: digestNewCharter,
  },
  {
    name: 'R6',
    title: 'append 1,000 measurements, all or nothing, audited',
    target: 0.9,
    growth: null,
    writes: true,
    // Days never repeat: product and limit have every other KPI, and each round through them earlier years.
    ask: (n, { kpis }) => {
      const [own, block] = [n % Math.floor(kpis / 2), Math.floor(n / Math.floor(kpis / 2))];
      const body = thousandDays(block);
      return {
        product: { path: `/api/v1/kpis/${idOf('kpi', 1 + own * 2)}/measurements`, body },
        limit: { path: `/R6/${idOf('kpi', 2 + own * 2)}/${ASKING_PERSON}`, body },
      };
    },
    digest: ({ measurements }: { measurements: { date: string }[] }) =>
      whole(
        measurements.toSorted((one, other) => (one.date < other.date ? -1 : 1)),
        ['id', 'createdAt'],
      ),
  },
];

function newCharter(n: number, kpis: number): object {
  const two = (kind: 'principle' | 'kpi', size: number): string[] =>
    [0, 1].map((at) => idOf(kind, 1 + ((pick(n, 7, size) + at) % size)));
  return {
    title: `Fewer errors in plan ${n}`,
    outcomeStatement: 'From 80 to 20 working days between contract and first order.',
    narrative: 'Orders reach the warehouse through one governed interface and nothing is typed twice. '
      .repeat(6)
      .trim(),
    budget: { amount: '125000.50', currency: 'EUR' },
    startDate: monthsAgo(0),
    endDate: monthsAgo(-12),
    principles: two('principle', SIZES.principles).map((principle) => ({ principle, how: 'By one interface.' })),
    kpis: two('kpi', kpis).map((kpi) => ({ kpi, from: 80, to: 40, by: monthsAgo(-6) })),
  };
}

const DAY_MS = 86_400_000;
const ROWS = 1_000;
const blocks = new Map<number, string>();

/** A thousand days of the past, before those of the seed; each block lies before the last one. */
function thousandDays(block: number): string {
  const known = blocks.get(block);
  if (known) return known;
  const last = Date.UTC(2015, 0, 1) - block * ROWS * DAY_MS;
  const measurements = Array.from({ length: ROWS }, (_, at) => ({
    value: 20 + ((at * 37) % 60),
    date: new Date(last - at * DAY_MS).toISOString().slice(0, 10),
    source: 'ledger',
  }));
  const text = JSON.stringify({ measurements });
  blocks.set(block, text);
  return text;
}

/** The first day of a month so many months ago; with `days`, moved by as many. */
function monthsAgo(months: number, days = 0): string {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1 + days)).toISOString().slice(0, 10);
}
