import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Parties, systems and services: the registers that charters point at. */
export class Landscape1795305630000 implements MigrationInterface {
  readonly name = 'Landscape1795305630000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE SEQUENCE code_party;
      CREATE TABLE party (
        id           uuid PRIMARY KEY DEFAULT new_id(),
        code         text NOT NULL DEFAULT next_code('PA', 2, nextval('code_party')) CONSTRAINT party_code_unique UNIQUE,
        name         text NOT NULL CONSTRAINT party_name_length CHECK (length(name) BETWEEN 1 AND 200),
        kind         text NOT NULL CONSTRAINT party_kind CHECK (kind IN ('team', 'person', 'vendor', 'partner')),
        external     boolean NOT NULL GENERATED ALWAYS AS (kind IN ('vendor', 'partner')) STORED,
        organisation text CONSTRAINT party_organisation_length CHECK (length(organisation) <= 200),
        cost_centre  text CONSTRAINT party_cost_centre_length CHECK (length(cost_centre) <= 100),
        version      integer NOT NULL DEFAULT 1,
        created_at   timestamptz NOT NULL DEFAULT now(),
        created_by   uuid CONSTRAINT party_created_by REFERENCES app_user,
        updated_at   timestamptz NOT NULL DEFAULT now(),
        archived_at  timestamptz
      );
      CREATE UNIQUE INDEX party_name_unique ON party (lower(name)) WHERE archived_at IS NULL;
      ALTER TABLE app_user ADD CONSTRAINT app_user_party FOREIGN KEY (party_id) REFERENCES party;

      CREATE SEQUENCE code_system;
      CREATE TABLE system (
        id          uuid PRIMARY KEY DEFAULT new_id(),
        code        text NOT NULL DEFAULT next_code('SY', 2, nextval('code_system')) CONSTRAINT system_code_unique UNIQUE,
        name        text NOT NULL CONSTRAINT system_name_length CHECK (length(name) BETWEEN 1 AND 200),
        description text CONSTRAINT system_description_length CHECK (length(description) <= 4000),
        vendor      text CONSTRAINT system_vendor_length CHECK (length(vendor) <= 200),
        owner_id    uuid CONSTRAINT system_owner REFERENCES app_user,
        lifecycle   text NOT NULL DEFAULT 'active'
                    CONSTRAINT system_lifecycle CHECK (lifecycle IN ('planned', 'active', 'phasing_out', 'retired')),
        version     integer NOT NULL DEFAULT 1,
        created_at  timestamptz NOT NULL DEFAULT now(),
        created_by  uuid CONSTRAINT system_created_by REFERENCES app_user,
        updated_at  timestamptz NOT NULL DEFAULT now(),
        archived_at timestamptz
      );
      CREATE UNIQUE INDEX system_name_unique ON system (lower(name)) WHERE archived_at IS NULL;

      CREATE SEQUENCE code_service;
      CREATE TABLE service (
        id          uuid PRIMARY KEY DEFAULT new_id(),
        code        text NOT NULL DEFAULT next_code('SV', 2, nextval('code_service')) CONSTRAINT service_code_unique UNIQUE,
        name        text NOT NULL CONSTRAINT service_name_length CHECK (length(name) BETWEEN 1 AND 200),
        description text CONSTRAINT service_description_length CHECK (length(description) <= 4000),
        owner_id    uuid CONSTRAINT service_owner REFERENCES app_user,
        criticality smallint NOT NULL CONSTRAINT service_criticality CHECK (criticality BETWEEN 1 AND 4),
        version     integer NOT NULL DEFAULT 1,
        created_at  timestamptz NOT NULL DEFAULT now(),
        created_by  uuid CONSTRAINT service_created_by REFERENCES app_user,
        updated_at  timestamptz NOT NULL DEFAULT now(),
        archived_at timestamptz
      );
      CREATE UNIQUE INDEX service_name_unique ON service (lower(name)) WHERE archived_at IS NULL;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE app_user DROP CONSTRAINT app_user_party;
      DROP TABLE service, system, party;
      DROP SEQUENCE code_service, code_system, code_party;
    `);
  }
}
