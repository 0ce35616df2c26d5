import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The audit trail (TRUST T25, T26), and the outbox through which events leave (T22). */
export class Audit1795305620000 implements MigrationInterface {
  readonly name = 'Audit1795305620000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE audit_event (
        id          uuid PRIMARY KEY DEFAULT new_id(),
        at          timestamptz NOT NULL DEFAULT clock_timestamp(),
        actor_id    uuid,
        session_id  uuid,
        request_id  text,
        record_type text NOT NULL,
        record_id   uuid,
        record_code text,
        action      text NOT NULL,
        -- The event as it was hashed: RFC 8785 JSON, kept as text so that it never changes its bytes.
        body        text NOT NULL,
        hash        text NOT NULL CONSTRAINT audit_event_hash CHECK (hash ~ '^[0-9a-f]{64}$'),
        transaction xid8 NOT NULL DEFAULT pg_current_xact_id()
      );
      CREATE INDEX audit_event_at ON audit_event (at DESC, id DESC);
      CREATE INDEX audit_event_record ON audit_event (record_id, at DESC);
      CREATE INDEX audit_event_actor ON audit_event (actor_id, at DESC);
      CREATE INDEX audit_event_action ON audit_event (action, at DESC);
      -- The order of the chain: the sealer goes on where it stopped.
      CREATE INDEX audit_event_sealing ON audit_event (transaction, id);
      CALL only_grows('audit_event');

      -- Personal values lie here and can be erased; the event keeps only a salted commitment to each.
      CREATE TABLE audit_personal_value (
        event_id  uuid NOT NULL CONSTRAINT audit_personal_value_event REFERENCES audit_event,
        pointer   text NOT NULL,
        person_id uuid,
        salt      text NOT NULL,
        value     text NOT NULL,
        CONSTRAINT audit_personal_value_pkey PRIMARY KEY (event_id, pointer)
      );
      CREATE INDEX audit_personal_value_person ON audit_personal_value (person_id);

      CREATE TABLE audit_chain (
        sequence      bigint PRIMARY KEY CONSTRAINT audit_chain_sequence CHECK (sequence >= 1),
        event_id      uuid NOT NULL CONSTRAINT audit_chain_event_unique UNIQUE CONSTRAINT audit_chain_event REFERENCES audit_event,
        event_hash    text NOT NULL,
        previous_hash text NOT NULL,
        hash          text NOT NULL CONSTRAINT audit_chain_hash_unique UNIQUE,
        sealed_at     timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CALL only_grows('audit_chain');

      CREATE TABLE outbox_event (
        id            uuid PRIMARY KEY DEFAULT new_id(),
        at            timestamptz NOT NULL DEFAULT clock_timestamp(),
        type          text NOT NULL,
        record_type   text NOT NULL,
        record_id     uuid,
        payload       jsonb NOT NULL,
        dispatched_at timestamptz
      );
      CREATE INDEX outbox_event_waiting ON outbox_event (id) WHERE dispatched_at IS NULL;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE outbox_event, audit_chain, audit_personal_value, audit_event;`);
  }
}
