import { TODAY } from '../platform/database/today';
import { instant, namedOf, personOf, recordBase, wordedOf } from '../platform/records/json-sql';

/** How many measurements a sparkline shows and the figures need at most. */
export const RECENT_MEASUREMENTS = 12;

export const BASELINE = `CASE WHEN r.baseline_date IS NOT NULL
  THEN jsonb_build_object('value', r.baseline_value, 'date', r.baseline_date) END`;
export const TARGET = `CASE WHEN r.target_date IS NOT NULL THEN jsonb_build_object(
  'value', r.target_value, 'lower', r.lower_limit, 'upper', r.upper_limit, 'date', r.target_date) END`;
const DEFINITION = `'definition', r.definition, 'unit', r.unit, 'direction', r.direction, 'kind', r.kind,
  'baseline', ${BASELINE}, 'target', ${TARGET}`;

/** What decides whether the owner is one who may own: PRODUCT section 2, "a champion: internal, from the business". */
const OWNER_FACT = `(SELECT jsonb_build_object('id', u.id, 'name', u.name, 'internal', u.kind = 'internal',
    'active', u.status = 'active', 'fromBusiness', coalesce(b.kind = 'business', false), 'champion', 'champion' = ANY (u.roles))
  FROM app_user u LEFT JOIN business_unit b ON b.id = u.business_unit_id WHERE u.id = k.owner_id)`;

/** The last measurements that count, and the last one up to the target date, by which a past target is judged. */
const MEASUREMENTS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('value', m.value, 'date', m.measured_on) ORDER BY m.measured_on), '[]')
  FROM ((SELECT c.value, c.measured_on FROM counted_measurement c WHERE c.kpi_id = k.id
          ORDER BY c.measured_on DESC LIMIT ${RECENT_MEASUREMENTS})
        UNION
        (SELECT c.value, c.measured_on FROM counted_measurement c WHERE c.kpi_id = k.id AND c.measured_on <= r.target_date
          ORDER BY c.measured_on DESC LIMIT 1)) m)`;

const contributions = (which: string): string => `(SELECT coalesce(jsonb_agg(jsonb_build_object(
    'charter', jsonb_build_object('id', c.id, 'code', c.code, 'name', c.title), 'status', c.status,
    'approved', c.approved_at IS NOT NULL, 'from', l.from_value, 'to', l.to_value, 'by', l.by_date,
    'confidence', l.confidence) ORDER BY l.by_date NULLS LAST, c.code), '[]')
  FROM charter_kpi l JOIN charter c ON c.id = l.charter_id WHERE l.kpi_id = k.id AND ${which})`;

/** What status and completeness are computed from, and nothing else: for filters and figures over all KPIs. */
const FACTS = `'id', k.id, 'name', k.name, 'weight', k.weight, 'cadence', k.cadence, ${DEFINITION},
  'today', ${TODAY}, 'businessUnit', k.business_unit_id, 'driver', k.driver_id, 'ownerFact', ${OWNER_FACT}, 'measurements', ${MEASUREMENTS}`;

const stored = (which: string): string => `jsonb_build_object(${FACTS}, 'charters', ${contributions(which)})
  || jsonb_build_object(${recordBase('k')}, 'code', k.code, 'note', k.note, 'owner', ${personOf('k.owner_id')},
    'businessUnit', ${namedOf('business_unit', 'k.business_unit_id')}, 'driver', ${wordedOf('driver', 'k.driver_id')},
    'revision', jsonb_build_object('id', r.id, 'number', r.number))`;

export const FACTS_JSON = `jsonb_build_object(${FACTS})`;
/** One row of a list; of the charters that cite it, those that count towards coverage. */
export const STORED_JSON = stored(`c.approved_at IS NOT NULL AND c.status IN ('approved', 'in_delivery', 'live')`);
export const CURRENT_REVISION = 'JOIN kpi_revision r ON r.id = k.current_revision_id';

/** One KPI with every charter that cites it: $1 its id or $2 its code. */
export const KPI_SQL = `SELECT ${stored('true')} AS kpi
  FROM kpi k ${CURRENT_REVISION} WHERE k.id = $1::uuid OR k.code = $2::text`;

/** The KPIs with these ids, in this order, with every charter that cites them. */
export const KPIS_BY_ID_SQL = `SELECT ${stored('true')} AS kpi
  FROM kpi k ${CURRENT_REVISION} WHERE k.id = ANY ($1::uuid[]) ORDER BY array_position($1::uuid[], k.id)`;

/** How one KPI was defined through time, newest first: $1 its id or $2 its code. */
export const REVISIONS_SQL = `SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'number', r.number, ${DEFINITION},
      'reason', r.reason, 'createdAt', ${instant('r.created_at')}, 'createdBy', ${personOf('r.created_by')}) ORDER BY r.number DESC), '[]')
    FROM kpi_revision r WHERE r.kpi_id = k.id) AS revisions
  FROM kpi k WHERE k.id = $1::uuid OR k.code = $2::text`;
