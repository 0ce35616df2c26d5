import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

type Row = Record<string, string>;

export interface Templates {
  units: string;
  kpis: string;
  charters: string;
  counts: { bureaus: number; investments: number; metrics: number; projects: number };
  /** The day on which the portfolio is taken as it stands: the last re-baselining that it names. */
  asOf: string;
}

const DAY = 86_400_000;
const EPOCH = Date.UTC(2000, 0, 1);
const MILLION = 1_000_000;

/**
 * Writes Sightline's import templates from the source files. Projects and metrics are joined with their investment, which
 * knows the bureau; day offsets become dates, millions become dollars.
 */
export function writeTemplates(samples: string, folder: string): Templates {
  const table = (name: string): Row[] =>
    parse(readFileSync(join(samples, 'hhs-it-portfolio', `${name}.csv`), 'utf8'), { columns: true, bom: true });
  const bureaus = table('bureaus');
  const investments = table('investments');
  const metrics = table('metrics');
  const projects = table('projects');
  const investmentOf = new Map(investments.map((investment) => [cell(investment, 'Identifier'), investment]));
  const metricsOf = Map.groupBy(metrics, (metric) => cell(metric, 'Investment'));
  const [asOf = ''] = investments
    .map((investment) => cell(investment, 'Last baseline'))
    .sort()
    .reverse();
  mkdirSync(folder, { recursive: true });
  const write = (name: string, rows: Row[]): string => {
    const csv = stringify(rows, { header: true });
    writeFileSync(join(folder, `${name}.csv`), csv);
    return csv;
  };
  return {
    units: write('units', bureaus.map(unitOf)),
    kpis: write(
      'kpis',
      metrics.map((metric) => kpiOf(metric, investmentOf)),
    ),
    charters: write(
      'charters',
      projects.map((project) => charterOf(project, { investmentOf, metricsOf, asOf })),
    ),
    counts: {
      bureaus: bureaus.length,
      investments: investments.length,
      metrics: metrics.length,
      projects: projects.length,
    },
    asOf,
  };
}

const unitOf = (bureau: Row): Row => ({
  key: `bureau-${cell(bureau, 'Code')}`,
  name: cell(bureau, 'Name'),
  kind: 'business',
});

/** The source says what is measured and whether it was met, but neither baseline nor target: an incomplete KPI. */
function kpiOf(metric: Row, investmentOf: Map<string, Row>): Row {
  const category = cell(metric, 'Measurement category');
  const result = cell(metric, 'Result');
  return {
    key: `metric-${cell(metric, 'Metric ID')}`,
    name: shortened(cell(metric, 'Description'), 300),
    businessUnit: bureauOf(metric, investmentOf),
    definition: cell(metric, 'Description'),
    kind: category.includes('-Technology -') ? 'technical' : 'outcome',
    note: [category, result && `Result as reported: ${result}`].filter(Boolean).join('. '),
  };
}

interface Joined {
  investmentOf: Map<string, Row>;
  metricsOf: Map<string, Row[]>;
  asOf: string;
}

/** What had begun by the day of the portfolio already ran, and comes in as it was; the rest are drafts. */
function charterOf(project: Row, { investmentOf, metricsOf, asOf }: Joined): Row {
  const investment = investmentOf.get(cell(project, 'Investment')) ?? {};
  const start = Number(cell(project, 'Start days after 2000-01-01'));
  const end = start + Number(cell(project, 'Planned duration days'));
  const runs = dateAfter(start) <= asOf;
  return {
    key: `project-${cell(project, 'Project ID')}`,
    title: cell(project, 'Project name'),
    outcomeStatement: cell(project, 'Project name'),
    businessUnit: bureauOf(project, investmentOf),
    budget: (Number(cell(project, 'Planned cost $m')) * MILLION).toFixed(2),
    currency: 'USD',
    startDate: dateAfter(start),
    endDate: dateAfter(end),
    narrative: [cell(investment, 'Investment name'), cell(investment, 'Summary'), cell(investment, 'Performance gap')]
      .filter(Boolean)
      .join('\n\n'),
    status: !runs ? 'draft' : dateAfter(end) <= asOf ? 'live' : 'in_delivery',
    origin: runs ? 'running' : 'new',
    kpis: (metricsOf.get(cell(project, 'Investment')) ?? [])
      .map((metric) => `metric-${cell(metric, 'Metric ID')}`)
      .join('; '),
  };
}

const bureauOf = (row: Row, investmentOf: Map<string, Row>): string =>
  cell(investmentOf.get(cell(row, 'Investment')) ?? {}, 'Bureau');
const cell = (row: Row, column: string): string => (row[column] ?? '').trim();
const dateAfter = (days: number): string => new Date(EPOCH + days * DAY).toISOString().slice(0, 10);
const shortened = (text: string, max: number): string => (text.length <= max ? text : `${text.slice(0, max - 1)}…`);
