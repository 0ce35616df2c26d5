import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The organisation, its units, its people and how they sign in. */
export class People1795305610000 implements MigrationInterface {
  readonly name = 'People1795305610000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE organisation (
        id          smallint PRIMARY KEY DEFAULT 1 CONSTRAINT organisation_is_one CHECK (id = 1),
        name        text NOT NULL CONSTRAINT organisation_name_length CHECK (length(name) BETWEEN 1 AND 200),
        currency    text NOT NULL CONSTRAINT organisation_currency CHECK (currency ~ '^[A-Z]{3}$'),
        time_zone   text NOT NULL,
        language    text NOT NULL CONSTRAINT organisation_language CHECK (language IN ('en', 'de')),
        kind        text NOT NULL CONSTRAINT organisation_kind CHECK (kind IN ('own', 'sample')),
        version     integer NOT NULL DEFAULT 1,
        set_up_at   timestamptz NOT NULL DEFAULT now(),
        updated_at  timestamptz NOT NULL DEFAULT now()
      );

      CREATE SEQUENCE code_business_unit;
      CREATE TABLE business_unit (
        id          uuid PRIMARY KEY DEFAULT new_id(),
        code        text NOT NULL DEFAULT next_code('BU', 2, nextval('code_business_unit'))
                    CONSTRAINT business_unit_code_unique UNIQUE,
        name        text NOT NULL CONSTRAINT business_unit_name_length CHECK (length(name) BETWEEN 1 AND 200),
        kind        text NOT NULL CONSTRAINT business_unit_kind CHECK (kind IN ('business', 'it')),
        version     integer NOT NULL DEFAULT 1,
        created_at  timestamptz NOT NULL DEFAULT now(),
        created_by  uuid,
        updated_at  timestamptz NOT NULL DEFAULT now(),
        archived_at timestamptz
      );
      CREATE UNIQUE INDEX business_unit_name_unique ON business_unit (lower(name)) WHERE archived_at IS NULL;

      CREATE TABLE app_user (
        id                  uuid PRIMARY KEY DEFAULT new_id(),
        email               text NOT NULL CONSTRAINT app_user_email_length CHECK (length(email) BETWEEN 3 AND 254),
        name                text NOT NULL CONSTRAINT app_user_name_length CHECK (length(name) BETWEEN 1 AND 200),
        kind                text NOT NULL CONSTRAINT app_user_kind CHECK (kind IN ('internal', 'external')),
        status              text NOT NULL DEFAULT 'invited'
                            CONSTRAINT app_user_status CHECK (status IN ('invited', 'active', 'suspended', 'erased')),
        roles               text[] NOT NULL DEFAULT '{}' CONSTRAINT app_user_roles CHECK (roles <@ ARRAY[
                              'cio_office', 'board_member', 'board_secretary', 'champion', 'project_lead',
                              'steward', 'service_owner', 'auditor', 'external', 'admin']),
        business_unit_id    uuid CONSTRAINT app_user_business_unit REFERENCES business_unit,
        party_id            uuid,
        language            text CONSTRAINT app_user_language CHECK (language IN ('en', 'de')),
        persona             text CONSTRAINT app_user_persona_unique UNIQUE,
        password_hash       text,
        credential_reset_at timestamptz,
        version             integer NOT NULL DEFAULT 1,
        created_at          timestamptz NOT NULL DEFAULT now(),
        created_by          uuid CONSTRAINT app_user_created_by REFERENCES app_user,
        updated_at          timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT app_user_external_role CHECK (kind = 'internal' OR roles <@ ARRAY['external'])
      );
      CREATE UNIQUE INDEX app_user_email_unique ON app_user (lower(email));
      CREATE INDEX app_user_unit ON app_user (business_unit_id);
      ALTER TABLE business_unit ADD CONSTRAINT business_unit_created_by FOREIGN KEY (created_by) REFERENCES app_user;

      CREATE TABLE session (
        id           uuid PRIMARY KEY DEFAULT new_id(),
        token_hash   bytea NOT NULL CONSTRAINT session_token_unique UNIQUE,
        csrf_token   text NOT NULL,
        user_id      uuid NOT NULL CONSTRAINT session_person REFERENCES app_user,
        signed_in_at timestamptz NOT NULL DEFAULT now(),
        last_seen_at timestamptz NOT NULL DEFAULT now(),
        expires_at   timestamptz NOT NULL,
        ended_at     timestamptz,
        address      text,
        agent        text
      );
      CREATE INDEX session_open_of_user ON session (user_id) WHERE ended_at IS NULL;

      CREATE TABLE activation_link (
        id         uuid PRIMARY KEY DEFAULT new_id(),
        token_hash bytea NOT NULL CONSTRAINT activation_link_token_unique UNIQUE,
        user_id    uuid NOT NULL CONSTRAINT activation_link_user REFERENCES app_user,
        purpose    text NOT NULL CONSTRAINT activation_link_purpose CHECK (purpose IN ('activate', 'reset')),
        issued_at  timestamptz NOT NULL DEFAULT now(),
        issued_by  uuid CONSTRAINT activation_link_issued_by REFERENCES app_user,
        expires_at timestamptz NOT NULL,
        used_at    timestamptz
      );
      CREATE INDEX activation_link_of_user ON activation_link (user_id);

      -- Counted in the database, so that restarts and replicas agree.
      CREATE TABLE sign_in_attempt (
        id     uuid PRIMARY KEY DEFAULT new_id(),
        bucket text NOT NULL,
        at     timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX sign_in_attempt_bucket ON sign_in_attempt (bucket, at);

      CREATE TABLE idempotency_key (
        principal  text NOT NULL,
        route      text NOT NULL,
        key        text NOT NULL CONSTRAINT idempotency_key_length CHECK (length(key) BETWEEN 1 AND 200),
        body_hash  text NOT NULL,
        answer     text,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT idempotency_key_pkey PRIMARY KEY (principal, route, key)
      );
      CREATE INDEX idempotency_key_age ON idempotency_key (created_at);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE idempotency_key, sign_in_attempt, activation_link, session, app_user, business_unit, organisation CASCADE;
      DROP SEQUENCE code_business_unit;
    `);
  }
}
