import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Data domains: who answers for which data, how good it has to be, and where it flows. */
export class DataDomains1795305660000 implements MigrationInterface {
  readonly name = 'DataDomains1795305660000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE SEQUENCE code_data_domain;
      CREATE TABLE data_domain (
        id          uuid PRIMARY KEY DEFAULT new_id(),
        code        text NOT NULL DEFAULT next_code('DD', 2, nextval('code_data_domain')) CONSTRAINT data_domain_code_unique UNIQUE,
        name        text NOT NULL CONSTRAINT data_domain_name_length CHECK (length(name) BETWEEN 1 AND 200),
        description text NOT NULL DEFAULT '' CONSTRAINT data_domain_description_length CHECK (length(description) <= 4000),
        tier        text NOT NULL CONSTRAINT data_domain_tier CHECK (tier IN ('critical', 'important', 'standard')),
        wave        smallint NOT NULL DEFAULT 1 CONSTRAINT data_domain_wave CHECK (wave BETWEEN 1 AND 99),
        owner_id    uuid CONSTRAINT data_domain_owner REFERENCES app_user,
        steward_id  uuid CONSTRAINT data_domain_steward REFERENCES app_user,
        version     integer NOT NULL DEFAULT 1,
        created_at  timestamptz NOT NULL DEFAULT now(),
        created_by  uuid CONSTRAINT data_domain_created_by REFERENCES app_user,
        updated_at  timestamptz NOT NULL DEFAULT now(),
        archived_at timestamptz
      );
      CREATE UNIQUE INDEX data_domain_name_unique ON data_domain (lower(name)) WHERE archived_at IS NULL;

      CREATE TABLE data_entity (
        id                      uuid PRIMARY KEY DEFAULT new_id(),
        domain_id               uuid NOT NULL CONSTRAINT data_entity_domain REFERENCES data_domain,
        name                    text NOT NULL CONSTRAINT data_entity_name_length CHECK (length(name) BETWEEN 1 AND 200),
        description             text NOT NULL DEFAULT '' CONSTRAINT data_entity_description_length CHECK (length(description) <= 4000),
        classification          text CONSTRAINT data_entity_classification
                                CHECK (classification IN ('public', 'internal', 'confidential', 'restricted')),
        authoritative_system_id uuid CONSTRAINT data_entity_authoritative_system REFERENCES system,
        version                 integer NOT NULL DEFAULT 1,
        created_at              timestamptz NOT NULL DEFAULT now(),
        created_by              uuid CONSTRAINT data_entity_created_by REFERENCES app_user,
        updated_at              timestamptz NOT NULL DEFAULT now(),
        archived_at             timestamptz
      );
      CREATE UNIQUE INDEX data_entity_name_unique ON data_entity (domain_id, lower(name)) WHERE archived_at IS NULL;

      CREATE TABLE quality_standard (
        id          uuid PRIMARY KEY DEFAULT new_id(),
        entity_id   uuid NOT NULL CONSTRAINT quality_standard_entity REFERENCES data_entity,
        dimension   text NOT NULL CONSTRAINT quality_standard_dimension CHECK (dimension IN (
                      'completeness', 'accuracy', 'consistency', 'timeliness', 'uniqueness', 'validity')),
        rule        text NOT NULL CONSTRAINT quality_standard_rule_length CHECK (length(rule) BETWEEN 1 AND 2000),
        comparison  text NOT NULL DEFAULT 'at_least' CONSTRAINT quality_standard_comparison CHECK (comparison IN ('at_least', 'at_most')),
        threshold   numeric NOT NULL,
        unit        text NOT NULL CONSTRAINT quality_standard_unit_length CHECK (length(unit) BETWEEN 1 AND 50),
        version     integer NOT NULL DEFAULT 1,
        created_at  timestamptz NOT NULL DEFAULT now(),
        created_by  uuid CONSTRAINT quality_standard_created_by REFERENCES app_user,
        updated_at  timestamptz NOT NULL DEFAULT now(),
        archived_at timestamptz
      );
      CREATE INDEX quality_standard_entity_of ON quality_standard (entity_id);

      CREATE TABLE quality_measurement (
        id          uuid PRIMARY KEY DEFAULT new_id(),
        standard_id uuid NOT NULL CONSTRAINT quality_measurement_standard REFERENCES quality_standard,
        value       numeric NOT NULL,
        measured_on date NOT NULL,
        source      text CONSTRAINT quality_measurement_source_length CHECK (length(source) <= 200),
        created_at  timestamptz NOT NULL DEFAULT now(),
        created_by  uuid CONSTRAINT quality_measurement_created_by REFERENCES app_user
      );
      CREATE INDEX quality_measurement_series ON quality_measurement (standard_id, measured_on DESC, id DESC);
      CALL only_grows('quality_measurement');

      CREATE TABLE data_flow (
        id             uuid PRIMARY KEY DEFAULT new_id(),
        domain_id      uuid NOT NULL CONSTRAINT data_flow_domain REFERENCES data_domain,
        from_system_id uuid NOT NULL CONSTRAINT data_flow_from REFERENCES system,
        to_system_id   uuid NOT NULL CONSTRAINT data_flow_to REFERENCES system,
        pattern        text NOT NULL CONSTRAINT data_flow_pattern CHECK (pattern IN ('api', 'event', 'batch', 'file')),
        classification text CONSTRAINT data_flow_classification
                       CHECK (classification IN ('public', 'internal', 'confidential', 'restricted')),
        version        integer NOT NULL DEFAULT 1,
        created_at     timestamptz NOT NULL DEFAULT now(),
        created_by     uuid CONSTRAINT data_flow_created_by REFERENCES app_user,
        updated_at     timestamptz NOT NULL DEFAULT now(),
        archived_at    timestamptz,
        CONSTRAINT data_flow_between_two CHECK (from_system_id <> to_system_id)
      );
      CREATE INDEX data_flow_domain_of ON data_flow (domain_id);
      CREATE TABLE data_flow_entity (
        flow_id   uuid NOT NULL CONSTRAINT data_flow_entity_flow REFERENCES data_flow,
        entity_id uuid NOT NULL CONSTRAINT data_flow_entity_entity REFERENCES data_entity,
        CONSTRAINT data_flow_entity_pkey PRIMARY KEY (flow_id, entity_id)
      );
      CREATE INDEX data_flow_entity_of ON data_flow_entity (entity_id);

      CREATE TABLE data_issue (
        id         uuid PRIMARY KEY DEFAULT new_id(),
        entity_id  uuid NOT NULL CONSTRAINT data_issue_entity REFERENCES data_entity,
        dimension  text NOT NULL CONSTRAINT data_issue_dimension CHECK (dimension IN (
                     'completeness', 'accuracy', 'consistency', 'timeliness', 'uniqueness', 'validity')),
        effect     text NOT NULL CONSTRAINT data_issue_effect_length CHECK (length(effect) BETWEEN 1 AND 2000),
        owner_id   uuid CONSTRAINT data_issue_owner REFERENCES app_user,
        due_on     date,
        status     text NOT NULL DEFAULT 'open' CONSTRAINT data_issue_status CHECK (status IN ('open', 'cleansing', 'verified', 'accepted')),
        reason     text CONSTRAINT data_issue_reason_length CHECK (length(reason) <= 2000),
        expires_on date,
        version    integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        created_by uuid CONSTRAINT data_issue_created_by REFERENCES app_user,
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT data_issue_accepted CHECK (status <> 'accepted' OR (reason <> '' AND expires_on IS NOT NULL))
      );
      CREATE INDEX data_issue_entity_of ON data_issue (entity_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE data_issue, data_flow_entity, data_flow, quality_measurement, quality_standard, data_entity, data_domain;
      DROP SEQUENCE code_data_domain;
    `);
  }
}
