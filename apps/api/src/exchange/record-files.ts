/** A table whose rows become objects; what belongs to a row of it stands inside that row. */
export interface ExportedTable {
  table: string;
  /** Columns that stay behind. */
  without?: readonly string[];
  /** Name in the object → the table whose column `by` holds the row's id. */
  parts?: Readonly<Record<string, ExportedPart>>;
}
export interface ExportedPart extends ExportedTable {
  by: string;
}

const OF_CHARTER = 'charter_id';
const OF_VERSION = 'strategy_version_id';
const OF_PROPOSAL = 'proposal_id';

/**
 * The files of a complete export, one JSON object a line. Every table of the database stands here or among those that
 * stay behind: a specification fails for a table that nobody thought about.
 */
export const RECORD_FILES: Readonly<Record<string, ExportedTable>> = {
  organisation: { table: 'organisation' },
  people: { table: 'app_user', without: ['password_hash', 'credential_reset_at', 'persona'] },
  'business-units': { table: 'business_unit' },
  parties: { table: 'party' },
  systems: { table: 'system' },
  services: { table: 'service' },
  mandates: { table: 'mandate' },
  principles: { table: 'principle' },
  drivers: { table: 'driver' },
  capabilities: { table: 'capability' },
  'strategy-versions': {
    table: 'strategy_version',
    parts: {
      authors: { table: 'section_author', by: OF_VERSION },
      principles: { table: 'principle_revision', by: OF_VERSION },
      drivers: { table: 'driver_revision', by: OF_VERSION },
      capabilities: { table: 'capability_revision', by: OF_VERSION },
      decisionRights: { table: 'decision_right', by: OF_VERSION },
      kpis: { table: 'strategy_version_kpi', by: OF_VERSION },
      openings: {
        table: 'section_opening',
        by: OF_VERSION,
        parts: { to: { table: 'section_opening_to', by: 'opening_id' } },
      },
    },
  },
  kpis: { table: 'kpi', parts: { revisions: { table: 'kpi_revision', by: 'kpi_id' } } },
  measurements: { table: 'measurement' },
  'data-domains': {
    table: 'data_domain',
    parts: {
      entities: {
        table: 'data_entity',
        by: 'domain_id',
        parts: {
          standards: { table: 'quality_standard', by: 'entity_id' },
          issues: { table: 'data_issue', by: 'entity_id' },
        },
      },
      flows: {
        table: 'data_flow',
        by: 'domain_id',
        parts: { entities: { table: 'data_flow_entity', by: 'flow_id' } },
      },
    },
  },
  'quality-measurements': { table: 'quality_measurement' },
  charters: {
    table: 'charter',
    parts: {
      principles: { table: 'charter_principle', by: OF_CHARTER },
      kpis: { table: 'charter_kpi', by: OF_CHARTER },
      domains: { table: 'charter_domain', by: OF_CHARTER },
      entities: { table: 'charter_entity', by: OF_CHARTER },
      services: { table: 'charter_service', by: OF_CHARTER },
      systems: { table: 'charter_system', by: OF_CHARTER },
      parties: { table: 'charter_party', by: OF_CHARTER },
      predecessors: { table: 'charter_predecessor', by: OF_CHARTER },
      exceptions: { table: 'charter_exception', by: OF_CHARTER },
      requirements: { table: 'requirement', by: OF_CHARTER },
      milestones: { table: 'milestone', by: OF_CHARTER },
      revisions: { table: 'charter_revision', by: OF_CHARTER },
      materialEdits: { table: 'charter_material_edit', by: OF_CHARTER },
      changeRequests: { table: 'change_request', by: OF_CHARTER },
      reaffirmations: { table: 'reaffirmation', by: OF_CHARTER },
    },
  },
  exceptions: { table: 'principle_exception' },
  boards: {
    table: 'board',
    parts: {
      constituencies: { table: 'constituency', by: 'board_id' },
      seats: { table: 'seat', by: 'board_id' },
    },
  },
  proposals: {
    table: 'proposal',
    parts: {
      snapshots: { table: 'proposal_snapshot', by: OF_PROPOSAL },
      seats: { table: 'proposal_seat', by: OF_PROPOSAL },
      substitutes: { table: 'substitute', by: OF_PROPOSAL },
      votes: { table: 'vote', by: OF_PROPOSAL },
      overrules: { table: 'overrule', by: OF_PROPOSAL },
    },
  },
  decisions: { table: 'decision' },
  comments: { table: 'comment', parts: { mentions: { table: 'comment_mention', by: 'comment_id' } } },
  imports: { table: 'import', without: ['content'] },
  'import-rows': { table: 'import_row' },
};

/** Why a table has no file; the manifest says so, too. */
export const LEFT_BEHIND: Readonly<Record<string, string>> = {
  session: 'secret',
  activation_link: 'secret',
  sign_in_attempt: 'secret',
  idempotency_key: 'passing',
  outbox_event: 'passing',
  strategy_presence: 'passing',
  strategy: 'holds no data: a lock',
  schema_migration: 'named in this manifest',
  audit_personal_value: 'personal values beside the audit trail can be erased; an export could not',
  audit_event: 'in audit/trail.ndjson',
  audit_chain: 'in audit/trail.ndjson',
};
