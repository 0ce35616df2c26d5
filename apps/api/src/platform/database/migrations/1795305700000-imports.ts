import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files brought in: what was checked, what was wrong, and what an import made. */
export class Imports1795305700000 implements MigrationInterface {
  readonly name = 'Imports1795305700000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE import (
        id         uuid PRIMARY KEY DEFAULT new_id(),
        kind       text NOT NULL CONSTRAINT import_kind CHECK (kind IN ('business_units', 'kpis', 'charters')),
        file_name  text NOT NULL CONSTRAINT import_file_name_length CHECK (length(file_name) BETWEEN 1 AND 255),
        content    text NOT NULL CONSTRAINT import_content_size CHECK (octet_length(content) <= 10485760),
        columns    jsonb NOT NULL,
        mapping    jsonb NOT NULL,
        status     text NOT NULL CONSTRAINT import_status CHECK (status IN ('checked', 'refused', 'applied')),
        row_count  integer NOT NULL,
        summary    jsonb NOT NULL,
        problems   jsonb NOT NULL,
        preview    jsonb NOT NULL,
        version    integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        created_by uuid CONSTRAINT import_created_by REFERENCES app_user,
        updated_at timestamptz NOT NULL DEFAULT now(),
        applied_at timestamptz,
        CONSTRAINT import_applied CHECK ((status = 'applied') = (applied_at IS NOT NULL))
      );
      CREATE INDEX import_created ON import (created_at DESC, id DESC);

      -- What was brought in, and as what: a repeat of the same row changes nothing.
      CREATE TABLE import_row (
        kind      text NOT NULL CONSTRAINT import_row_kind CHECK (kind IN ('business_units', 'kpis', 'charters')),
        key       text NOT NULL,
        row_hash  text NOT NULL,
        record_id uuid NOT NULL,
        import_id uuid NOT NULL CONSTRAINT import_row_import REFERENCES import,
        CONSTRAINT import_row_pkey PRIMARY KEY (kind, key)
      );
      ALTER TABLE business_unit ADD COLUMN import_key text CONSTRAINT business_unit_import_key_unique UNIQUE;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE business_unit DROP COLUMN import_key;
      DROP TABLE import_row, import;
    `);
  }
}
