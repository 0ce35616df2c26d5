import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The promise of the product, kept by the database: no charter is approved without a principle of the version it was
 * approved under and a complete business KPI, whoever writes it and by which way (PRODUCT section 4, TRUST T1).
 */
export class ApprovalGuard1795305690000 implements MigrationInterface {
  readonly name = 'ApprovalGuard1795305690000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION refuse_unlawful_approval() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        wanted uuid;
        c charter%ROWTYPE;
      BEGIN
        IF TG_TABLE_NAME = 'charter' THEN wanted := NEW.id;
        ELSIF TG_OP = 'DELETE' THEN wanted := OLD.charter_id;
        ELSE wanted := NEW.charter_id;
        END IF;
        -- The row as it stands when the transaction ends, not as the statement left it.
        SELECT * INTO c FROM charter WHERE id = wanted;
        IF NOT FOUND OR c.approved_under_version IS NULL THEN RETURN NULL; END IF;

        IF NOT EXISTS (SELECT 1 FROM strategy_version v
                        WHERE v.id = c.approved_under_version AND v.status IN ('in_force', 'superseded')) THEN
          RAISE EXCEPTION 'charter % is approved under a strategy version that was never in force', c.code
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'charter_approved_under_strategy';
        END IF;
        IF NOT EXISTS (SELECT 1 FROM charter_principle l
                         JOIN principle_revision r ON r.principle_id = l.principle_id
                          AND r.strategy_version_id = c.approved_under_version
                        WHERE l.charter_id = c.id) THEN
          RAISE EXCEPTION 'charter % cites no principle of the strategy it is approved under', c.code
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'charter_approved_with_principle';
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
          RAISE EXCEPTION 'charter % cites no complete business KPI that it moves', c.code
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'charter_approved_with_kpi';
        END IF;
        IF NOT EXISTS (SELECT 1 FROM decision d JOIN proposal p ON p.id = d.proposal_id
                         JOIN proposal_snapshot n ON n.id = d.snapshot_id
                        LEFT JOIN change_request cr ON cr.id = p.change_request_id
                        WHERE d.outcome = 'approved' AND c.id IN (p.charter_id, cr.charter_id)
                          AND d.strategy_version_id = c.approved_under_version AND n.revision = c.approved_revision) THEN
          RAISE EXCEPTION 'charter % is approved without a decision of a board', c.code
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'charter_approved_by_decision';
        END IF;
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
      DROP FUNCTION guard_charter_state();
    `);
  }
}
