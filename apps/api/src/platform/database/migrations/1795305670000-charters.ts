import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Charters, everything they cite, and their revisions. */
export class Charters1795305670000 implements MigrationInterface {
  readonly name = 'Charters1795305670000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE SEQUENCE code_charter;
      CREATE TABLE charter (
        id                     uuid PRIMARY KEY DEFAULT new_id(),
        code                   text NOT NULL DEFAULT next_code('CH', 4, nextval('code_charter')) CONSTRAINT charter_code_unique UNIQUE,
        title                  text NOT NULL CONSTRAINT charter_title_length CHECK (length(title) BETWEEN 1 AND 200),
        outcome_statement      text NOT NULL DEFAULT '' CONSTRAINT charter_outcome_length CHECK (length(outcome_statement) <= 2000),
        narrative              text NOT NULL DEFAULT '' CONSTRAINT charter_narrative_length CHECK (length(narrative) <= 50000),
        business_unit_id       uuid CONSTRAINT charter_business_unit REFERENCES business_unit,
        lead_id                uuid CONSTRAINT charter_lead REFERENCES app_user,
        business_sponsor_id    uuid CONSTRAINT charter_business_sponsor REFERENCES app_user,
        it_lead_id             uuid CONSTRAINT charter_it_lead REFERENCES app_user,
        capability_id          uuid CONSTRAINT charter_capability REFERENCES capability,
        budget_amount          numeric(15, 2) CONSTRAINT charter_budget CHECK (budget_amount >= 0),
        budget_currency        text CONSTRAINT charter_budget_currency CHECK (budget_currency ~ '^[A-Z]{3}$'),
        start_date             date,
        end_date               date,
        no_governed_data       text CONSTRAINT charter_no_governed_data_length CHECK (length(no_governed_data) BETWEEN 1 AND 2000),
        stop_criteria          text CONSTRAINT charter_stop_criteria_length CHECK (length(stop_criteria) <= 10000),
        rollback               text CONSTRAINT charter_rollback_length CHECK (length(rollback) <= 10000),
        contingency            text CONSTRAINT charter_contingency_length CHECK (length(contingency) <= 10000),
        portability_format     text CONSTRAINT charter_portability_format_length CHECK (length(portability_format) <= 500),
        portability_method     text CONSTRAINT charter_portability_method_length CHECK (length(portability_method) <= 4000),
        portability_tested_on  date,
        exit_plan              text CONSTRAINT charter_exit_plan_length CHECK (length(exit_plan) <= 10000),
        retirement             jsonb NOT NULL DEFAULT '[]',
        status                 text NOT NULL DEFAULT 'draft' CONSTRAINT charter_status CHECK (status IN (
                                 'draft', 'submitted', 'approved', 'in_delivery', 'paused', 'live', 'closed',
                                 'rejected', 'withdrawn', 'stopped', 'retired')),
        origin                 text NOT NULL DEFAULT 'new' CONSTRAINT charter_origin CHECK (origin IN ('new', 'running')),
        import_key             text CONSTRAINT charter_import_key_unique UNIQUE,
        revision               integer NOT NULL DEFAULT 1 CONSTRAINT charter_revision_number CHECK (revision >= 1),
        approved_revision      integer,
        approved_under_version uuid CONSTRAINT charter_approved_under REFERENCES strategy_version,
        approved_at            timestamptz,
        submitted_at           timestamptz,
        version                integer NOT NULL DEFAULT 1,
        created_at             timestamptz NOT NULL DEFAULT now(),
        created_by             uuid CONSTRAINT charter_created_by REFERENCES app_user,
        updated_at             timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT charter_budget_whole CHECK ((budget_amount IS NULL) = (budget_currency IS NULL)),
        CONSTRAINT charter_dates CHECK (end_date >= start_date),
        CONSTRAINT charter_retirement_is_list CHECK (jsonb_typeof(retirement) = 'array'),
        CONSTRAINT charter_approval_whole CHECK (
          (approved_under_version IS NULL) = (approved_at IS NULL)
          AND (approved_under_version IS NULL) = (approved_revision IS NULL)),
        -- Only what already ran before Sightline may stand in a state after approval without an approval.
        CONSTRAINT charter_state_needs_approval CHECK (
          status NOT IN ('approved', 'in_delivery', 'paused', 'live', 'closed', 'stopped', 'retired')
          OR approved_under_version IS NOT NULL
          OR (origin = 'running' AND status <> 'approved'))
      );
      -- One index per sort key of the list; what is unknown counts as less than everything, so each serves both directions.
      CREATE INDEX charter_updated ON charter (updated_at, id);
      CREATE INDEX charter_status_updated ON charter (status, updated_at, id);
      CREATE INDEX charter_title_order ON charter (lower(title), id);
      CREATE INDEX charter_code_order ON charter (length(code), code, id);
      CREATE INDEX charter_created ON charter (created_at, id);
      CREATE INDEX charter_end ON charter (coalesce(end_date, '-infinity'), id);
      CREATE INDEX charter_budget_order ON charter (coalesce(budget_amount, -1), id);
      CREATE INDEX charter_approved ON charter (updated_at, id) WHERE approved_at IS NOT NULL;
      CREATE INDEX charter_running ON charter (updated_at, id) WHERE origin = 'running';
      CREATE INDEX charter_status_words ON charter USING gin (status, title gin_trgm_ops);
      CREATE INDEX charter_unit_of ON charter (business_unit_id);
      CREATE INDEX charter_lead_of ON charter (lead_id);
      CREATE INDEX charter_sponsor_of ON charter (business_sponsor_id);
      CREATE INDEX charter_it_lead_of ON charter (it_lead_id);
      CREATE INDEX charter_created_by_of ON charter (created_by);
      CREATE INDEX charter_capability_of ON charter (capability_id);

      CREATE TABLE charter_principle (
        charter_id   uuid NOT NULL CONSTRAINT charter_principle_charter REFERENCES charter,
        principle_id uuid NOT NULL CONSTRAINT charter_principle_principle REFERENCES principle,
        how          text NOT NULL DEFAULT '' CONSTRAINT charter_principle_how_length CHECK (length(how) <= 2000),
        CONSTRAINT charter_principle_pkey PRIMARY KEY (charter_id, principle_id)
      );
      CREATE INDEX charter_principle_of ON charter_principle (principle_id, charter_id);

      -- from and to are the change this charter promises; the revision is the KPI as it was when cited.
      CREATE TABLE charter_kpi (
        charter_id      uuid NOT NULL CONSTRAINT charter_kpi_charter REFERENCES charter,
        kpi_id          uuid NOT NULL CONSTRAINT charter_kpi_kpi REFERENCES kpi,
        kpi_revision_id uuid NOT NULL CONSTRAINT charter_kpi_revision REFERENCES kpi_revision,
        from_value      numeric,
        to_value        numeric,
        by_date         date,
        confidence      text NOT NULL DEFAULT 'medium' CONSTRAINT charter_kpi_confidence CHECK (confidence IN ('low', 'medium', 'high')),
        CONSTRAINT charter_kpi_pkey PRIMARY KEY (charter_id, kpi_id)
      );
      CREATE INDEX charter_kpi_of ON charter_kpi (kpi_id, charter_id);

      CREATE TABLE charter_domain (
        charter_id uuid NOT NULL CONSTRAINT charter_domain_charter REFERENCES charter,
        domain_id  uuid NOT NULL CONSTRAINT charter_domain_domain REFERENCES data_domain,
        CONSTRAINT charter_domain_pkey PRIMARY KEY (charter_id, domain_id)
      );
      CREATE INDEX charter_domain_of ON charter_domain (domain_id, charter_id);
      CREATE TABLE charter_entity (
        charter_id uuid NOT NULL,
        domain_id  uuid NOT NULL,
        entity_id  uuid NOT NULL CONSTRAINT charter_entity_entity REFERENCES data_entity,
        essential  boolean NOT NULL,
        CONSTRAINT charter_entity_pkey PRIMARY KEY (charter_id, entity_id),
        CONSTRAINT charter_entity_domain FOREIGN KEY (charter_id, domain_id) REFERENCES charter_domain ON DELETE CASCADE
      );
      CREATE INDEX charter_entity_of ON charter_entity (entity_id);

      CREATE TABLE charter_service (
        charter_id uuid NOT NULL CONSTRAINT charter_service_charter REFERENCES charter,
        service_id uuid NOT NULL CONSTRAINT charter_service_service REFERENCES service,
        CONSTRAINT charter_service_pkey PRIMARY KEY (charter_id, service_id)
      );
      CREATE INDEX charter_service_of ON charter_service (service_id, charter_id);
      CREATE TABLE charter_system (
        charter_id uuid NOT NULL CONSTRAINT charter_system_charter REFERENCES charter,
        system_id  uuid NOT NULL CONSTRAINT charter_system_system REFERENCES system,
        CONSTRAINT charter_system_pkey PRIMARY KEY (charter_id, system_id)
      );
      CREATE INDEX charter_system_of ON charter_system (system_id, charter_id);
      CREATE TABLE charter_party (
        charter_id uuid NOT NULL CONSTRAINT charter_party_charter REFERENCES charter,
        party_id   uuid NOT NULL CONSTRAINT charter_party_party REFERENCES party,
        role       text NOT NULL CONSTRAINT charter_party_role CHECK (role IN ('advise', 'execute')),
        CONSTRAINT charter_party_pkey PRIMARY KEY (charter_id, party_id)
      );
      CREATE INDEX charter_party_of ON charter_party (party_id, charter_id);
      CREATE TABLE charter_predecessor (
        charter_id     uuid NOT NULL CONSTRAINT charter_predecessor_charter REFERENCES charter,
        predecessor_id uuid NOT NULL CONSTRAINT charter_predecessor_predecessor REFERENCES charter,
        CONSTRAINT charter_predecessor_pkey PRIMARY KEY (charter_id, predecessor_id),
        CONSTRAINT charter_predecessor_other CHECK (charter_id <> predecessor_id)
      );
      CREATE INDEX charter_predecessor_of ON charter_predecessor (predecessor_id, charter_id);

      CREATE TABLE requirement (
        id           uuid PRIMARY KEY DEFAULT new_id(),
        charter_id   uuid NOT NULL CONSTRAINT requirement_charter REFERENCES charter,
        number       integer NOT NULL CONSTRAINT requirement_number CHECK (number >= 1),
        constituency text NOT NULL CONSTRAINT requirement_constituency_length CHECK (length(constituency) BETWEEN 1 AND 50),
        text         text NOT NULL CONSTRAINT requirement_text_length CHECK (length(text) BETWEEN 1 AND 4000),
        answer       text CONSTRAINT requirement_answer_length CHECK (length(answer) BETWEEN 1 AND 4000),
        answered_by  uuid CONSTRAINT requirement_answered_by REFERENCES app_user,
        answered_at  timestamptz,
        version      integer NOT NULL DEFAULT 1,
        created_at   timestamptz NOT NULL DEFAULT now(),
        created_by   uuid CONSTRAINT requirement_created_by REFERENCES app_user,
        updated_at   timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT requirement_once UNIQUE (charter_id, number),
        CONSTRAINT requirement_answer_whole CHECK ((answer IS NULL) = (answered_at IS NULL))
      );

      CREATE TABLE milestone (
        id             uuid PRIMARY KEY DEFAULT new_id(),
        charter_id     uuid NOT NULL CONSTRAINT milestone_charter REFERENCES charter,
        title          text NOT NULL CONSTRAINT milestone_title_length CHECK (length(title) BETWEEN 1 AND 200),
        value          text CONSTRAINT milestone_value_length CHECK (length(value) <= 2000),
        kpi_id         uuid CONSTRAINT milestone_kpi REFERENCES kpi,
        expected_value numeric,
        due_on         date,
        reached_on     date,
        version        integer NOT NULL DEFAULT 1,
        created_at     timestamptz NOT NULL DEFAULT now(),
        created_by     uuid CONSTRAINT milestone_created_by REFERENCES app_user,
        updated_at     timestamptz NOT NULL DEFAULT now(),
        archived_at    timestamptz,
        CONSTRAINT milestone_kpi_whole CHECK ((kpi_id IS NULL) = (expected_value IS NULL))
      );
      CREATE INDEX milestone_of ON milestone (charter_id);

      -- A revision is written down when it is put before the board, and never changed after.
      CREATE TABLE charter_revision (
        id         uuid PRIMARY KEY DEFAULT new_id(),
        charter_id uuid NOT NULL CONSTRAINT charter_revision_charter REFERENCES charter,
        number     integer NOT NULL,
        content    jsonb NOT NULL,
        reason     text,
        created_at timestamptz NOT NULL DEFAULT now(),
        created_by uuid CONSTRAINT charter_revision_created_by REFERENCES app_user,
        CONSTRAINT charter_revision_once UNIQUE (charter_id, number)
      );
      CALL only_grows('charter_revision');

      -- Whoever edited a material field of a revision is conflicted in its decision (PRODUCT section 4).
      CREATE TABLE charter_material_edit (
        charter_id uuid NOT NULL CONSTRAINT charter_material_edit_charter REFERENCES charter,
        revision   integer NOT NULL,
        user_id    uuid NOT NULL CONSTRAINT charter_material_edit_user REFERENCES app_user,
        first_at   timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT charter_material_edit_pkey PRIMARY KEY (charter_id, revision, user_id)
      );
      CALL only_grows('charter_material_edit');

      CREATE TABLE change_request (
        id           uuid PRIMARY KEY DEFAULT new_id(),
        charter_id   uuid NOT NULL CONSTRAINT change_request_charter REFERENCES charter,
        number       integer NOT NULL,
        reason       text NOT NULL CONSTRAINT change_request_reason_length CHECK (length(reason) BETWEEN 1 AND 4000),
        content      jsonb NOT NULL,
        -- The content it was written against: on approval only what differs from it is taken over.
        base         jsonb NOT NULL,
        base_version integer NOT NULL,
        status       text NOT NULL DEFAULT 'submitted' CONSTRAINT change_request_status
                     CHECK (status IN ('submitted', 'approved', 'rejected', 'returned', 'withdrawn', 'lapsed')),
        version      integer NOT NULL DEFAULT 1,
        created_at   timestamptz NOT NULL DEFAULT now(),
        created_by   uuid CONSTRAINT change_request_created_by REFERENCES app_user,
        updated_at   timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT change_request_once UNIQUE (charter_id, number)
      );
      CREATE UNIQUE INDEX change_request_one_open ON change_request (charter_id) WHERE status = 'submitted';

      -- What a voter weighs, in one document: the subject of the gate, of snapshots and of comparisons.
      CREATE FUNCTION charter_content(wanted uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
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
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION charter_content(uuid);
      DROP TABLE change_request, charter_material_edit, charter_revision, milestone, requirement, charter_predecessor,
        charter_party, charter_system, charter_service, charter_entity, charter_domain, charter_kpi, charter_principle, charter;
      DROP SEQUENCE code_charter;
    `);
  }
}
