import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people say about records and passages of the strategy, and which chapters of it outsiders may read. */
export class Comments1795306420000 implements MigrationInterface {
  readonly name = 'Comments1795306420000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE comment (
        id           uuid PRIMARY KEY DEFAULT new_id(),
        -- The comment a thread began with; null for that comment itself.
        root_id      uuid CONSTRAINT comment_root REFERENCES comment,
        record_type  text CONSTRAINT comment_record_type CHECK (record_type IN ('strategy_version', 'charter')),
        record_id    uuid,
        chapter      text CONSTRAINT comment_chapter CHECK (chapter IN (
                       'purpose', 'alignment', 'capabilitiesNarrative', 'principles', 'governance', 'dataGovernance',
                       'resilience', 'successMetrics')),
        principle_id uuid CONSTRAINT comment_principle REFERENCES principle,
        -- The passage as it read, what stood around it, and in which block.
        quote        text CONSTRAINT comment_quote_length CHECK (length(quote) BETWEEN 1 AND 1000),
        quote_before text CONSTRAINT comment_quote_before_length CHECK (length(quote_before) <= 64),
        quote_after  text CONSTRAINT comment_quote_after_length CHECK (length(quote_after) <= 64),
        quote_block  integer CONSTRAINT comment_quote_block CHECK (quote_block >= 0),
        text         text NOT NULL,
        resolved_at  timestamptz,
        resolved_by  uuid CONSTRAINT comment_resolver REFERENCES app_user,
        edited_at    timestamptz,
        withdrawn_at timestamptz,
        version      integer NOT NULL DEFAULT 1,
        created_at   timestamptz NOT NULL DEFAULT now(),
        created_by   uuid NOT NULL CONSTRAINT comment_created_by REFERENCES app_user,
        updated_at   timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT comment_text_length CHECK (
          CASE WHEN withdrawn_at IS NULL THEN length(text) BETWEEN 1 AND 4000 ELSE text = '' END),
        CONSTRAINT comment_place_whole CHECK (
          CASE WHEN root_id IS NULL THEN num_nonnulls(record_type, record_id) = 2
               ELSE num_nonnulls(record_type, record_id, chapter, principle_id, quote, resolved_at) = 0 END),
        CONSTRAINT comment_chapter_of_strategy CHECK (chapter IS NULL OR record_type = 'strategy_version'),
        CONSTRAINT comment_principle_in_chapter CHECK (principle_id IS NULL OR coalesce(chapter, '') = 'principles'),
        CONSTRAINT comment_quote_whole CHECK (
          num_nonnulls(quote, quote_before, quote_after, quote_block) IN (0, 4) AND (quote IS NULL OR chapter IS NOT NULL)),
        CONSTRAINT comment_resolved_by_somebody CHECK ((resolved_at IS NULL) = (resolved_by IS NULL))
      );
      CREATE INDEX comment_of_record ON comment (record_type, record_id, created_at) WHERE root_id IS NULL;
      CREATE INDEX comment_replies ON comment (root_id, created_at) WHERE root_id IS NOT NULL;

      CREATE TABLE comment_mention (
        comment_id uuid NOT NULL CONSTRAINT comment_mention_comment REFERENCES comment,
        person_id  uuid NOT NULL CONSTRAINT comment_mention_person REFERENCES app_user,
        seen_at    timestamptz,
        CONSTRAINT comment_mention_pkey PRIMARY KEY (comment_id, person_id)
      );
      CREATE INDEX comment_mention_of ON comment_mention (person_id, comment_id);

      CREATE FUNCTION guard_comment() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        course text[] := ARRAY['text', 'quote', 'quote_before', 'quote_after', 'resolved_at', 'resolved_by', 'edited_at',
                               'withdrawn_at', 'version', 'updated_at'];
        root comment;
      BEGIN
        IF TG_OP = 'DELETE' THEN
          RAISE EXCEPTION 'a comment is withdrawn, never deleted'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'comment_stays';
        END IF;
        IF TG_OP = 'UPDATE' THEN
          IF to_jsonb(OLD) - course <> to_jsonb(NEW) - course OR (OLD.withdrawn_at IS NOT NULL AND NEW.withdrawn_at IS NULL) THEN
            RAISE EXCEPTION 'where a comment stands and whose it is does not change'
              USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'comment_stays';
          END IF;
          RETURN NEW;
        END IF;
        IF NEW.root_id IS NULL THEN
          IF NOT (CASE NEW.record_type WHEN 'strategy_version' THEN EXISTS (SELECT 1 FROM strategy_version WHERE id = NEW.record_id)
                                      WHEN 'charter' THEN EXISTS (SELECT 1 FROM charter WHERE id = NEW.record_id) END) THEN
            RAISE EXCEPTION 'there is no % with this id', NEW.record_type
              USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'comment_record';
          END IF;
          RETURN NEW;
        END IF;
        -- Shared, so that nobody resolves the thread between this look and the end of the transaction.
        SELECT * INTO root FROM comment WHERE id = NEW.root_id FOR SHARE;
        IF root.root_id IS NOT NULL THEN
          RAISE EXCEPTION 'an answer belongs to the comment its thread began with'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'comment_one_level';
        END IF;
        IF root.resolved_at IS NOT NULL THEN
          RAISE EXCEPTION 'the thread is resolved'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'comment_thread_open';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER comment_guarded BEFORE INSERT OR UPDATE OR DELETE ON comment
        FOR EACH ROW EXECUTE FUNCTION guard_comment();

      CREATE TABLE section_opening (
        id                  uuid PRIMARY KEY DEFAULT new_id(),
        strategy_version_id uuid NOT NULL CONSTRAINT section_opening_version REFERENCES strategy_version ON DELETE CASCADE,
        chapter             text NOT NULL CONSTRAINT section_opening_chapter CHECK (chapter IN (
                              'purpose', 'alignment', 'capabilitiesNarrative', 'principles', 'governance',
                              'dataGovernance', 'resilience', 'successMetrics')),
        version             integer NOT NULL DEFAULT 1,
        created_at          timestamptz NOT NULL DEFAULT now(),
        created_by          uuid NOT NULL CONSTRAINT section_opening_created_by REFERENCES app_user,
        updated_at          timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT section_opening_once UNIQUE (strategy_version_id, chapter)
      );
      CREATE TABLE section_opening_to (
        id         uuid PRIMARY KEY DEFAULT new_id(),
        opening_id uuid NOT NULL CONSTRAINT section_opening_to_opening REFERENCES section_opening ON DELETE CASCADE,
        party_id   uuid CONSTRAINT section_opening_to_party REFERENCES party,
        person_id  uuid CONSTRAINT section_opening_to_person REFERENCES app_user,
        CONSTRAINT section_opening_to_one CHECK (num_nonnulls(party_id, person_id) = 1),
        CONSTRAINT section_opening_to_once UNIQUE NULLS NOT DISTINCT (opening_id, party_id, person_id)
      );
      CREATE INDEX section_opening_to_party ON section_opening_to (party_id) WHERE party_id IS NOT NULL;
      CREATE INDEX section_opening_to_person ON section_opening_to (person_id) WHERE person_id IS NOT NULL;

      -- Nothing is opened to people or teams of our own, who read the strategy anyway.
      CREATE FUNCTION guard_section_opening() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM party WHERE id = NEW.party_id AND NOT external)
          OR EXISTS (SELECT 1 FROM app_user WHERE id = NEW.person_id AND kind <> 'external') THEN
          RAISE EXCEPTION 'chapters are opened to outsiders only'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'section_opened_to_outsiders';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER section_opening_guarded BEFORE INSERT OR UPDATE ON section_opening_to
        FOR EACH ROW EXECUTE FUNCTION guard_section_opening();

      -- Who outside reads which chapter of which version: all that outsiders may see of the strategy.
      CREATE VIEW opened_chapter AS
        SELECT DISTINCT u.id AS person_id, o.strategy_version_id, o.chapter
          FROM section_opening o JOIN section_opening_to t ON t.opening_id = o.id
          JOIN app_user u ON u.kind = 'external' AND u.status = 'active' AND (u.id = t.person_id OR u.party_id = t.party_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP VIEW opened_chapter;
      DROP TABLE section_opening_to, section_opening, comment_mention, comment;
      DROP FUNCTION guard_section_opening(), guard_comment();
    `);
  }
}
