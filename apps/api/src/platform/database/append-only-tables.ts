/** Rows of these are written once: the application's role may read and insert, and nothing else (TRUST T4). */
export const APPEND_ONLY_TABLES = [
  'measurement',
  'kpi_revision',
  'quality_measurement',
  'charter_revision',
  'charter_material_edit',
  'proposal_snapshot',
  'proposal_seat',
  'substitute',
  'vote',
  'overrule',
  'decision',
  'audit_event',
  'audit_chain',
] as const;

/** Personal values beside audit events can be erased, and never changed. */
export const ERASABLE_TABLES = ['audit_personal_value'] as const;

/** Where the migrations that have run are listed; only the owner writes it. */
export const MIGRATIONS_TABLE = 'schema_migration';
