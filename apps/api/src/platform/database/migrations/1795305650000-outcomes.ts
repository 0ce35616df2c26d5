import type { MigrationInterface, QueryRunner } from 'typeorm';

/** KPIs, their revisions and their measurements. */
export class Outcomes1795305650000 implements MigrationInterface {
  readonly name = 'Outcomes1795305650000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE SEQUENCE code_kpi;
      CREATE TABLE kpi (
        id                  uuid PRIMARY KEY DEFAULT new_id(),
        code                text NOT NULL DEFAULT next_code('K', 3, nextval('code_kpi')) CONSTRAINT kpi_code_unique UNIQUE,
        name                text NOT NULL CONSTRAINT kpi_name_length CHECK (length(name) BETWEEN 1 AND 300),
        business_unit_id    uuid CONSTRAINT kpi_business_unit REFERENCES business_unit,
        owner_id            uuid CONSTRAINT kpi_owner REFERENCES app_user,
        driver_id           uuid CONSTRAINT kpi_driver REFERENCES driver,
        cadence             text CONSTRAINT kpi_cadence CHECK (cadence IN ('weekly', 'monthly', 'quarterly')),
        weight              smallint CONSTRAINT kpi_weight CHECK (weight BETWEEN 1 AND 5),
        note                text CONSTRAINT kpi_note_length CHECK (length(note) <= 4000),
        import_key          text CONSTRAINT kpi_import_key_unique UNIQUE,
        current_revision_id uuid,
        version             integer NOT NULL DEFAULT 1,
        created_at          timestamptz NOT NULL DEFAULT now(),
        created_by          uuid CONSTRAINT kpi_created_by REFERENCES app_user,
        updated_at          timestamptz NOT NULL DEFAULT now(),
        archived_at         timestamptz
      );
      CREATE INDEX kpi_unit ON kpi (business_unit_id);
      CREATE INDEX kpi_owner_of ON kpi (owner_id);
      CREATE INDEX kpi_driver_of ON kpi (driver_id);
      CREATE INDEX kpi_name_words ON kpi USING gin (name gin_trgm_ops);

      CREATE TABLE kpi_revision (
        id             uuid PRIMARY KEY DEFAULT new_id(),
        kpi_id         uuid NOT NULL CONSTRAINT kpi_revision_kpi REFERENCES kpi,
        number         integer NOT NULL CONSTRAINT kpi_revision_number CHECK (number >= 1),
        definition     text CONSTRAINT kpi_revision_definition_length CHECK (length(definition) <= 4000),
        unit           text CONSTRAINT kpi_revision_unit_length CHECK (length(unit) <= 50),
        direction      text CONSTRAINT kpi_revision_direction CHECK (direction IN ('increase', 'decrease', 'maintain')),
        kind           text CONSTRAINT kpi_revision_kind CHECK (kind IN ('outcome', 'technical')),
        baseline_value numeric,
        baseline_date  date,
        target_value   numeric,
        target_date    date,
        lower_limit    numeric,
        upper_limit    numeric,
        reason         text CONSTRAINT kpi_revision_reason_length CHECK (length(reason) <= 2000),
        created_at     timestamptz NOT NULL DEFAULT now(),
        created_by     uuid CONSTRAINT kpi_revision_created_by REFERENCES app_user,
        CONSTRAINT kpi_revision_once UNIQUE (kpi_id, number),
        CONSTRAINT kpi_revision_baseline CHECK ((baseline_value IS NULL) = (baseline_date IS NULL)),
        CONSTRAINT kpi_revision_target_date CHECK (target_date > baseline_date),
        CONSTRAINT kpi_revision_target_side CHECK (
          CASE direction WHEN 'increase' THEN target_value > baseline_value
                         WHEN 'decrease' THEN target_value < baseline_value ELSE true END),
        CONSTRAINT kpi_revision_limits CHECK (lower_limit < upper_limit)
      );
      CALL only_grows('kpi_revision');
      ALTER TABLE kpi ADD CONSTRAINT kpi_current_revision FOREIGN KEY (current_revision_id) REFERENCES kpi_revision
        DEFERRABLE INITIALLY DEFERRED;

      CREATE TABLE measurement (
        id          uuid PRIMARY KEY DEFAULT new_id(),
        kpi_id      uuid NOT NULL CONSTRAINT measurement_kpi REFERENCES kpi,
        value       numeric NOT NULL,
        measured_on date NOT NULL,
        source      text CONSTRAINT measurement_source_length CHECK (length(source) <= 200),
        note        text CONSTRAINT measurement_note_length CHECK (length(note) <= 2000),
        corrects_id uuid CONSTRAINT measurement_corrects REFERENCES measurement,
        reason      text CONSTRAINT measurement_reason_length CHECK (length(reason) <= 2000),
        created_at  timestamptz NOT NULL DEFAULT now(),
        created_by  uuid CONSTRAINT measurement_created_by REFERENCES app_user,
        CONSTRAINT measurement_correction_reason CHECK ((corrects_id IS NULL) OR (reason IS NOT NULL AND reason <> ''))
      );
      CREATE UNIQUE INDEX measurement_once_a_day ON measurement (kpi_id, measured_on) WHERE corrects_id IS NULL;
      CREATE INDEX measurement_series ON measurement (kpi_id, measured_on DESC) INCLUDE (value, id);
      CREATE UNIQUE INDEX measurement_corrected_once ON measurement (corrects_id) WHERE corrects_id IS NOT NULL;
      -- Corrections are few: to know what still counts, only they are looked at.
      CREATE INDEX measurement_corrections ON measurement (kpi_id, corrects_id) WHERE corrects_id IS NOT NULL;
      CALL only_grows('measurement');

      -- The figures that count: each measurement, unless a later one corrects it.
      CREATE VIEW counted_measurement AS
        SELECT m.* FROM measurement m
         WHERE NOT EXISTS (SELECT 1 FROM measurement c WHERE c.kpi_id = m.kpi_id AND c.corrects_id = m.id);

      CREATE TABLE strategy_version_kpi (
        strategy_version_id uuid NOT NULL CONSTRAINT strategy_version_kpi_version REFERENCES strategy_version,
        kpi_id              uuid NOT NULL CONSTRAINT strategy_version_kpi_kpi REFERENCES kpi,
        position            integer NOT NULL,
        CONSTRAINT strategy_version_kpi_pkey PRIMARY KEY (strategy_version_id, kpi_id)
      );
      CREATE TRIGGER strategy_version_kpi_frozen BEFORE INSERT OR UPDATE OR DELETE ON strategy_version_kpi
        FOR EACH ROW EXECUTE FUNCTION refuse_frozen_strategy_content();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE strategy_version_kpi;
      DROP VIEW counted_measurement;
      ALTER TABLE kpi DROP CONSTRAINT kpi_current_revision;
      DROP TABLE measurement, kpi_revision, kpi;
      DROP SEQUENCE code_kpi;
    `);
  }
}
