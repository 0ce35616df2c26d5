import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The rule by which a ratification unsettles charters, taken out of its trigger: the impact of a draft asks the same
 * function before, so that what is foretold is what happens. Principles are compared once each, not once per charter.
 */
export class Unsettling1795306380000 implements MigrationInterface {
  readonly name = 'Unsettling1795306380000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- What a version does to the principles of another: what is only at another place is the same.
      CREATE FUNCTION principles_between(wanted uuid, former uuid)
      RETURNS TABLE (principle_id uuid, change text) LANGUAGE sql STABLE AS $$
        SELECT coalesce(n.principle_id, f.principle_id),
               CASE WHEN n.id IS NULL THEN 'left' WHEN f.id IS NULL THEN 'new'
                    WHEN to_jsonb(n) - '{id,strategy_version_id,position}'::text[]
                      <> to_jsonb(f) - '{id,strategy_version_id,position}'::text[] THEN 'revised' ELSE 'same' END
          FROM (SELECT r.* FROM principle_revision r WHERE r.strategy_version_id = wanted) n
          FULL JOIN (SELECT r.* FROM principle_revision r WHERE r.strategy_version_id = former) f
            ON f.principle_id = n.principle_id
      $$;

      CREATE FUNCTION unsettled_by(wanted uuid, former uuid)
      RETURNS TABLE (charter_id uuid, cause text, principle_id uuid) LANGUAGE sql STABLE AS $$
        WITH held AS MATERIALIZED (SELECT b.principle_id, b.change FROM principles_between(wanted, former) b)
        SELECT l.charter_id, CASE h.change WHEN 'left' THEN 'principle_left' ELSE 'principle_revised' END, l.principle_id
          FROM held h JOIN charter_principle l ON l.principle_id = h.principle_id
          JOIN standing_charter c ON c.id = l.charter_id
         WHERE h.change IN ('left', 'revised')
        UNION
        -- Back after it had left: to be read again, however it is worded.
        SELECT l.charter_id, 'principle_revised', l.principle_id
          FROM reaffirmation o JOIN held h ON h.principle_id = o.principle_id AND h.change <> 'left'
          JOIN charter_principle l ON l.charter_id = o.charter_id AND l.principle_id = o.principle_id
          JOIN standing_charter c ON c.id = l.charter_id
         WHERE o.cause = 'principle_left' AND o.settled_at IS NULL
      $$;

      CREATE OR REPLACE FUNCTION unsettle_by_ratification() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        former uuid := (SELECT v.id FROM strategy_version v WHERE v.status = 'superseded' ORDER BY v.number DESC LIMIT 1);
      BEGIN
        INSERT INTO reaffirmation (charter_id, cause, principle_id, raised_at)
        SELECT u.charter_id, u.cause, u.principle_id, NEW.ratified_at FROM unsettled_by(NEW.id, former) u
        ON CONFLICT DO NOTHING;
        UPDATE reaffirmation o SET settled_at = NEW.ratified_at, settled_how = 'back'
         WHERE o.cause = 'principle_left' AND o.settled_at IS NULL AND EXISTS (
           SELECT 1 FROM principle_revision n WHERE n.strategy_version_id = NEW.id AND n.principle_id = o.principle_id);
        RETURN NULL;
      END $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE OR REPLACE FUNCTION unsettle_by_ratification() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        frame text[] := ARRAY['id', 'strategy_version_id', 'position'];
        former uuid := (SELECT v.id FROM strategy_version v WHERE v.status = 'superseded' ORDER BY v.number DESC LIMIT 1);
      BEGIN
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
      DROP FUNCTION unsettled_by(uuid, uuid), principles_between(uuid, uuid);
    `);
  }
}
