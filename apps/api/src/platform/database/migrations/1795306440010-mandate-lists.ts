import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The list of mandates comes newest first, however many there are. */
export class MandateLists1795306440010 implements MigrationInterface {
  readonly name = 'MandateLists1795306440010';

  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE INDEX mandate_received ON mandate (received_on DESC NULLS LAST, id DESC)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX mandate_received');
  }
}
