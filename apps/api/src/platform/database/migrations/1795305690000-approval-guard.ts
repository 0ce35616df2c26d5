import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The promise of the product, kept by the database: no charter is approved without a principle of the version it was
 * approved under and a complete business KPI, whoever writes it and by which way (PRODUCT section 4, TRUST T1).
 */
export class ApprovalGuard1795305690000 implements MigrationInterface {
  readonly name = 'ApprovalGuard1795305690000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Answers why the charter is not lawfully approved, as the constraint it breaks; null when all is well.
      CREATE FUNCTION unlawful_approval(wanted uuid) RETURNS text LANGUAGE plpgsql AS $$
      DECLARE
        c charter%ROWTYPE;
      BEGIN
        -- The row as it stands when the transaction ends, not as the statement left it.
        SELECT * INTO c FROM charter WHERE id = wanted;
        IF NOT FOUND OR c.approved_under_version IS NULL THEN RETURN NULL; END IF;

        IF NOT EXISTS (SELECT 1 FROM strategy_version v
                        WHERE v.id = c.approved_under_version AND v.status IN ('in_force', 'superseded')) THEN
          RETURN 'charter_approved_under_strategy';
        END IF;
        IF NOT EXISTS (SELECT 1 FROM charter_principle l
                         JOIN principle_revision r ON r.principle_id = l.principle_id
                          AND r.strategy_version_id = c.approved_under_version
                        WHERE l.charter_id = c.id) THEN
          RETURN 'charter_approved_with_principle';
        END IF;
        IF NOT EXISTS (SELECT 1 FROM charter_kpi l
                         JOIN kpi k ON k.id = l.kpi_id
                         JOIN kpi_revision r ON r.id = l.kpi_revision_id AND r.kpi_id = l.kpi_id
                        WHERE l.charter_id = c.id
                          AND r.kind = 'outcome' AND k.owner_id IS NOT NULL
                          AND r.definition <> '' AND r.unit <> '' AND r.baseline_value IS NOT NULL
                          AND l.by_date IS NOT NULL AND l.by_date <= r.target_date
                          AND CASE r.direction
                                WHEN 'increase' THEN r.target_value IS NOT NULL AND l.to_value > l.from_value
                                WHEN 'decrease' THEN r.target_value IS NOT NULL AND l.to_value < l.from_value
                                WHEN 'maintain' THEN num_nonnulls(r.lower_limit, r.upper_limit) > 0
                                ELSE false END) THEN
          RETURN 'charter_approved_with_kpi';
        END IF;
        IF NOT EXISTS (SELECT 1 FROM decision d JOIN proposal p ON p.id = d.proposal_id
                         JOIN proposal_snapshot n ON n.id = d.snapshot_id
                        LEFT JOIN change_request cr ON cr.id = p.change_request_id
                        WHERE d.outcome = 'approved' AND c.id IN (p.charter_id, cr.charter_id)
                          AND d.strategy_version_id = c.approved_under_version AND n.revision = c.approved_revision) THEN
          RETURN 'charter_approved_by_decision';
        END IF;
        RETURN NULL;
      END $$;

      CREATE FUNCTION refuse_unlawful_approval() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        wanted uuid[];
        touched uuid;
        broken text;
      BEGIN
        IF TG_TABLE_NAME = 'charter' THEN wanted := ARRAY[NEW.id];
        ELSIF TG_OP = 'INSERT' THEN wanted := ARRAY[NEW.charter_id];
        ELSIF TG_OP = 'DELETE' THEN wanted := ARRAY[OLD.charter_id];
        -- A link that is moved to another charter is taken from the one it was of.
        ELSE wanted := ARRAY[OLD.charter_id, NEW.charter_id];
        END IF;
        FOREACH touched IN ARRAY wanted LOOP
          -- One at a time: whoever takes a link away and whoever approves would otherwise both find all well. The
          -- charter's row is left alone, for those who write facts never lock it.
          IF TG_OP <> 'INSERT' THEN PERFORM pg_advisory_xact_lock(hashtextextended(touched::text, 7155174)); END IF;
          broken := unlawful_approval(touched);
          IF broken IS NOT NULL THEN
            RAISE EXCEPTION 'charter % is not lawfully approved', touched
              USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = broken;
          END IF;
        END LOOP;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER charter_lawfully_approved AFTER INSERT OR UPDATE ON charter
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_unlawful_approval();
      CREATE CONSTRAINT TRIGGER charter_principle_lawfully_approved AFTER INSERT OR UPDATE OR DELETE ON charter_principle
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_unlawful_approval();
      CREATE CONSTRAINT TRIGGER charter_kpi_lawfully_approved AFTER INSERT OR UPDATE OR DELETE ON charter_kpi
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_unlawful_approval();

      -- An approval is never taken back by an edit; and a charter never moves along a path that does not exist.
      CREATE FUNCTION guard_charter_state() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.approved_under_version IS NOT NULL AND NEW.approved_under_version IS NULL THEN
          RAISE EXCEPTION 'charter %: an approval cannot be undone', OLD.code
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'charter_state_path';
        END IF;
        IF OLD.status <> NEW.status AND NOT (OLD.status, NEW.status) IN (
          ('draft', 'submitted'), ('draft', 'withdrawn'),
          ('submitted', 'draft'), ('submitted', 'approved'), ('submitted', 'rejected'), ('submitted', 'withdrawn'),
          ('approved', 'in_delivery'), ('approved', 'stopped'),
          ('in_delivery', 'live'), ('in_delivery', 'paused'), ('in_delivery', 'stopped'),
          ('paused', 'in_delivery'), ('paused', 'stopped'),
          ('live', 'closed'), ('live', 'retired'), ('closed', 'retired')) THEN
          RAISE EXCEPTION 'charter % cannot go from % to %', OLD.code, OLD.status, NEW.status
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'charter_state_path';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER charter_state_guarded BEFORE UPDATE ON charter FOR EACH ROW EXECUTE FUNCTION guard_charter_state();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER charter_state_guarded ON charter;
      DROP TRIGGER charter_kpi_lawfully_approved ON charter_kpi;
      DROP TRIGGER charter_principle_lawfully_approved ON charter_principle;
      DROP TRIGGER charter_lawfully_approved ON charter;
      DROP FUNCTION refuse_unlawful_approval();
      DROP FUNCTION unlawful_approval(uuid);
      DROP FUNCTION guard_charter_state();
    `);
  }
}
