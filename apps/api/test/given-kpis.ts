import type { Cadence, Confidence, DatedValue, KpiDirection, KpiKind, KpiTarget } from '@sightline/contracts';

/** The DataSource of a spec, as the owner or as the application. */
interface Runs {
  query<Row>(sql: string, parameters?: unknown[]): Promise<Row>;
}

export interface GivenKpi {
  id: string;
  code: string;
  revisionId: string;
}

export interface KpiWanted {
  name: string;
  owner: string | null;
  businessUnit: string | null;
  driver: string | null;
  cadence: Cadence | null;
  weight: number | null;
  definition: string | null;
  unit: string | null;
  direction: KpiDirection | null;
  kind: KpiKind | null;
  baseline: DatedValue | null;
  target: Partial<KpiTarget> | null;
  /** `[date, value]`, in any order. */
  measurements: readonly (readonly [string, number])[];
}

const WHOLE: KpiWanted = {
  name: 'Customer onboarding time',
  owner: null,
  businessUnit: null,
  driver: null,
  cadence: 'monthly',
  weight: 5,
  definition: 'Working days from the signed contract to the first order.',
  unit: 'days',
  direction: 'decrease',
  kind: 'outcome',
  baseline: { value: 12, date: '2026-01-01' },
  target: { value: 7, date: '2027-01-01' },
  measurements: [],
};

/**
 * A KPI by SQL, without an audit event. It is complete once the test names owner, unit and driver; those are ids of
 * records the test made.
 */
export async function givenKpi(db: Runs, wanted: Partial<KpiWanted> = {}): Promise<GivenKpi> {
  const want = { ...WHOLE, ...wanted };
  const [kpi] = await db.query<Omit<GivenKpi, 'revisionId'>[]>(
    `INSERT INTO kpi (name, owner_id, business_unit_id, driver_id, cadence, weight)
     VALUES ($1, $2, $3, $4, $5, $6) RETURNING id, code`,
    [want.name, want.owner, want.businessUnit, want.driver, want.cadence, want.weight],
  );
  if (!kpi) throw new Error('No KPI was inserted.');
  const revisionId = await giveRevision(db, kpi.id, want);
  for (const [date, value] of want.measurements) await givenMeasurement(db, kpi.id, date, value);
  return { ...kpi, revisionId };
}

async function giveRevision(db: Runs, kpiId: string, want: KpiWanted): Promise<string> {
  const [revision] = await db.query<{ id: string }[]>(
    `INSERT INTO kpi_revision (kpi_id, number, definition, unit, direction, kind, baseline_value, baseline_date,
                               target_value, target_date, lower_limit, upper_limit)
     VALUES ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id`,
    [
      kpiId,
      want.definition,
      want.unit,
      want.direction,
      want.kind,
      want.baseline?.value ?? null,
      want.baseline?.date ?? null,
      want.target?.value ?? null,
      want.target?.date ?? null,
      want.target?.lower ?? null,
      want.target?.upper ?? null,
    ],
  );
  if (!revision) throw new Error('No revision was inserted.');
  await db.query('UPDATE kpi SET current_revision_id = $2 WHERE id = $1', [kpiId, revision.id]);
  return revision.id;
}

export async function givenMeasurement(db: Runs, kpiId: string, date: string, value: number): Promise<string> {
  const [measurement] = await db.query<{ id: string }[]>(
    'INSERT INTO measurement (kpi_id, measured_on, value) VALUES ($1, $2, $3) RETURNING id',
    [kpiId, date, value],
  );
  if (!measurement) throw new Error('No measurement was inserted.');
  return measurement.id;
}

/** A charter's promise to a KPI, on the KPI as it stands. */
export async function givenKpiOfCharter(
  db: Runs,
  link: { charter: string; kpi: GivenKpi; from?: number; to?: number; by?: string; confidence?: Confidence },
): Promise<void> {
  const { charter, kpi, from = 12, to = 9, by = '2026-12-31', confidence = 'high' } = link;
  await db.query(
    `INSERT INTO charter_kpi (charter_id, kpi_id, kpi_revision_id, from_value, to_value, by_date, confidence)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [charter, kpi.id, kpi.revisionId, from, to, by, confidence],
  );
}
