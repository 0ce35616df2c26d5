import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Exceptions from principles, what a charter answers and cites of them, and what has to be affirmed anew. */
export class Exceptions1795306050020 implements MigrationInterface {
  readonly name = 'Exceptions1795306050020';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE SEQUENCE code_exception;
      CREATE TABLE principle_exception (
        id                   uuid PRIMARY KEY DEFAULT new_id(),
        code                 text NOT NULL DEFAULT next_code('EX', 3, nextval('code_exception'))
                             CONSTRAINT principle_exception_code_unique UNIQUE,
        principle_id         uuid NOT NULL CONSTRAINT principle_exception_principle REFERENCES principle,
        charter_id           uuid NOT NULL CONSTRAINT principle_exception_charter REFERENCES charter,
        category             text NOT NULL CONSTRAINT principle_exception_category
                             CHECK (category IN ('business', 'technical', 'regulatory')),
        justification        text NOT NULL CONSTRAINT principle_exception_justification_length
                             CHECK (length(justification) BETWEEN 1 AND 4000),
        compensating_control text NOT NULL CONSTRAINT principle_exception_control_length
                             CHECK (length(compensating_control) BETWEEN 1 AND 4000),
        expires_on           date NOT NULL,
        renews_id            uuid CONSTRAINT principle_exception_renews REFERENCES principle_exception,
        -- How many renewals led here, this one included.
        renewal              integer NOT NULL DEFAULT 0 CONSTRAINT principle_exception_renewal CHECK (renewal >= 0),
        status               text NOT NULL DEFAULT 'draft' CONSTRAINT principle_exception_status
                             CHECK (status IN ('draft', 'proposed', 'granted', 'rejected', 'expired', 'revoked')),
        -- Days of the organisation: what is proposed and granted on a day counts for the whole of it.
        proposed_on          date,
        granted_on           date,
        granted_at           timestamptz,
        ended_at             timestamptz,
        ended_by             uuid CONSTRAINT principle_exception_ended_by REFERENCES app_user,
        end_reason           text CONSTRAINT principle_exception_end_reason_length CHECK (length(end_reason) BETWEEN 1 AND 4000),
        version              integer NOT NULL DEFAULT 1,
        created_at           timestamptz NOT NULL DEFAULT now(),
        created_by           uuid CONSTRAINT principle_exception_created_by REFERENCES app_user,
        updated_at           timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT principle_exception_granted_whole CHECK (
          (status IN ('granted', 'expired', 'revoked')) = (granted_at IS NOT NULL)
          AND (granted_at IS NULL) = (granted_on IS NULL)),
        CONSTRAINT principle_exception_ended_whole CHECK ((status IN ('expired', 'revoked')) = (ended_at IS NOT NULL)),
        CONSTRAINT principle_exception_revoked_with_reason CHECK (status <> 'revoked' OR end_reason IS NOT NULL),
        CONSTRAINT principle_exception_lasts_a_year CHECK (
          expires_on > granted_on AND expires_on <= (granted_on + interval '12 months')::date),
        CONSTRAINT principle_exception_renews_whole CHECK ((renews_id IS NULL) = (renewal = 0) AND renews_id IS DISTINCT FROM id),
        CONSTRAINT principle_exception_own UNIQUE (id, charter_id)
      );
      -- One holds, and one is on its way to replace it.
      CREATE UNIQUE INDEX principle_exception_one_granted ON principle_exception (charter_id, principle_id) WHERE status = 'granted';
      CREATE UNIQUE INDEX principle_exception_one_open ON principle_exception (charter_id, principle_id)
        WHERE status IN ('draft', 'proposed');
      CREATE INDEX principle_exception_of_principle ON principle_exception (principle_id, status);
      CREATE INDEX principle_exception_renewed ON principle_exception (renews_id) WHERE renews_id IS NOT NULL;
      CREATE INDEX principle_exception_ends ON principle_exception (expires_on) WHERE status = 'granted';

      -- Until when a granted exception holds: a renewal proposed in time keeps it up to 30 days.
      CREATE VIEW exception_standing AS
        SELECT x.id, x.expires_on + CASE WHEN EXISTS (
                 SELECT 1 FROM principle_exception r
                  WHERE r.renews_id = x.id AND r.status = 'proposed' AND r.proposed_on <= x.expires_on) THEN 30 ELSE 0 END AS holds_until
          FROM principle_exception x WHERE x.status = 'granted';

      CREATE FUNCTION guard_exception() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        course text[] := ARRAY['status', 'proposed_on', 'granted_on', 'granted_at', 'ended_at', 'ended_by', 'end_reason', 'version', 'updated_at'];
      BEGIN
        IF TG_OP = 'INSERT' THEN
          IF NEW.status <> 'draft' THEN
            RAISE EXCEPTION 'an exception begins as a draft, not as %', NEW.status
              USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'exception_state_path';
          END IF;
          RETURN NEW;
        END IF;
        IF TG_OP = 'DELETE' THEN
          IF OLD.status <> 'draft' OR EXISTS (SELECT 1 FROM proposal p WHERE p.exception_id = OLD.id) THEN
            RAISE EXCEPTION 'an exception that was proposed is never deleted'
              USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'exception_frozen';
          END IF;
          RETURN OLD;
        END IF;
        IF OLD.status <> NEW.status AND NOT (OLD.status, NEW.status) IN (
          ('draft', 'proposed'), ('proposed', 'draft'), ('proposed', 'granted'), ('proposed', 'rejected'),
          ('granted', 'expired'), ('granted', 'revoked')) THEN
          RAISE EXCEPTION 'exception % cannot go from % to %', OLD.code, OLD.status, NEW.status
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'exception_state_path';
        END IF;
        IF OLD.status <> 'draft' AND to_jsonb(OLD) - course <> to_jsonb(NEW) - course
          OR OLD.granted_at <> NEW.granted_at OR OLD.granted_on <> NEW.granted_on THEN
          RAISE EXCEPTION 'exception % is %: what it says cannot change', OLD.code, OLD.status
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'exception_frozen';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER principle_exception_guarded BEFORE INSERT OR UPDATE OR DELETE ON principle_exception
        FOR EACH ROW EXECUTE FUNCTION guard_exception();

      -- What the charter answers, why it does what a principle advises against, and which exceptions the board weighs.
      ALTER TABLE charter
        ADD COLUMN facts jsonb NOT NULL DEFAULT '{}' CONSTRAINT charter_facts CHECK (jsonb_typeof(facts) = 'object'),
        ADD COLUMN deviations jsonb NOT NULL DEFAULT '[]' CONSTRAINT charter_deviations CHECK (jsonb_typeof(deviations) = 'array');
      CREATE TABLE charter_exception (
        charter_id   uuid NOT NULL CONSTRAINT charter_exception_charter REFERENCES charter,
        exception_id uuid NOT NULL,
        CONSTRAINT charter_exception_pkey PRIMARY KEY (charter_id, exception_id),
        CONSTRAINT charter_exception_own FOREIGN KEY (exception_id, charter_id) REFERENCES principle_exception (id, charter_id)
      );
      CREATE INDEX charter_exception_of ON charter_exception (exception_id);
      CREATE CONSTRAINT TRIGGER charter_exception_stays_as_approved AFTER INSERT OR UPDATE OR DELETE ON charter_exception
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_content_not_approved();

      CREATE OR REPLACE FUNCTION charter_content(wanted uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
        SELECT jsonb_build_object(
          'title', c.title,
          'outcomeStatement', c.outcome_statement,
          'narrative', c.narrative,
          'businessUnit', c.business_unit_id,
          'lead', c.lead_id,
          'businessSponsor', c.business_sponsor_id,
          'itLead', c.it_lead_id,
          'capability', c.capability_id,
          'budget', CASE WHEN c.budget_amount IS NULL THEN NULL
                         ELSE jsonb_build_object('amount', c.budget_amount::text, 'currency', c.budget_currency) END,
          'startDate', c.start_date,
          'endDate', c.end_date,
          'noGovernedData', c.no_governed_data,
          'facts', c.facts,
          'deviations', c.deviations,
          'resilience', jsonb_build_object(
            'stopCriteria', c.stop_criteria, 'rollback', c.rollback, 'contingency', c.contingency,
            'portability', CASE WHEN c.portability_format IS NULL AND c.portability_method IS NULL
                                 AND c.portability_tested_on IS NULL THEN NULL
              ELSE jsonb_build_object('format', c.portability_format, 'method', c.portability_method,
                                      'lastTestedOn', c.portability_tested_on) END,
            'exit', c.exit_plan, 'retirement', c.retirement),
          'principles', (SELECT coalesce(jsonb_agg(jsonb_build_object('principle', l.principle_id, 'how', l.how)
                                  ORDER BY l.principle_id), '[]') FROM charter_principle l WHERE l.charter_id = c.id),
          'kpis', (SELECT coalesce(jsonb_agg(jsonb_build_object('kpi', l.kpi_id, 'revision', l.kpi_revision_id,
                            'from', l.from_value, 'to', l.to_value, 'by', l.by_date, 'confidence', l.confidence)
                            ORDER BY l.kpi_id), '[]') FROM charter_kpi l WHERE l.charter_id = c.id),
          'domains', (SELECT coalesce(jsonb_agg(jsonb_build_object('domain', l.domain_id, 'entities',
                        (SELECT coalesce(jsonb_agg(jsonb_build_object('entity', e.entity_id, 'essential', e.essential)
                                  ORDER BY e.entity_id), '[]')
                           FROM charter_entity e WHERE e.charter_id = c.id AND e.domain_id = l.domain_id))
                        ORDER BY l.domain_id), '[]') FROM charter_domain l WHERE l.charter_id = c.id),
          'services', (SELECT coalesce(jsonb_agg(l.service_id ORDER BY l.service_id), '[]') FROM charter_service l WHERE l.charter_id = c.id),
          'systems', (SELECT coalesce(jsonb_agg(l.system_id ORDER BY l.system_id), '[]') FROM charter_system l WHERE l.charter_id = c.id),
          'parties', (SELECT coalesce(jsonb_agg(jsonb_build_object('party', l.party_id, 'role', l.role)
                        ORDER BY l.party_id), '[]') FROM charter_party l WHERE l.charter_id = c.id),
          'exceptions', (SELECT coalesce(jsonb_agg(l.exception_id ORDER BY l.exception_id), '[]')
                           FROM charter_exception l WHERE l.charter_id = c.id),
          'predecessors', (SELECT coalesce(jsonb_agg(l.predecessor_id ORDER BY l.predecessor_id), '[]')
                             FROM charter_predecessor l WHERE l.charter_id = c.id))
        FROM charter c WHERE c.id = wanted
      $$;

      -- Exceptions come before the board as everything else does.
      ALTER TABLE decision_right DROP CONSTRAINT decision_right_subject,
        ADD CONSTRAINT decision_right_subject CHECK (subject IN ('strategy_version', 'charter', 'change_request', 'exception'));
      ALTER TABLE proposal
        ADD COLUMN exception_id uuid CONSTRAINT proposal_exception REFERENCES principle_exception,
        DROP CONSTRAINT proposal_subject_type,
        ADD CONSTRAINT proposal_subject_type CHECK (subject_type IN ('strategy_version', 'charter', 'change_request', 'exception')),
        DROP CONSTRAINT proposal_one_subject,
        ADD CONSTRAINT proposal_one_subject CHECK (
          num_nonnulls(strategy_version_id, charter_id, change_request_id, exception_id) = 1
          AND (subject_type = 'strategy_version') = (strategy_version_id IS NOT NULL)
          AND (subject_type = 'charter') = (charter_id IS NOT NULL)
          AND (subject_type = 'change_request') = (change_request_id IS NOT NULL)
          AND (subject_type = 'exception') = (exception_id IS NOT NULL));
      CREATE UNIQUE INDEX proposal_one_open_exception ON proposal (exception_id) WHERE status = 'open' AND exception_id IS NOT NULL;
      CREATE INDEX proposal_exception_of ON proposal (exception_id) WHERE exception_id IS NOT NULL;

      CREATE OR REPLACE VIEW proposal_interest AS
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
         WHERE stake.user_id IS NOT NULL
        UNION
        SELECT p.id, stake.user_id, stake.conflict
          FROM proposal p JOIN principle_exception x ON x.id = p.exception_id JOIN charter c ON c.id = x.charter_id
         CROSS JOIN LATERAL (VALUES (c.lead_id, 'lead'), (c.it_lead_id, 'lead'), (c.business_sponsor_id, 'sponsor'),
               (x.created_by, 'editor')) AS stake (user_id, conflict)
         WHERE stake.user_id IS NOT NULL
        UNION
        -- Whoever reworded it: all of an exception is weighed, and the audit trail knows who wrote.
        SELECT p.id, e.actor_id, 'editor'
          FROM proposal p JOIN audit_event e ON e.record_id = p.exception_id AND e.action = 'exception.changed'
         WHERE e.actor_id IS NOT NULL;

      CREATE FUNCTION refuse_ungranted_exception() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM principle_exception x WHERE x.id = NEW.id AND x.granted_at IS NOT NULL)
          AND NOT EXISTS (SELECT 1 FROM decision d JOIN proposal p ON p.id = d.proposal_id
                           WHERE p.exception_id = NEW.id AND d.outcome = 'approved') THEN
          RAISE EXCEPTION 'no board has granted exception %', NEW.code
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'exception_by_decision';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER principle_exception_by_decision AFTER INSERT OR UPDATE ON principle_exception
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_ungranted_exception();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER principle_exception_by_decision ON principle_exception;
      DROP FUNCTION refuse_ungranted_exception();
      CREATE OR REPLACE VIEW proposal_interest AS
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
      ALTER TABLE proposal DROP CONSTRAINT proposal_one_subject, DROP CONSTRAINT proposal_subject_type, DROP COLUMN exception_id,
        ADD CONSTRAINT proposal_subject_type CHECK (subject_type IN ('strategy_version', 'charter', 'change_request')),
        ADD CONSTRAINT proposal_one_subject CHECK (
          num_nonnulls(strategy_version_id, charter_id, change_request_id) = 1
          AND (subject_type = 'strategy_version') = (strategy_version_id IS NOT NULL)
          AND (subject_type = 'charter') = (charter_id IS NOT NULL)
          AND (subject_type = 'change_request') = (change_request_id IS NOT NULL));
      ALTER TABLE decision_right DROP CONSTRAINT decision_right_subject,
        ADD CONSTRAINT decision_right_subject CHECK (subject IN ('strategy_version', 'charter', 'change_request'));
      CREATE OR REPLACE FUNCTION charter_content(wanted uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
        SELECT jsonb_build_object(
          'title', c.title,
          'outcomeStatement', c.outcome_statement,
          'narrative', c.narrative,
          'businessUnit', c.business_unit_id,
          'lead', c.lead_id,
          'businessSponsor', c.business_sponsor_id,
          'itLead', c.it_lead_id,
          'capability', c.capability_id,
          'budget', CASE WHEN c.budget_amount IS NULL THEN NULL
                         ELSE jsonb_build_object('amount', c.budget_amount::text, 'currency', c.budget_currency) END,
          'startDate', c.start_date,
          'endDate', c.end_date,
          'noGovernedData', c.no_governed_data,
          'resilience', jsonb_build_object(
            'stopCriteria', c.stop_criteria, 'rollback', c.rollback, 'contingency', c.contingency,
            'portability', CASE WHEN c.portability_format IS NULL AND c.portability_method IS NULL
                                 AND c.portability_tested_on IS NULL THEN NULL
              ELSE jsonb_build_object('format', c.portability_format, 'method', c.portability_method,
                                      'lastTestedOn', c.portability_tested_on) END,
            'exit', c.exit_plan, 'retirement', c.retirement),
          'principles', (SELECT coalesce(jsonb_agg(jsonb_build_object('principle', l.principle_id, 'how', l.how)
                                  ORDER BY l.principle_id), '[]') FROM charter_principle l WHERE l.charter_id = c.id),
          'kpis', (SELECT coalesce(jsonb_agg(jsonb_build_object('kpi', l.kpi_id, 'revision', l.kpi_revision_id,
                            'from', l.from_value, 'to', l.to_value, 'by', l.by_date, 'confidence', l.confidence)
                            ORDER BY l.kpi_id), '[]') FROM charter_kpi l WHERE l.charter_id = c.id),
          'domains', (SELECT coalesce(jsonb_agg(jsonb_build_object('domain', l.domain_id, 'entities',
                        (SELECT coalesce(jsonb_agg(jsonb_build_object('entity', e.entity_id, 'essential', e.essential)
                                  ORDER BY e.entity_id), '[]')
                           FROM charter_entity e WHERE e.charter_id = c.id AND e.domain_id = l.domain_id))
                        ORDER BY l.domain_id), '[]') FROM charter_domain l WHERE l.charter_id = c.id),
          'services', (SELECT coalesce(jsonb_agg(l.service_id ORDER BY l.service_id), '[]') FROM charter_service l WHERE l.charter_id = c.id),
          'systems', (SELECT coalesce(jsonb_agg(l.system_id ORDER BY l.system_id), '[]') FROM charter_system l WHERE l.charter_id = c.id),
          'parties', (SELECT coalesce(jsonb_agg(jsonb_build_object('party', l.party_id, 'role', l.role)
                        ORDER BY l.party_id), '[]') FROM charter_party l WHERE l.charter_id = c.id),
          'predecessors', (SELECT coalesce(jsonb_agg(l.predecessor_id ORDER BY l.predecessor_id), '[]')
                             FROM charter_predecessor l WHERE l.charter_id = c.id))
        FROM charter c WHERE c.id = wanted
      $$;
      DROP TABLE charter_exception;
      ALTER TABLE charter DROP COLUMN facts, DROP COLUMN deviations;
      DROP VIEW exception_standing;
      DROP TABLE principle_exception;
      DROP FUNCTION guard_exception();
      DROP SEQUENCE code_exception;
    `);
  }
}
