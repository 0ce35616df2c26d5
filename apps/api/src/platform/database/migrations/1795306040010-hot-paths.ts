import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indexes for what is asked all day, measured at 100,000 charters (docs/speed.md). */
export class HotPaths1795306040010 implements MigrationInterface {
  readonly name = 'HotPaths1795306040010';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- The list of a unit, of a lead or of a sponsor comes newest first: found and sorted by one index.
      CREATE INDEX charter_unit_updated ON charter (business_unit_id, updated_at, id);
      CREATE INDEX charter_lead_updated ON charter (lead_id, updated_at, id);
      CREATE INDEX charter_sponsor_updated ON charter (business_sponsor_id, updated_at, id);
      DROP INDEX charter_unit_of, charter_lead_of, charter_sponsor_of;
      -- From a charter over its change requests to their proposals.
      CREATE INDEX proposal_change_request_of ON proposal (change_request_id) WHERE change_request_id IS NOT NULL;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX proposal_change_request_of;
      CREATE INDEX charter_unit_of ON charter (business_unit_id);
      CREATE INDEX charter_lead_of ON charter (lead_id);
      CREATE INDEX charter_sponsor_of ON charter (business_sponsor_id);
      DROP INDEX charter_sponsor_updated, charter_lead_updated, charter_unit_updated;
    `);
  }
}
