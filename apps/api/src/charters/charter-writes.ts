import type { Charter, CharterContent, CharterOrigin, CharterStatus } from '@sightline/contracts';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import { prepared } from '../platform/database/prepared';
import { type Later, withCommit } from '../platform/database/transaction';
import type { JsonText } from '../platform/records/json-text';
import { type CharterRow, withReadiness } from './charter-reading';
import type { CharterEdit } from './charter-references';
import { firstDraftSql } from './charter.query';

export type ContentField = keyof CharterContent;

/** The columns of a charter that its content fills, with where in the document `n.d` their values lie. */
const COLUMNS = {
  title: `n.d ->> 'title'`,
  outcome_statement: `n.d ->> 'outcomeStatement'`,
  narrative: `n.d ->> 'narrative'`,
  business_unit_id: `(n.d ->> 'businessUnit')::uuid`,
  lead_id: `(n.d ->> 'lead')::uuid`,
  business_sponsor_id: `(n.d ->> 'businessSponsor')::uuid`,
  it_lead_id: `(n.d ->> 'itLead')::uuid`,
  capability_id: `(n.d ->> 'capability')::uuid`,
  budget_amount: `(n.d #>> '{budget,amount}')::numeric`,
  budget_currency: `n.d #>> '{budget,currency}'`,
  start_date: `(n.d ->> 'startDate')::date`,
  end_date: `(n.d ->> 'endDate')::date`,
  no_governed_data: `n.d ->> 'noGovernedData'`,
  stop_criteria: `n.d #>> '{resilience,stopCriteria}'`,
  rollback: `n.d #>> '{resilience,rollback}'`,
  contingency: `n.d #>> '{resilience,contingency}'`,
  portability_format: `n.d #>> '{resilience,portability,format}'`,
  portability_method: `n.d #>> '{resilience,portability,method}'`,
  portability_tested_on: `(n.d #>> '{resilience,portability,lastTestedOn}')::date`,
  exit_plan: `n.d #>> '{resilience,exit}'`,
  retirement: `n.d #> '{resilience,retirement}'`,
  facts: `n.d -> 'facts'`,
  deviations: `n.d -> 'deviations'`,
} as const;

const NAMES = Object.keys(COLUMNS).join(', ');
const VALUES = Object.values(COLUMNS).join(', ');

interface LinkTable {
  /** Emptied in this order before the links are written anew. */
  tables: readonly string[];
  /** Writes the links of document `n.d` for charter `n.id`, one statement per table. */
  inserts: readonly string[];
}

const LINKS = {
  principles: {
    tables: ['charter_principle'],
    inserts: [
      `INSERT INTO charter_principle (charter_id, principle_id, how)
       SELECT n.id, (l ->> 'principle')::uuid, l ->> 'how' FROM n, jsonb_array_elements(n.d -> 'principles') l`,
    ],
  },
  kpis: {
    tables: ['charter_kpi'],
    inserts: [
      `INSERT INTO charter_kpi (charter_id, kpi_id, kpi_revision_id, from_value, to_value, by_date, confidence)
       SELECT n.id, (l ->> 'kpi')::uuid, (l ->> 'revision')::uuid, (l ->> 'from')::numeric, (l ->> 'to')::numeric,
              (l ->> 'by')::date, l ->> 'confidence' FROM n, jsonb_array_elements(n.d -> 'kpis') l`,
    ],
  },
  domains: {
    tables: ['charter_entity', 'charter_domain'],
    inserts: [
      `INSERT INTO charter_domain (charter_id, domain_id)
       SELECT n.id, (l ->> 'domain')::uuid FROM n, jsonb_array_elements(n.d -> 'domains') l`,
      `INSERT INTO charter_entity (charter_id, domain_id, entity_id, essential)
       SELECT n.id, (l ->> 'domain')::uuid, (e ->> 'entity')::uuid, (e ->> 'essential')::boolean
         FROM n, jsonb_array_elements(n.d -> 'domains') l, jsonb_array_elements(l -> 'entities') e`,
    ],
  },
  services: {
    tables: ['charter_service'],
    inserts: [
      `INSERT INTO charter_service (charter_id, service_id)
       SELECT n.id, l::uuid FROM n, jsonb_array_elements_text(n.d -> 'services') l`,
    ],
  },
  systems: {
    tables: ['charter_system'],
    inserts: [
      `INSERT INTO charter_system (charter_id, system_id)
       SELECT n.id, l::uuid FROM n, jsonb_array_elements_text(n.d -> 'systems') l`,
    ],
  },
  parties: {
    tables: ['charter_party'],
    inserts: [
      `INSERT INTO charter_party (charter_id, party_id, role)
       SELECT n.id, (l ->> 'party')::uuid, l ->> 'role' FROM n, jsonb_array_elements(n.d -> 'parties') l`,
    ],
  },
  exceptions: {
    tables: ['charter_exception'],
    inserts: [
      `INSERT INTO charter_exception (charter_id, exception_id)
       SELECT n.id, l::uuid FROM n, jsonb_array_elements_text(n.d -> 'exceptions') l`,
    ],
  },
  predecessors: {
    tables: ['charter_predecessor'],
    inserts: [
      `INSERT INTO charter_predecessor (charter_id, predecessor_id)
       SELECT n.id, l::uuid FROM n, jsonb_array_elements_text(n.d -> 'predecessors') l`,
    ],
  },
} as const satisfies Partial<Record<ContentField, LinkTable>>;

type LinkField = keyof typeof LINKS;
const LINK_FIELDS = Object.keys(LINKS) as LinkField[];

/**
 * A charter, what it cites and who began it, in one statement; references are checked when it ends. Opening a table to
 * write nothing into it costs as much as a row, so only the lists that are not empty are named.
 */
function createSql(
  lists: readonly LinkField[],
  { answer = 'SELECT n.id, n.code FROM n', isNamed = false } = {},
): string {
  const inserts = lists.flatMap((field) => LINKS[field].inserts);
  return `
  WITH given AS (SELECT $1::jsonb AS d), n AS (
    INSERT INTO charter (${NAMES}, created_by, status, origin, import_key${isNamed ? ', id, code' : ''})
    SELECT ${VALUES}, $2::uuid, $3, $4, $5${isNamed ? ', $6::uuid, $7' : ''} FROM given n
    RETURNING charter.*, (SELECT d FROM given) AS d
  ), editor AS (
    INSERT INTO charter_material_edit (charter_id, revision, user_id) SELECT n.id, 1, $2::uuid FROM n
  ), ${inserts.map((insert, at) => `l${at} AS (${insert} RETURNING *)`).join(',\n  ')}
  ${answer}`;
}

/** What a first draft cites, and everything a charter can cite: two statements, whose plans connections keep. */
const FIRST_LISTS: readonly LinkField[] = ['principles', 'kpis'];

/** Whether a content, or what a request says of one, cites nothing but principles and KPIs, as most do when they begin. */
export function isFirstDraft(content: Partial<Pick<CharterContent, LinkField | 'deviations'>> | CharterEdit): boolean {
  return SELDOM_FIRST.every((field) => (content[field]?.length ?? 0) === 0);
}
const SELDOM_FIRST = [...LINK_FIELDS.filter((field) => !FIRST_LISTS.includes(field)), 'deviations'] as const;

const CREATE_FIRST = { name: 'charter-create', text: createSql(FIRST_LISTS) };
const CREATE_AND_READ = {
  name: 'charter-create-and-read',
  text: createSql(FIRST_LISTS, {
    answer: firstDraftSql({ charter: 'n', principles: 'l0', kpis: 'l1' }),
    isNamed: true,
  }),
};
const CREATE_WHOLE = { name: 'charter-create-whole', text: createSql(LINK_FIELDS) };

const UPDATE_SQL = `
  UPDATE charter c SET (${NAMES}, revision, version, updated_at) =
         (SELECT ${VALUES}, $3::integer, c.version + 1, now() FROM (SELECT $2::jsonb AS d) n)
   WHERE c.id = $1`;

const REWRITE_SQL = Object.fromEntries(
  LINK_FIELDS.map((field) => [
    field,
    [
      ...LINKS[field].tables.map((table) => `DELETE FROM ${table} WHERE charter_id = $1`),
      ...LINKS[field].inserts.map((insert) => `WITH n AS (SELECT $1::uuid AS id, $2::jsonb AS d) ${insert}`),
    ],
  ]),
);

export interface NewCharterRow {
  content: CharterContent;
  createdBy: string;
  status: CharterStatus;
  origin: CharterOrigin;
  importKey: string | null;
}

/** Writes a new charter with its links; whoever begins it is its first editor. */
export function insertCharter(tx: EntityManager, row: NewCharterRow): Promise<{ id: string; code: string }> {
  return inserted(tx, isFirstDraft(row.content) ? CREATE_FIRST : CREATE_WHOLE, row);
}

/** Draws the code of a new charter, as the table would: one that is then refused leaves a gap. */
export const DRAW_CODE = {
  name: 'charter-code',
  text: `SELECT next_code('CH', 4, nextval('code_charter')) AS code`,
};

/**
 * Writes a charter that is a first draft together with the commit, and reads what it wrote in the same statement. Its
 * name is known before, since the trail tells of it in the same breath.
 */
export function insertFirstDraft(
  tx: EntityManager,
  row: NewCharterRow,
  { id, code }: { id: string; code: string },
): Promise<Later<JsonText<Charter>>> {
  const statement = { ...CREATE_AND_READ, values: [...valuesOf(row), id, code] };
  return withCommit<CharterRow, JsonText<Charter>>(tx, statement, ([written]) => withReadiness(written as CharterRow));
}

async function inserted<Row extends { id: string }>(
  tx: EntityManager,
  statement: { name: string; text: string },
  row: NewCharterRow,
): Promise<Row> {
  const [written] = await prepared<Row>(tx, statement, valuesOf(row));
  if (!written) throw new Error('No charter was written.');
  return written;
}

const valuesOf = ({ content, createdBy, status, origin, importKey }: NewCharterRow): (string | null)[] => [
  JSON.stringify(content),
  createdBy,
  status,
  origin,
  importKey,
];

/** The fields in which two contents differ. */
export function changedFields(before: CharterContent, after: CharterContent): ContentField[] {
  return (Object.keys(after) as ContentField[]).filter((field) => !isDeepStrictEqual(before[field], after[field]));
}

/** The named fields of a content. */
export function only(fields: readonly ContentField[], content: CharterContent): Partial<CharterContent> {
  return Object.fromEntries(fields.map((field) => [field, content[field]]));
}

/** Brings a charter the transaction holds to new content, raising its version; only link tables that differ are written. */
export async function writeContent(
  tx: EntityManager,
  charterId: string,
  { fields, content, revision }: { fields: readonly ContentField[]; content: CharterContent; revision: number },
): Promise<void> {
  const document = JSON.stringify(content);
  await tx.query(UPDATE_SQL, [charterId, document, revision]);
  for (const field of LINK_FIELDS.filter((link) => fields.includes(link))) {
    for (const sql of REWRITE_SQL[field] ?? []) {
      await tx.query(sql, sql.includes('$2') ? [charterId, document] : [charterId]);
    }
  }
}
