import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The gate asks for the principles of a version that have a decision table; most have none. */
export class GateTables1795306300010 implements MigrationInterface {
  readonly name = 'GateTables1795306300010';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX principle_revision_deciding ON principle_revision (strategy_version_id) WHERE decision_table IS NOT NULL;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX principle_revision_deciding;`);
  }
}
