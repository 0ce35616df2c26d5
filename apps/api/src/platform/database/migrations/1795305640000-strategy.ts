import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The strategy: one per installation, in numbered versions that are frozen once ratified. */
export class Strategy1795305640000 implements MigrationInterface {
  readonly name = 'Strategy1795305640000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- One row that approvals lock in share and ratifications lock alone (PRODUCT section 4, locks).
      CREATE TABLE strategy (
        id smallint PRIMARY KEY DEFAULT 1 CONSTRAINT strategy_is_one CHECK (id = 1)
      );
      INSERT INTO strategy DEFAULT VALUES;

      CREATE TABLE strategy_version (
        id                     uuid PRIMARY KEY DEFAULT new_id(),
        number                 integer NOT NULL CONSTRAINT strategy_version_number_unique UNIQUE
                               CONSTRAINT strategy_version_number CHECK (number >= 1),
        status                 text NOT NULL DEFAULT 'draft' CONSTRAINT strategy_version_status
                               CHECK (status IN ('draft', 'proposed', 'in_force', 'superseded', 'rejected')),
        copied_from_id         uuid CONSTRAINT strategy_version_copied_from REFERENCES strategy_version,
        purpose                text NOT NULL DEFAULT '',
        alignment              text NOT NULL DEFAULT '',
        capabilities_narrative text NOT NULL DEFAULT '',
        governance             text NOT NULL DEFAULT '',
        data_governance        text NOT NULL DEFAULT '',
        resilience             text NOT NULL DEFAULT '',
        success_metrics        text NOT NULL DEFAULT '',
        gate_policy            jsonb NOT NULL,
        weights                jsonb NOT NULL,
        review_by              date,
        content_hash           text CONSTRAINT strategy_version_hash CHECK (content_hash ~ '^[0-9a-f]{64}$'),
        proposed_by            uuid CONSTRAINT strategy_version_proposed_by REFERENCES app_user,
        ratified_at            timestamptz,
        superseded_at          timestamptz,
        version                integer NOT NULL DEFAULT 1,
        created_at             timestamptz NOT NULL DEFAULT now(),
        created_by             uuid CONSTRAINT strategy_version_created_by REFERENCES app_user,
        updated_at             timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT strategy_version_ratified
          CHECK ((status IN ('in_force', 'superseded')) = (ratified_at IS NOT NULL AND content_hash IS NOT NULL)),
        CONSTRAINT strategy_version_prose_length CHECK (greatest(
          length(purpose), length(alignment), length(capabilities_narrative), length(governance),
          length(data_governance), length(resilience), length(success_metrics)) <= 100000)
      );
      CREATE UNIQUE INDEX strategy_version_one_in_force ON strategy_version ((true)) WHERE status = 'in_force';
      CREATE UNIQUE INDEX strategy_version_one_open ON strategy_version ((true)) WHERE status IN ('draft', 'proposed');

      CREATE TABLE section_author (
        strategy_version_id uuid NOT NULL CONSTRAINT section_author_version REFERENCES strategy_version,
        section             text NOT NULL CONSTRAINT section_author_section CHECK (section IN (
                              'purpose', 'alignment', 'capabilitiesNarrative', 'governance', 'dataGovernance',
                              'resilience', 'successMetrics')),
        business_author_id  uuid CONSTRAINT section_author_business REFERENCES app_user,
        it_author_id        uuid CONSTRAINT section_author_it REFERENCES app_user,
        CONSTRAINT section_author_pkey PRIMARY KEY (strategy_version_id, section)
      );

      CREATE SEQUENCE code_principle;
      CREATE TABLE principle (
        id         uuid PRIMARY KEY DEFAULT new_id(),
        code       text NOT NULL DEFAULT next_code('P', 2, nextval('code_principle')) CONSTRAINT principle_code_unique UNIQUE,
        created_at timestamptz NOT NULL DEFAULT now(),
        created_by uuid CONSTRAINT principle_created_by REFERENCES app_user
      );
      CREATE TABLE principle_revision (
        id                  uuid PRIMARY KEY DEFAULT new_id(),
        principle_id        uuid NOT NULL CONSTRAINT principle_revision_principle REFERENCES principle,
        strategy_version_id uuid NOT NULL CONSTRAINT principle_revision_version REFERENCES strategy_version,
        position            integer NOT NULL,
        title               text NOT NULL CONSTRAINT principle_revision_title_length CHECK (length(title) BETWEEN 1 AND 200),
        statement           text NOT NULL DEFAULT '',
        rationale           text NOT NULL DEFAULT '',
        implications        text NOT NULL DEFAULT '',
        exception_guidance  text NOT NULL DEFAULT '',
        CONSTRAINT principle_revision_once UNIQUE (strategy_version_id, principle_id),
        CONSTRAINT principle_revision_text_length
          CHECK (greatest(length(statement), length(rationale), length(implications), length(exception_guidance)) <= 10000)
      );
      CREATE INDEX principle_revision_principle ON principle_revision (principle_id);

      CREATE SEQUENCE code_driver;
      CREATE TABLE driver (
        id         uuid PRIMARY KEY DEFAULT new_id(),
        code       text NOT NULL DEFAULT next_code('D', 2, nextval('code_driver')) CONSTRAINT driver_code_unique UNIQUE,
        created_at timestamptz NOT NULL DEFAULT now(),
        created_by uuid CONSTRAINT driver_created_by REFERENCES app_user
      );
      CREATE TABLE driver_revision (
        id                  uuid PRIMARY KEY DEFAULT new_id(),
        driver_id           uuid NOT NULL CONSTRAINT driver_revision_driver REFERENCES driver,
        strategy_version_id uuid NOT NULL CONSTRAINT driver_revision_version REFERENCES strategy_version,
        position            integer NOT NULL,
        name                text NOT NULL CONSTRAINT driver_revision_name_length CHECK (length(name) BETWEEN 1 AND 200),
        description         text NOT NULL DEFAULT '' CONSTRAINT driver_revision_description_length CHECK (length(description) <= 10000),
        weight              smallint NOT NULL CONSTRAINT driver_revision_weight CHECK (weight BETWEEN 1 AND 5),
        CONSTRAINT driver_revision_once UNIQUE (strategy_version_id, driver_id)
      );

      CREATE SEQUENCE code_capability;
      CREATE TABLE capability (
        id         uuid PRIMARY KEY DEFAULT new_id(),
        code       text NOT NULL DEFAULT next_code('CAP', 2, nextval('code_capability')) CONSTRAINT capability_code_unique UNIQUE,
        created_at timestamptz NOT NULL DEFAULT now(),
        created_by uuid CONSTRAINT capability_created_by REFERENCES app_user
      );
      CREATE TABLE capability_revision (
        id                  uuid PRIMARY KEY DEFAULT new_id(),
        capability_id       uuid NOT NULL CONSTRAINT capability_revision_capability REFERENCES capability,
        strategy_version_id uuid NOT NULL CONSTRAINT capability_revision_version REFERENCES strategy_version,
        position            integer NOT NULL,
        name                text NOT NULL CONSTRAINT capability_revision_name_length CHECK (length(name) BETWEEN 1 AND 200),
        description         text NOT NULL DEFAULT '' CONSTRAINT capability_revision_description_length CHECK (length(description) <= 10000),
        current_maturity    smallint NOT NULL CONSTRAINT capability_revision_current CHECK (current_maturity BETWEEN 0 AND 5),
        target_maturity     smallint NOT NULL CONSTRAINT capability_revision_target CHECK (target_maturity BETWEEN 0 AND 5),
        CONSTRAINT capability_revision_once UNIQUE (strategy_version_id, capability_id)
      );

      -- Once proposed, the content waits; once ratified, it is frozen for good.
      CREATE FUNCTION refuse_frozen_strategy_content() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        version_id uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.strategy_version_id ELSE NEW.strategy_version_id END;
        state text;
      BEGIN
        -- Shared, so that a version cannot be proposed or ratified between this look and the end of the transaction.
        SELECT status INTO state FROM strategy_version WHERE id = version_id FOR SHARE;
        IF state <> 'draft' OR (TG_OP = 'UPDATE' AND NEW.strategy_version_id <> OLD.strategy_version_id) THEN
          RAISE EXCEPTION 'the strategy version is %, its content cannot change', state
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'strategy_version_frozen';
        END IF;
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
      END $$;
      CREATE TRIGGER section_author_frozen BEFORE INSERT OR UPDATE OR DELETE ON section_author
        FOR EACH ROW EXECUTE FUNCTION refuse_frozen_strategy_content();
      CREATE TRIGGER principle_revision_frozen BEFORE INSERT OR UPDATE OR DELETE ON principle_revision
        FOR EACH ROW EXECUTE FUNCTION refuse_frozen_strategy_content();
      CREATE TRIGGER driver_revision_frozen BEFORE INSERT OR UPDATE OR DELETE ON driver_revision
        FOR EACH ROW EXECUTE FUNCTION refuse_frozen_strategy_content();
      CREATE TRIGGER capability_revision_frozen BEFORE INSERT OR UPDATE OR DELETE ON capability_revision
        FOR EACH ROW EXECUTE FUNCTION refuse_frozen_strategy_content();

      CREATE FUNCTION guard_strategy_version() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        state_columns text[] := ARRAY['status', 'content_hash', 'proposed_by', 'ratified_at', 'superseded_at', 'version', 'updated_at'];
      BEGIN
        IF TG_OP = 'INSERT' THEN
          IF NEW.status <> 'draft' THEN
            RAISE EXCEPTION 'a strategy version begins as a draft, not as %', NEW.status
              USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'strategy_version_frozen';
          END IF;
          RETURN NEW;
        END IF;
        IF TG_OP = 'DELETE' THEN
          IF OLD.status <> 'draft' THEN
            RAISE EXCEPTION 'a strategy version that was proposed is never deleted'
              USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'strategy_version_frozen';
          END IF;
          RETURN OLD;
        END IF;
        IF NOT (OLD.status, NEW.status) IN (
          ('draft', 'draft'), ('draft', 'proposed'), ('proposed', 'draft'), ('proposed', 'rejected'),
          ('proposed', 'in_force'), ('in_force', 'superseded'))
          OR (OLD.status <> 'draft' AND to_jsonb(OLD) - state_columns <> to_jsonb(NEW) - state_columns)
          OR (OLD.status = 'in_force' AND OLD.content_hash <> NEW.content_hash)
          OR (OLD.status = 'in_force' AND OLD.ratified_at <> NEW.ratified_at) THEN
          RAISE EXCEPTION 'strategy version % is %: this change is refused', OLD.number, OLD.status
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'strategy_version_frozen';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER strategy_version_guarded BEFORE INSERT OR UPDATE OR DELETE ON strategy_version
        FOR EACH ROW EXECUTE FUNCTION guard_strategy_version();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE capability_revision, capability, driver_revision, driver, principle_revision, principle,
        section_author, strategy_version, strategy;
      DROP FUNCTION refuse_frozen_strategy_content(), guard_strategy_version();
      DROP SEQUENCE code_capability, code_driver, code_principle;
    `);
  }
}
