import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a ratification unsettles, also a page of it at the cost of a page: the rule takes how many charters of each
 * principle are wanted, and the indexes hold just the charters that it asks for.
 */
export class UnsettlingInPages1795307000000 implements MigrationInterface {
  readonly name = 'UnsettlingInPages1795307000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX charter_standing ON charter (id)
        WHERE approved_at IS NOT NULL AND status IN ('approved', 'in_delivery', 'paused', 'live');
      CREATE INDEX charter_undecided ON charter (id)
        WHERE approved_at IS NULL AND status NOT IN ('rejected', 'withdrawn', 'closed', 'stopped', 'retired');
      CREATE INDEX reaffirmation_left ON reaffirmation (principle_id, charter_id)
        WHERE cause = 'principle_left' AND settled_at IS NULL;
      CREATE INDEX principle_exception_of_charter ON principle_exception (charter_id);

      -- Not approved, and not at its end: being written, before the board, or running without an approval.
      CREATE VIEW undecided_charter AS
        SELECT c.id, c.code, c.lead_id FROM charter c
         WHERE c.approved_at IS NULL AND c.status NOT IN ('rejected', 'withdrawn', 'closed', 'stopped', 'retired');

      -- For each principle in the order of the charters' ids, and not more of each than at_most (null is all): the first
      -- n charters of the whole are among the first n of each principle, with everything that unsettles them.
      CREATE FUNCTION unsettled_by(wanted uuid, former uuid, at_most bigint)
      RETURNS TABLE (charter_id uuid, cause text, principle_id uuid) LANGUAGE sql STABLE AS $$
        WITH held AS MATERIALIZED (SELECT b.principle_id, b.change FROM principles_between(wanted, former) b)
        SELECT l.charter_id, CASE h.change WHEN 'left' THEN 'principle_left' ELSE 'principle_revised' END, h.principle_id
          FROM held h CROSS JOIN LATERAL (
            SELECT l.charter_id FROM charter_principle l JOIN standing_charter c ON c.id = l.charter_id
             WHERE l.principle_id = h.principle_id ORDER BY l.charter_id LIMIT at_most) l
         WHERE h.change IN ('left', 'revised')
        UNION ALL
        -- Back after it had left: to be read again, however it is worded. In force meanwhile it would have been settled.
        SELECT l.charter_id, 'principle_revised', h.principle_id
          FROM held h CROSS JOIN LATERAL (
            SELECT l.charter_id FROM reaffirmation o
              JOIN charter_principle l ON l.charter_id = o.charter_id AND l.principle_id = o.principle_id
              JOIN standing_charter c ON c.id = l.charter_id
             WHERE o.principle_id = h.principle_id AND o.cause = 'principle_left' AND o.settled_at IS NULL
             ORDER BY l.charter_id LIMIT at_most) l
         WHERE h.change IN ('new', 'same')
      $$;

      -- All of it: what ratification writes into the queue, and what is counted before.
      CREATE OR REPLACE FUNCTION unsettled_by(wanted uuid, former uuid)
      RETURNS TABLE (charter_id uuid, cause text, principle_id uuid) LANGUAGE sql STABLE AS $$
        SELECT u.charter_id, u.cause, u.principle_id FROM unsettled_by(wanted, former, NULL) u
      $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE OR REPLACE FUNCTION unsettled_by(wanted uuid, former uuid)
      RETURNS TABLE (charter_id uuid, cause text, principle_id uuid) LANGUAGE sql STABLE AS $$
        WITH held AS MATERIALIZED (SELECT b.principle_id, b.change FROM principles_between(wanted, former) b)
        SELECT l.charter_id, CASE h.change WHEN 'left' THEN 'principle_left' ELSE 'principle_revised' END, l.principle_id
          FROM held h JOIN charter_principle l ON l.principle_id = h.principle_id
          JOIN standing_charter c ON c.id = l.charter_id
         WHERE h.change IN ('left', 'revised')
        UNION
        SELECT l.charter_id, 'principle_revised', l.principle_id
          FROM reaffirmation o JOIN held h ON h.principle_id = o.principle_id AND h.change <> 'left'
          JOIN charter_principle l ON l.charter_id = o.charter_id AND l.principle_id = o.principle_id
          JOIN standing_charter c ON c.id = l.charter_id
         WHERE o.cause = 'principle_left' AND o.settled_at IS NULL
      $$;
      DROP FUNCTION unsettled_by(uuid, uuid, bigint);
      DROP VIEW undecided_charter;
      DROP INDEX charter_standing, charter_undecided, reaffirmation_left, principle_exception_of_charter;
    `);
  }
}
