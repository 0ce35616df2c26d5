import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was erased is told apart by a number (PRODUCT section 9): "Former member 17". */
export class Erasure1795306020000 implements MigrationInterface {
  readonly name = 'Erasure1795306020000';

  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE SEQUENCE former_member');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP SEQUENCE former_member');
  }
}
