import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Orders from above, the facts a version asks for, and what principles say about them (PRODUCT section 2). */
export class MandatesAndFacts1795306050010 implements MigrationInterface {
  readonly name = 'MandatesAndFacts1795306050010';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE SEQUENCE code_mandate;
      CREATE TABLE mandate (
        id          uuid PRIMARY KEY DEFAULT new_id(),
        code        text NOT NULL DEFAULT next_code('MD', 2, nextval('code_mandate')) CONSTRAINT mandate_code_unique UNIQUE,
        title       text NOT NULL CONSTRAINT mandate_title_length CHECK (length(title) BETWEEN 1 AND 200),
        text        text NOT NULL CONSTRAINT mandate_text_length CHECK (length(text) BETWEEN 1 AND 10000),
        sponsor_id  uuid NOT NULL CONSTRAINT mandate_sponsor REFERENCES app_user,
        received_on date NOT NULL,
        version     integer NOT NULL DEFAULT 1,
        created_at  timestamptz NOT NULL DEFAULT now(),
        created_by  uuid CONSTRAINT mandate_created_by REFERENCES app_user,
        updated_at  timestamptz NOT NULL DEFAULT now()
      );

      ALTER TABLE strategy_version
        ADD COLUMN facts jsonb NOT NULL DEFAULT '[]' CONSTRAINT strategy_version_facts CHECK (jsonb_typeof(facts) = 'array');
      ALTER TABLE principle_revision
        ADD COLUMN mandate_id uuid CONSTRAINT principle_revision_mandate REFERENCES mandate,
        ADD COLUMN applicability jsonb CONSTRAINT principle_revision_applicability CHECK (jsonb_typeof(applicability) = 'object'),
        ADD COLUMN decision_table jsonb CONSTRAINT principle_revision_decision_table
          CHECK (jsonb_typeof(decision_table -> 'rules') IS NOT DISTINCT FROM CASE WHEN decision_table IS NOT NULL THEN 'array' END);
      CREATE INDEX principle_revision_mandate ON principle_revision (mandate_id) WHERE mandate_id IS NOT NULL;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE principle_revision DROP COLUMN mandate_id, DROP COLUMN applicability, DROP COLUMN decision_table;
      ALTER TABLE strategy_version DROP COLUMN facts;
      DROP TABLE mandate;
      DROP SEQUENCE code_mandate;
    `);
  }
}
