import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What every table stands on: ids that sort by time, human codes, and rows that only grow. */
export class Foundations1795305600000 implements MigrationInterface {
  readonly name = 'Foundations1795305600000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE EXTENSION IF NOT EXISTS btree_gin;

      -- UUID version 7: 48 bits of time, then randomness. PostgreSQL 18 has its own, 16 and 17 do not.
      CREATE FUNCTION new_id() RETURNS uuid LANGUAGE sql VOLATILE AS $$
        SELECT encode(
          set_bit(set_bit(
            overlay(uuid_send(gen_random_uuid())
                    PLACING substring(int8send(floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3)
                    FROM 1 FOR 6),
            52, 1), 53, 1), 'hex')::uuid
      $$;

      -- Human codes: CH-0012. Gaps are allowed, numbers never come back, padding is a minimum.
      CREATE FUNCTION next_code(prefix text, digits integer, number bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$
        SELECT prefix || '-' || lpad(number::text, greatest(digits, length(number::text)), '0')
      $$;

      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% only grows: % refused', TG_TABLE_NAME, TG_OP
          USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_TABLE_NAME || '_only_grows';
      END $$;

      -- Makes a table append-only for everybody who cannot disable triggers.
      CREATE PROCEDURE only_grows(table_name regclass) LANGUAGE plpgsql AS $$
      BEGIN
        EXECUTE format('CREATE TRIGGER %s_only_grows BEFORE UPDATE OR DELETE ON %s
                        FOR EACH ROW EXECUTE FUNCTION refuse_change()', table_name, table_name);
        EXECUTE format('CREATE TRIGGER %s_never_truncated BEFORE TRUNCATE ON %s
                        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', table_name, table_name);
      END $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP PROCEDURE only_grows(regclass);
      DROP FUNCTION refuse_change();
      DROP FUNCTION next_code(text, integer, bigint);
      DROP FUNCTION new_id();
    `);
  }
}
