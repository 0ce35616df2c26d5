import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A vote is cast by whoever may, and an approval rests on such votes, by whatever way they are written (TRUST T1, T3).
 * The rules refuse both long before; this holds against a program that speaks SQL with the application's role.
 */
export class BallotGuard1795305695000 implements MigrationInterface {
  readonly name = 'BallotGuard1795305695000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION refuse_unlawful_vote() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        -- In share, as the product holds it: whoever closes waits, and whoever closed is seen.
        PERFORM 1 FROM proposal p
          WHERE p.id = NEW.proposal_id AND p.status = 'open' AND p.snapshot_id = NEW.snapshot_id FOR SHARE;
        -- Somebody who is being suspended votes before it, or not at all.
        IF FOUND THEN
          PERFORM 1 FROM app_user u WHERE u.id = NEW.user_id AND u.kind = 'internal' AND u.status = 'active' FOR SHARE;
        END IF;
        IF NOT FOUND
          OR EXISTS (SELECT 1 FROM proposal_interest i WHERE i.proposal_id = NEW.proposal_id AND i.user_id = NEW.user_id)
          OR NOT (
            EXISTS (SELECT 1 FROM proposal_seat s JOIN occupied_seat o ON o.id = s.seat_id AND o.holder_id = NEW.user_id
                     WHERE s.proposal_id = NEW.proposal_id AND s.seat_id = NEW.seat_id
                       AND s.constituency_id = NEW.constituency_id)
            OR EXISTS (SELECT 1 FROM substitute s
                        WHERE s.id = NEW.substitute_id AND s.proposal_id = NEW.proposal_id AND s.user_id = NEW.user_id
                          AND s.constituency_id = NEW.constituency_id)) THEN
          RAISE EXCEPTION 'this person has no vote on this proposal as it stands'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'vote_lawfully_cast';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER vote_lawfully_cast BEFORE INSERT ON vote FOR EACH ROW EXECUTE FUNCTION refuse_unlawful_vote();

      -- What every approval has, under any rule: the snapshot that was voted on, a vote of every constituency, and two
      -- approvals from two of them, one not IT. The rule itself is the product's to apply.
      CREATE FUNCTION refuse_unlawful_decision() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.outcome <> 'approved' THEN RETURN NULL; END IF;
        IF NOT EXISTS (SELECT 1 FROM proposal p JOIN proposal_snapshot s ON s.id = p.snapshot_id
                        WHERE p.id = NEW.proposal_id AND p.status = 'approved' AND p.snapshot_id = NEW.snapshot_id
                          AND s.hash = NEW.snapshot_hash AND s.hash = encode(sha256(convert_to(s.body, 'UTF8')), 'hex'))
          OR EXISTS (SELECT 1 FROM proposal p JOIN constituency c ON c.board_id = p.board_id
                      WHERE p.id = NEW.proposal_id AND NOT EXISTS (
                        SELECT 1 FROM counted_vote v WHERE v.proposal_id = p.id AND v.constituency_id = c.id))
          OR NOT (SELECT count(*) >= 2 AND count(DISTINCT v.constituency_id) >= 2 AND bool_or(NOT c.is_it)
                    FROM counted_vote v JOIN constituency c ON c.id = v.constituency_id
                   WHERE v.proposal_id = NEW.proposal_id AND v.choice = 'approve') THEN
          RAISE EXCEPTION 'the board has not approved this'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'decision_lawfully_made';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER decision_lawfully_made AFTER INSERT ON decision
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_unlawful_decision();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER decision_lawfully_made ON decision;
      DROP TRIGGER vote_lawfully_cast ON vote;
      DROP FUNCTION refuse_unlawful_decision();
      DROP FUNCTION refuse_unlawful_vote();
    `);
  }
}
