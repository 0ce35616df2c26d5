import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A strategy version is in force because a board approved it, the founding board for the first one, whoever writes it
 * and by which way (PRODUCT section 2, TRUST T1). What the ballot guard asks of an approval holds for these too.
 */
export class RatificationGuard1795306010000 implements MigrationInterface {
  readonly name = 'RatificationGuard1795306010000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION refuse_version_not_decided() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        -- The row as it stands when the transaction ends; what was superseded was in force before.
        IF EXISTS (SELECT 1 FROM strategy_version v WHERE v.id = NEW.id AND v.status IN ('in_force', 'superseded'))
          AND NOT EXISTS (SELECT 1 FROM decision d JOIN proposal p ON p.id = d.proposal_id
                           WHERE p.strategy_version_id = NEW.id AND d.outcome = 'approved') THEN
          RAISE EXCEPTION 'no board has approved strategy version %', NEW.number
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'strategy_version_by_decision';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER strategy_version_by_decision AFTER INSERT OR UPDATE ON strategy_version
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_version_not_decided();

      -- What is before a board, or was approved by one, stays as it was put before it, even when the version was made a
      -- draft again in between.
      CREATE FUNCTION refuse_change_of_proposed_version() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        version_id uuid := to_jsonb(OLD) ->> CASE TG_TABLE_NAME WHEN 'strategy_version' THEN 'id' ELSE 'strategy_version_id' END;
        state_columns text[] := ARRAY['status', 'content_hash', 'proposed_by', 'ratified_at', 'superseded_at', 'version', 'updated_at'];
      BEGIN
        IF TG_TABLE_NAME = 'strategy_version' AND to_jsonb(OLD) - state_columns = to_jsonb(NEW) - state_columns THEN
          RETURN NULL;
        END IF;
        IF version_id IS NULL THEN version_id := to_jsonb(NEW) ->> 'strategy_version_id'; END IF;
        IF EXISTS (SELECT 1 FROM proposal p WHERE p.strategy_version_id = version_id AND p.status IN ('open', 'approved')) THEN
          RAISE EXCEPTION 'a board has this strategy version before it or approved it: it cannot change'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'strategy_version_frozen';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER strategy_version_as_proposed AFTER UPDATE ON strategy_version
        FOR EACH ROW EXECUTE FUNCTION refuse_change_of_proposed_version();
      DO $$
      DECLARE
        content text;
      BEGIN
        FOREACH content IN ARRAY ARRAY['section_author', 'principle_revision', 'driver_revision', 'capability_revision',
                                       'decision_right', 'strategy_version_kpi'] LOOP
          EXECUTE format('CREATE TRIGGER %s_as_proposed AFTER INSERT OR UPDATE OR DELETE ON %s
                          FOR EACH ROW EXECUTE FUNCTION refuse_change_of_proposed_version()', content, content);
        END LOOP;
      END $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER strategy_version_by_decision ON strategy_version;
      DROP FUNCTION refuse_version_not_decided();
      DROP FUNCTION refuse_change_of_proposed_version() CASCADE;
    `);
  }
}
