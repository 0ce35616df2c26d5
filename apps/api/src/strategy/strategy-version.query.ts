import type { StrategyVersion } from '@sightline/contracts';
import { DECISION_SUBJECTS, SECTIONS } from '@sightline/contracts';
import { strategyOpenPoints } from '@sightline/rules';
import { TODAY } from '../platform/database/today';
import { instant, personOf, recordBase } from '../platform/records/json-sql';

/** Whatever can run one statement: the DataSource for reads, the transaction's manager after a write. */
export interface Runs {
  query<Row>(sql: string, parameters?: unknown[]): Promise<Row>;
}

const COLUMN_OF_SECTION = {
  purpose: 'purpose',
  alignment: 'alignment',
  capabilitiesNarrative: 'capabilities_narrative',
  governance: 'governance',
  dataGovernance: 'data_governance',
  resilience: 'resilience',
  successMetrics: 'success_metrics',
} as const;

export const SUMMARY_JSON = `jsonb_build_object(
  ${recordBase('v')}, 'number', v.number, 'status', v.status, 'reviewBy', v.review_by,
  'ratifiedAt', ${instant('v.ratified_at')}, 'supersededAt', ${instant('v.superseded_at')}, 'contentHash', v.content_hash)`;

export const PRINCIPLE_JSON = `jsonb_build_object('id', i.id, 'code', i.code, 'position', r.position, 'title', r.title,
  'statement', r.statement, 'rationale', r.rationale, 'implications', r.implications,
  'exceptionGuidance', r.exception_guidance, 'mandate', (SELECT jsonb_build_object('id', m.id, 'code', m.code, 'name', m.title)
     FROM mandate m WHERE m.id = r.mandate_id), 'applicability', r.applicability, 'decisionTable', r.decision_table)`;
export const DRIVER_JSON = `jsonb_build_object('id', i.id, 'code', i.code, 'position', r.position, 'name', r.name,
  'description', r.description, 'weight', r.weight)`;
export const CAPABILITY_JSON = `jsonb_build_object('id', i.id, 'code', i.code, 'position', r.position, 'name', r.name,
  'description', r.description, 'current', r.current_maturity, 'target', r.target_maturity)`;

const parts = (
  kind: string,
  json: string,
): string => `(SELECT coalesce(jsonb_agg(${json} ORDER BY r.position, i.code), '[]')
  FROM ${kind}_revision r JOIN ${kind} i ON i.id = r.${kind}_id WHERE r.strategy_version_id = v.id)`;

const AUTHORS_JSON = `(SELECT jsonb_agg(jsonb_build_object('section', s.section,
    'business', ${personOf('a.business_author_id')}, 'it', ${personOf('a.it_author_id')}) ORDER BY s.place)
  FROM unnest(ARRAY['${SECTIONS.join("','")}']) WITH ORDINALITY AS s (section, place)
  LEFT JOIN section_author a ON a.strategy_version_id = v.id AND a.section = s.section)`;

const RIGHTS_JSON = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'subject', r.subject,
    'budgetUpTo', r.budget_up_to::text, 'board', jsonb_build_object('id', b.id, 'code', NULL, 'name', b.name), 'rule', r.rule)
    ORDER BY array_position(ARRAY['${DECISION_SUBJECTS.join("','")}'], r.subject), r.budget_up_to NULLS LAST), '[]')
  FROM decision_right r JOIN board b ON b.id = r.board_id WHERE r.strategy_version_id = v.id)`;

const KPIS_JSON = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'code', k.code, 'name', k.name) ORDER BY l.position), '[]')
  FROM strategy_version_kpi l JOIN kpi k ON k.id = l.kpi_id WHERE l.strategy_version_id = v.id)`;

/** Names of office: who approved, as the decision recorded it. */
const SIGNATORIES_JSON = `coalesce((SELECT jsonb_agg(jsonb_build_object('name', s ->> 'holder', 'constituency', s ->> 'constituency'))
  FROM jsonb_array_elements(d.record -> 'seats') s WHERE d.outcome = 'approved' AND s ->> 'choice' = 'approve'), '[]')`;

const WHOLE_JSON = `${SUMMARY_JSON} || jsonb_build_object(
  ${SECTIONS.map((section) => `'${section}', v.${COLUMN_OF_SECTION[section]}`).join(', ')},
  'copiedFrom', (SELECT c.number FROM strategy_version c WHERE c.id = v.copied_from_id),
  'gatePolicy', v.gate_policy, 'weights', v.weights, 'facts', v.facts, 'authors', ${AUTHORS_JSON},
  'principles', ${parts('principle', PRINCIPLE_JSON)}, 'drivers', ${parts('driver', DRIVER_JSON)},
  'capabilities', ${parts('capability', CAPABILITY_JSON)}, 'decisionRights', ${RIGHTS_JSON}, 'kpis', ${KPIS_JSON},
  'proposal', CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('id', p.id, 'code', p.code, 'name', p.title) END,
  'decision', CASE WHEN d.id IS NOT NULL THEN jsonb_build_object('id', d.id, 'code', d.code, 'name', p.title) END,
  'signatories', ${SIGNATORIES_JSON})`;

interface VersionRow {
  body: Omit<StrategyVersion, 'openPoints'>;
  today: string;
}

/** How a version is asked for. */
const WANTED = { inForce: `v.status = 'in_force'`, id: 'v.id = $1', number: 'v.number = $1' } as const;
export type WantedVersion = { id: string } | { number: number } | { inForce: true };

/**
 * One version, whole, in one statement; its open points are judged by the rules on the day of the organisation's time
 * zone.
 */
export async function readVersion(db: Runs, wanted: WantedVersion): Promise<StrategyVersion | null> {
  const [by, value] = Object.entries(wanted)[0] as [keyof typeof WANTED, string | number | true];
  const rows = await db.query<VersionRow[]>(
    `SELECT ${WHOLE_JSON} AS body,
            ${TODAY}::text AS today
       FROM strategy_version v
       LEFT JOIN LATERAL (SELECT * FROM proposal WHERE strategy_version_id = v.id ORDER BY submitted_at DESC LIMIT 1) p ON true
       LEFT JOIN decision d ON d.proposal_id = p.id
      WHERE ${WANTED[by]}`,
    value === true ? [] : [value],
  );
  const row = rows[0];
  if (!row) return null;
  const version = { ...row.body, openPoints: [] };
  return { ...version, openPoints: version.status === 'draft' ? strategyOpenPoints(version, row.today) : [] };
}
