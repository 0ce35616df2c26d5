import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What happened elsewhere and unsettles an approved charter (PRODUCT section 3): written down by the database, so that
 * no way of ratifying, ending an exception or letting somebody go leaves a charter without an entry.
 */
export class Reaffirmation1795306050030 implements MigrationInterface {
  readonly name = 'Reaffirmation1795306050030';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE reaffirmation (
        id           uuid PRIMARY KEY DEFAULT new_id(),
        charter_id   uuid NOT NULL CONSTRAINT reaffirmation_charter REFERENCES charter,
        cause        text NOT NULL CONSTRAINT reaffirmation_cause CHECK (cause IN (
                       'principle_revised', 'principle_left', 'exception_ended', 'sponsor_gone', 'lead_gone')),
        principle_id uuid CONSTRAINT reaffirmation_principle REFERENCES principle,
        exception_id uuid CONSTRAINT reaffirmation_exception REFERENCES principle_exception,
        user_id      uuid CONSTRAINT reaffirmation_user REFERENCES app_user,
        raised_at    timestamptz NOT NULL DEFAULT now(),
        settled_at   timestamptz,
        settled_by   uuid CONSTRAINT reaffirmation_settled_by REFERENCES app_user,
        settled_how  text CONSTRAINT reaffirmation_settled_how CHECK (settled_how IN ('reaffirmed', 'change_request', 'back')),
        note         text CONSTRAINT reaffirmation_note_length CHECK (length(note) BETWEEN 1 AND 4000),
        CONSTRAINT reaffirmation_settled_whole CHECK ((settled_at IS NULL) = (settled_how IS NULL)),
        CONSTRAINT reaffirmation_about CHECK (
          (cause IN ('principle_revised', 'principle_left', 'exception_ended')) = (principle_id IS NOT NULL)
          AND (cause = 'exception_ended') = (exception_id IS NOT NULL)
          AND (cause IN ('sponsor_gone', 'lead_gone')) = (user_id IS NOT NULL))
      );
      CREATE UNIQUE INDEX reaffirmation_one_open ON reaffirmation (charter_id, cause, principle_id, exception_id, user_id)
        NULLS NOT DISTINCT WHERE settled_at IS NULL;
      CREATE INDEX reaffirmation_of_charter ON reaffirmation (charter_id, raised_at);

      CREATE FUNCTION guard_reaffirmation() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        settling text[] := ARRAY['settled_at', 'settled_by', 'settled_how', 'note'];
      BEGIN
        IF TG_OP = 'DELETE' OR OLD.settled_at IS NOT NULL OR to_jsonb(OLD) - settling <> to_jsonb(NEW) - settling THEN
          RAISE EXCEPTION 'what unsettled a charter stays written down'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'reaffirmation_only_grows';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER reaffirmation_guarded BEFORE UPDATE OR DELETE ON reaffirmation
        FOR EACH ROW EXECUTE FUNCTION guard_reaffirmation();

      -- Approved, and not yet at its end.
      CREATE VIEW standing_charter AS
        SELECT c.id, c.code, c.lead_id, c.it_lead_id, c.business_sponsor_id FROM charter c
         WHERE c.approved_at IS NOT NULL AND c.status IN ('approved', 'in_delivery', 'paused', 'live');

      CREATE FUNCTION unsettle_by_ratification() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        frame text[] := ARRAY['id', 'strategy_version_id', 'position'];
        former uuid := (SELECT v.id FROM strategy_version v WHERE v.status = 'superseded' ORDER BY v.number DESC LIMIT 1);
      BEGIN
        -- Worded otherwise than before, or back after it had left: to be read again.
        INSERT INTO reaffirmation (charter_id, cause, principle_id, raised_at)
        SELECT l.charter_id, 'principle_revised', l.principle_id, NEW.ratified_at
          FROM standing_charter c JOIN charter_principle l ON l.charter_id = c.id
          JOIN principle_revision n ON n.principle_id = l.principle_id AND n.strategy_version_id = NEW.id
          LEFT JOIN principle_revision f ON f.principle_id = l.principle_id AND f.strategy_version_id = former
         WHERE to_jsonb(n) - frame <> to_jsonb(f) - frame
            OR EXISTS (SELECT 1 FROM reaffirmation o WHERE o.charter_id = l.charter_id AND o.principle_id = l.principle_id
                          AND o.cause = 'principle_left' AND o.settled_at IS NULL)
        ON CONFLICT DO NOTHING;
        UPDATE reaffirmation o SET settled_at = NEW.ratified_at, settled_how = 'back'
         WHERE o.cause = 'principle_left' AND o.settled_at IS NULL AND EXISTS (
           SELECT 1 FROM principle_revision n WHERE n.strategy_version_id = NEW.id AND n.principle_id = o.principle_id);
        INSERT INTO reaffirmation (charter_id, cause, principle_id, raised_at)
        SELECT l.charter_id, 'principle_left', l.principle_id, NEW.ratified_at
          FROM standing_charter c JOIN charter_principle l ON l.charter_id = c.id
          JOIN principle_revision f ON f.principle_id = l.principle_id AND f.strategy_version_id = former
         WHERE NOT EXISTS (SELECT 1 FROM principle_revision n
                            WHERE n.principle_id = l.principle_id AND n.strategy_version_id = NEW.id)
        ON CONFLICT DO NOTHING;
        RETURN NULL;
      END $$;
      CREATE TRIGGER strategy_version_unsettles AFTER UPDATE ON strategy_version FOR EACH ROW
        WHEN (NEW.status = 'in_force' AND OLD.status <> 'in_force') EXECUTE FUNCTION unsettle_by_ratification();

      -- At the end of the transaction: a renewal granted in it takes the place of the one that ended.
      CREATE FUNCTION unsettle_by_exception() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO reaffirmation (charter_id, cause, principle_id, exception_id, raised_at)
        SELECT c.id, 'exception_ended', NEW.principle_id, NEW.id, NEW.ended_at FROM standing_charter c
         WHERE c.id = NEW.charter_id AND NOT EXISTS (
           SELECT 1 FROM principle_exception x
            WHERE x.charter_id = NEW.charter_id AND x.principle_id = NEW.principle_id AND x.status = 'granted')
        ON CONFLICT DO NOTHING;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER principle_exception_unsettles AFTER UPDATE ON principle_exception
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
        WHEN (OLD.status = 'granted' AND NEW.status IN ('expired', 'revoked')) EXECUTE FUNCTION unsettle_by_exception();

      CREATE FUNCTION unsettle_by_leaver() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO reaffirmation (charter_id, cause, user_id)
        SELECT c.id, gone.cause, NEW.id FROM standing_charter c
         CROSS JOIN LATERAL (VALUES ('sponsor_gone', c.business_sponsor_id = NEW.id),
                                    ('lead_gone', NEW.id IN (c.lead_id, c.it_lead_id))) AS gone (cause, so)
         WHERE gone.so
        ON CONFLICT DO NOTHING;
        RETURN NULL;
      END $$;
      CREATE TRIGGER app_user_unsettles AFTER UPDATE ON app_user FOR EACH ROW
        WHEN (OLD.status = 'active' AND NEW.status <> 'active') EXECUTE FUNCTION unsettle_by_leaver();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION unsettle_by_leaver(), unsettle_by_exception(), unsettle_by_ratification() CASCADE;
      DROP VIEW standing_charter;
      DROP TABLE reaffirmation;
      DROP FUNCTION guard_reaffirmation();
    `);
  }
}
