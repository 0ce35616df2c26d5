import { IMPORT_FIELDS, type ImportField, type ImportKind } from '@sightline/contracts';
import { IMPORTED_STATUSES } from './import-rows';

/** One register as a file that can be brought in again, with the columns an import knows. */
export interface ImportFile {
  kind: ImportKind;
  name: string;
  columns: readonly ImportField[];
  sql: string;
}

/**
 * What an import recognises a record by: the key it came with, else its code. A record made here gets another key where
 * its code has become the key of one that came from elsewhere.
 */
const keyOf = (table: string, alias: string): string => `coalesce(${alias}.import_key,
  CASE WHEN EXISTS (SELECT 1 FROM ${table} other WHERE other.import_key = ${alias}.code)
       THEN 'new ' || ${alias}.code ELSE ${alias}.code END)`;

const emailOf = (column: string): string =>
  `(SELECT u.email FROM app_user u WHERE u.id = ${column} AND u.status <> 'erased')`;
const unitOf = (column: string): string =>
  `(SELECT b.name FROM business_unit b WHERE b.id = ${column} AND b.archived_at IS NULL)`;
/** What the board has to say comes in as a draft; what runs comes in as it runs, and not approved. */
const RUNNING = `(c.status = ANY ('{${IMPORTED_STATUSES.filter((status) => status !== 'draft').join(',')}}'))`;

const EXPRESSIONS: { [K in ImportKind]: { from: string; of: Record<(typeof IMPORT_FIELDS)[K][number], string> } } = {
  business_units: {
    from: 'business_unit b WHERE b.archived_at IS NULL ORDER BY length(b.code), b.code',
    of: { key: keyOf('business_unit', 'b'), name: 'b.name', kind: 'b.kind' },
  },
  kpis: {
    from: `kpi k LEFT JOIN kpi_revision r ON r.id = k.current_revision_id
      WHERE k.archived_at IS NULL ORDER BY length(k.code), k.code`,
    of: {
      key: keyOf('kpi', 'k'),
      name: 'k.name',
      businessUnit: unitOf('k.business_unit_id'),
      definition: 'r.definition',
      unit: 'r.unit',
      direction: 'r.direction',
      kind: 'r.kind',
      baselineValue: 'trim_scale(r.baseline_value)',
      baselineDate: 'r.baseline_date',
      targetValue: 'trim_scale(r.target_value)',
      // An import takes value and date together; the limits of a band stand in the records.
      targetDate: 'CASE WHEN r.target_value IS NOT NULL THEN r.target_date END',
      cadence: 'k.cadence',
      weight: 'k.weight',
      owner: emailOf('k.owner_id'),
      note: 'k.note',
    },
  },
  charters: {
    from: 'charter c ORDER BY length(c.code), c.code',
    of: {
      key: keyOf('charter', 'c'),
      title: 'c.title',
      outcomeStatement: 'c.outcome_statement',
      businessUnit: unitOf('c.business_unit_id'),
      lead: emailOf('c.lead_id'),
      businessSponsor: emailOf('c.business_sponsor_id'),
      itLead: emailOf('c.it_lead_id'),
      budget: 'c.budget_amount',
      currency: 'c.budget_currency',
      startDate: 'c.start_date',
      endDate: 'c.end_date',
      narrative: 'c.narrative',
      status: `CASE WHEN ${RUNNING} THEN c.status ELSE 'draft' END`,
      origin: `CASE WHEN ${RUNNING} THEN 'running' ELSE 'new' END`,
      kpis: `(SELECT string_agg(${keyOf('kpi', 'k')}, ';' ORDER BY length(k.code), k.code)
                FROM charter_kpi l JOIN kpi k ON k.id = l.kpi_id AND k.archived_at IS NULL WHERE l.charter_id = c.id)`,
    },
  },
};

/** In the order in which they have to be brought in: each names records of those before it. */
export const IMPORT_FILES: readonly ImportFile[] = (['business_units', 'kpis', 'charters'] as const).map((kind) => {
  const columns: readonly ImportField[] = IMPORT_FIELDS[kind];
  const { from, of }: { from: string; of: Partial<Record<ImportField, string>> } = EXPRESSIONS[kind];
  const selected = columns.map((column) => `(${of[column]})::text AS "${column}"`);
  return { kind, name: kind.replace('_', '-'), columns, sql: `SELECT ${selected.join(', ')} FROM ${from}` };
});
