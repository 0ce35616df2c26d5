import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The board, what is put before it, how it voted and what it decided. */
export class Board1795305680000 implements MigrationInterface {
  readonly name = 'Board1795305680000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE board (
        id           uuid PRIMARY KEY DEFAULT new_id(),
        name         text NOT NULL CONSTRAINT board_name_length CHECK (length(name) BETWEEN 1 AND 200),
        founding     boolean NOT NULL DEFAULT false,
        secretary_id uuid CONSTRAINT board_secretary REFERENCES app_user,
        version      integer NOT NULL DEFAULT 1,
        created_at   timestamptz NOT NULL DEFAULT now(),
        created_by   uuid CONSTRAINT board_created_by REFERENCES app_user,
        updated_at   timestamptz NOT NULL DEFAULT now()
      );
      CREATE UNIQUE INDEX board_one_founding ON board ((true)) WHERE founding;

      CREATE TABLE constituency (
        id       uuid PRIMARY KEY DEFAULT new_id(),
        board_id uuid NOT NULL CONSTRAINT constituency_board REFERENCES board,
        key      text NOT NULL CONSTRAINT constituency_key CHECK (key ~ '^[a-z][a-z0-9_]{0,49}$'),
        name     text NOT NULL CONSTRAINT constituency_name_length CHECK (length(name) BETWEEN 1 AND 100),
        is_it    boolean NOT NULL DEFAULT false,
        position integer NOT NULL,
        CONSTRAINT constituency_key_unique UNIQUE (board_id, key)
      );

      CREATE TABLE seat (
        id              uuid PRIMARY KEY DEFAULT new_id(),
        board_id        uuid NOT NULL CONSTRAINT seat_board REFERENCES board,
        constituency_id uuid NOT NULL CONSTRAINT seat_constituency REFERENCES constituency,
        holder_id       uuid CONSTRAINT seat_holder REFERENCES app_user,
        term_ends_on    date,
        created_at      timestamptz NOT NULL DEFAULT now(),
        ended_at        timestamptz
      );
      CREATE UNIQUE INDEX seat_one_per_person ON seat (board_id, holder_id) WHERE ended_at IS NULL AND holder_id IS NOT NULL;
      CREATE INDEX seat_holder_of ON seat (holder_id) WHERE ended_at IS NULL;

      -- Who sits where today: a seat that ended, or whose term ran out at midnight of the organisation, is vacant.
      CREATE VIEW occupied_seat AS
        SELECT s.id, s.board_id, s.constituency_id, s.holder_id
          FROM seat s
         WHERE s.ended_at IS NULL AND s.holder_id IS NOT NULL
           AND (s.term_ends_on IS NULL OR s.term_ends_on >= (
                 SELECT (now() AT TIME ZONE o.time_zone)::date FROM organisation o));

      -- Which board decides what, by which rule; part of the strategy, frozen with it.
      CREATE TABLE decision_right (
        id                  uuid PRIMARY KEY DEFAULT new_id(),
        strategy_version_id uuid NOT NULL CONSTRAINT decision_right_version REFERENCES strategy_version,
        subject             text NOT NULL CONSTRAINT decision_right_subject CHECK (subject IN ('strategy_version', 'charter', 'change_request')),
        budget_up_to        numeric(15, 2) CONSTRAINT decision_right_budget CHECK (budget_up_to > 0),
        board_id            uuid NOT NULL CONSTRAINT decision_right_board REFERENCES board,
        rule                text NOT NULL CONSTRAINT decision_right_rule CHECK (rule IN ('simple_majority', 'two_thirds', 'unanimous')),
        CONSTRAINT decision_right_once UNIQUE NULLS NOT DISTINCT (strategy_version_id, subject, budget_up_to)
      );
      CREATE TRIGGER decision_right_frozen BEFORE INSERT OR UPDATE OR DELETE ON decision_right
        FOR EACH ROW EXECUTE FUNCTION refuse_frozen_strategy_content();

      CREATE SEQUENCE code_proposal;
      CREATE TABLE proposal (
        id                  uuid PRIMARY KEY DEFAULT new_id(),
        code                text NOT NULL DEFAULT next_code('PR', 4, nextval('code_proposal')) CONSTRAINT proposal_code_unique UNIQUE,
        subject_type        text NOT NULL CONSTRAINT proposal_subject_type CHECK (subject_type IN ('strategy_version', 'charter', 'change_request')),
        strategy_version_id uuid CONSTRAINT proposal_strategy_version REFERENCES strategy_version,
        charter_id          uuid CONSTRAINT proposal_charter REFERENCES charter,
        change_request_id   uuid CONSTRAINT proposal_change_request REFERENCES change_request,
        title               text NOT NULL,
        board_id            uuid NOT NULL CONSTRAINT proposal_board REFERENCES board,
        rule                text NOT NULL CONSTRAINT proposal_rule CHECK (rule IN ('simple_majority', 'two_thirds', 'unanimous')),
        -- The version in force whose decision rights apply; none for the first version of a strategy.
        decided_under_id    uuid CONSTRAINT proposal_decided_under REFERENCES strategy_version,
        status              text NOT NULL DEFAULT 'open' CONSTRAINT proposal_status
                            CHECK (status IN ('open', 'approved', 'rejected', 'returned', 'withdrawn', 'lapsed')),
        submitted_by        uuid NOT NULL CONSTRAINT proposal_submitted_by REFERENCES app_user,
        submitted_at        timestamptz NOT NULL DEFAULT now(),
        due_at              timestamptz NOT NULL,
        snapshot_id         uuid,
        closed_at           timestamptz,
        -- Why the secretary sent it back for its form; a decision has a rationale of its own.
        close_reason        text CONSTRAINT proposal_close_reason_length CHECK (length(close_reason) BETWEEN 1 AND 4000),
        version             integer NOT NULL DEFAULT 1,
        created_at          timestamptz NOT NULL DEFAULT now(),
        created_by          uuid CONSTRAINT proposal_created_by REFERENCES app_user,
        updated_at          timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT proposal_one_subject CHECK (
          num_nonnulls(strategy_version_id, charter_id, change_request_id) = 1
          AND (subject_type = 'strategy_version') = (strategy_version_id IS NOT NULL)
          AND (subject_type = 'charter') = (charter_id IS NOT NULL)
          AND (subject_type = 'change_request') = (change_request_id IS NOT NULL)),
        CONSTRAINT proposal_closed_whole CHECK ((status = 'open') = (closed_at IS NULL))
      );
      CREATE UNIQUE INDEX proposal_one_open_charter ON proposal (charter_id) WHERE status = 'open' AND charter_id IS NOT NULL;
      CREATE UNIQUE INDEX proposal_one_open_version ON proposal (strategy_version_id) WHERE status = 'open' AND strategy_version_id IS NOT NULL;
      CREATE UNIQUE INDEX proposal_one_open_change ON proposal (change_request_id) WHERE status = 'open' AND change_request_id IS NOT NULL;
      CREATE INDEX proposal_status_due ON proposal (status, due_at, id);
      CREATE INDEX proposal_charter_of ON proposal (charter_id);
      CREATE INDEX proposal_submitted ON proposal (submitted_at DESC, id DESC);

      -- What exactly is voted on. A material change writes a new one; votes on the old one no longer count.
      CREATE TABLE proposal_snapshot (
        id          uuid PRIMARY KEY DEFAULT new_id(),
        proposal_id uuid NOT NULL CONSTRAINT proposal_snapshot_proposal REFERENCES proposal,
        number      integer NOT NULL,
        revision    integer,
        body        text NOT NULL,
        hash        text NOT NULL CONSTRAINT proposal_snapshot_hash CHECK (hash ~ '^[0-9a-f]{64}$'),
        reason      text,
        taken_at    timestamptz NOT NULL DEFAULT now(),
        taken_by    uuid CONSTRAINT proposal_snapshot_taken_by REFERENCES app_user,
        CONSTRAINT proposal_snapshot_once UNIQUE (proposal_id, number)
      );
      CALL only_grows('proposal_snapshot');
      ALTER TABLE proposal ADD CONSTRAINT proposal_snapshot FOREIGN KEY (snapshot_id) REFERENCES proposal_snapshot
        DEFERRABLE INITIALLY DEFERRED;

      -- Seats as they were at submission; who sits in them is read at each call.
      CREATE TABLE proposal_seat (
        proposal_id     uuid NOT NULL CONSTRAINT proposal_seat_proposal REFERENCES proposal,
        seat_id         uuid NOT NULL CONSTRAINT proposal_seat_seat REFERENCES seat,
        constituency_id uuid NOT NULL CONSTRAINT proposal_seat_constituency REFERENCES constituency,
        CONSTRAINT proposal_seat_pkey PRIMARY KEY (proposal_id, seat_id)
      );
      CALL only_grows('proposal_seat');

      CREATE TABLE substitute (
        id              uuid PRIMARY KEY DEFAULT new_id(),
        proposal_id     uuid NOT NULL CONSTRAINT substitute_proposal REFERENCES proposal,
        constituency_id uuid NOT NULL CONSTRAINT substitute_constituency REFERENCES constituency,
        user_id         uuid NOT NULL CONSTRAINT substitute_user REFERENCES app_user,
        reason          text NOT NULL CONSTRAINT substitute_reason_length CHECK (length(reason) BETWEEN 1 AND 2000),
        named_by        uuid NOT NULL CONSTRAINT substitute_named_by REFERENCES app_user,
        named_at        timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT substitute_once UNIQUE (proposal_id, constituency_id),
        CONSTRAINT substitute_person_once UNIQUE (proposal_id, user_id)
      );
      CALL only_grows('substitute');

      -- Insert only: a changed vote is a new row, and the last one on the current snapshot counts.
      CREATE TABLE vote (
        id              uuid PRIMARY KEY DEFAULT new_id(),
        sequence        bigint GENERATED ALWAYS AS IDENTITY,
        proposal_id     uuid NOT NULL CONSTRAINT vote_proposal REFERENCES proposal,
        snapshot_id     uuid NOT NULL CONSTRAINT vote_snapshot REFERENCES proposal_snapshot,
        user_id         uuid NOT NULL CONSTRAINT vote_user REFERENCES app_user,
        seat_id         uuid CONSTRAINT vote_seat REFERENCES seat,
        substitute_id   uuid CONSTRAINT vote_substitute REFERENCES substitute,
        constituency_id uuid NOT NULL CONSTRAINT vote_constituency REFERENCES constituency,
        choice          text NOT NULL CONSTRAINT vote_choice CHECK (choice IN ('approve', 'return', 'reject', 'abstain')),
        reason          text CONSTRAINT vote_reason_length CHECK (length(reason) <= 4000),
        conditions      text[] NOT NULL DEFAULT '{}',
        cast_at         timestamptz NOT NULL DEFAULT clock_timestamp(),
        CONSTRAINT vote_authority CHECK (num_nonnulls(seat_id, substitute_id) = 1),
        CONSTRAINT vote_reason_given CHECK (choice IN ('approve', 'abstain') OR reason <> ''),
        CONSTRAINT vote_conditions_on_approval CHECK (choice = 'approve' OR conditions = '{}')
      );
      CREATE INDEX vote_of_proposal ON vote (proposal_id, user_id, sequence DESC);
      CALL only_grows('vote');
      -- The votes that count: on the snapshot before the board, the last of each person and the last in each seat.
      CREATE VIEW counted_vote AS
        SELECT DISTINCT ON (last.proposal_id, coalesce(last.seat_id, last.substitute_id)) last.*
          FROM (SELECT DISTINCT ON (v.proposal_id, v.user_id) v.*
                  FROM vote v JOIN proposal p ON p.id = v.proposal_id AND p.snapshot_id = v.snapshot_id
                 ORDER BY v.proposal_id, v.user_id, v.sequence DESC) last
         ORDER BY last.proposal_id, coalesce(last.seat_id, last.substitute_id), last.sequence DESC;

      -- Which KPIs stand behind a proposal: changing one of them dismisses its votes.
      CREATE VIEW proposal_kpi AS
        SELECT p.id AS proposal_id, l.kpi_id FROM proposal p JOIN charter_kpi l ON l.charter_id = p.charter_id
        UNION
        SELECT p.id, (l ->> 'kpi')::uuid
          FROM proposal p JOIN change_request r ON r.id = p.change_request_id,
               jsonb_array_elements(r.content -> 'kpis') l
        UNION
        SELECT p.id, l.kpi_id FROM proposal p JOIN strategy_version_kpi l ON l.strategy_version_id = p.strategy_version_id;

      -- Whoever has a stake in what is decided, and which; they vote in no seat (PRODUCT section 4). Leads are the
      -- project's and IT's; of a change request also those it would bring in.
      CREATE VIEW proposal_interest AS
        SELECT p.id AS proposal_id, p.submitted_by AS user_id,
               CASE p.subject_type WHEN 'strategy_version' THEN 'proposer' ELSE 'submitter' END AS conflict
          FROM proposal p
        UNION
        SELECT p.id, stake.user_id, stake.conflict
          FROM proposal p JOIN charter c ON c.id = p.charter_id
         CROSS JOIN LATERAL (VALUES (c.lead_id, 'lead'), (c.it_lead_id, 'lead'), (c.business_sponsor_id, 'sponsor'))
               AS stake (user_id, conflict)
         WHERE stake.user_id IS NOT NULL
        UNION
        SELECT p.id, e.user_id, 'editor'
          FROM proposal p JOIN proposal_snapshot s ON s.id = p.snapshot_id
          JOIN charter_material_edit e ON e.charter_id = p.charter_id AND e.revision = s.revision
        UNION
        SELECT p.id, stake.user_id, stake.conflict
          FROM proposal p JOIN change_request r ON r.id = p.change_request_id JOIN charter c ON c.id = r.charter_id
         CROSS JOIN LATERAL (VALUES (c.lead_id, 'lead'), (c.it_lead_id, 'lead'), (c.business_sponsor_id, 'sponsor'),
               ((r.content ->> 'lead')::uuid, 'lead'), ((r.content ->> 'itLead')::uuid, 'lead'),
               ((r.content ->> 'businessSponsor')::uuid, 'sponsor'), (r.created_by, 'editor'))
               AS stake (user_id, conflict)
         WHERE stake.user_id IS NOT NULL;

      CREATE TABLE overrule (
        id          uuid PRIMARY KEY DEFAULT new_id(),
        proposal_id uuid NOT NULL CONSTRAINT overrule_proposal REFERENCES proposal,
        snapshot_id uuid NOT NULL CONSTRAINT overrule_snapshot REFERENCES proposal_snapshot,
        check_code  text NOT NULL CONSTRAINT overrule_check CHECK (check_code = 'OUTCOME'),
        user_id     uuid NOT NULL CONSTRAINT overrule_user REFERENCES app_user,
        reason      text NOT NULL CONSTRAINT overrule_reason_length CHECK (length(reason) BETWEEN 1 AND 4000),
        at          timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT overrule_once UNIQUE (snapshot_id, check_code)
      );
      CALL only_grows('overrule');

      CREATE SEQUENCE code_decision;
      CREATE TABLE decision (
        id                  uuid PRIMARY KEY DEFAULT new_id(),
        code                text NOT NULL DEFAULT next_code('DC', 4, nextval('code_decision')) CONSTRAINT decision_code_unique UNIQUE,
        proposal_id         uuid NOT NULL CONSTRAINT decision_proposal REFERENCES proposal CONSTRAINT decision_once UNIQUE,
        outcome             text NOT NULL CONSTRAINT decision_outcome CHECK (outcome IN ('approved', 'rejected', 'returned')),
        early               boolean NOT NULL,
        rationale           text NOT NULL CONSTRAINT decision_rationale_length CHECK (length(rationale) <= 10000),
        conditions          text[] NOT NULL DEFAULT '{}',
        snapshot_id         uuid NOT NULL CONSTRAINT decision_snapshot REFERENCES proposal_snapshot,
        snapshot_hash       text NOT NULL,
        strategy_version_id uuid CONSTRAINT decision_strategy_version REFERENCES strategy_version,
        -- Rule, seats, votes, substitutes, overrules and gate as they were, with names of office.
        record              jsonb NOT NULL,
        language            text NOT NULL,
        -- The moment it is written, after every vote it counts: a closing may have waited for them.
        decided_at          timestamptz NOT NULL DEFAULT clock_timestamp(),
        decided_by          uuid NOT NULL CONSTRAINT decision_decided_by REFERENCES app_user
      );
      CREATE INDEX decision_at ON decision (decided_at DESC, id DESC);
      CALL only_grows('decision');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE proposal DROP CONSTRAINT proposal_snapshot;
      DROP VIEW proposal_interest, proposal_kpi, counted_vote, occupied_seat;
      DROP TABLE decision, overrule, vote, substitute, proposal_seat, proposal_snapshot, proposal, decision_right,
        seat, constituency, board;
      DROP SEQUENCE code_decision, code_proposal;
    `);
  }
}
