import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An approved charter says what the board approved: whatever a voter could weigh differs from the approved revision in
 * nothing, unless a decision on a change request made another revision the approved one (PRODUCT section 3, TRUST T2).
 */
export class ApprovedContent1795306010010 implements MigrationInterface {
  readonly name = 'ApprovedContent1795306010010';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION sorted(list jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
        SELECT coalesce(jsonb_agg(e ORDER BY e), '[]') FROM jsonb_array_elements(list) e
      $$;

      -- What counts as material and is weighed by equality, as charter-material.ts and material-changes.ts declare it:
      -- lists are sets, and neither which revision of a KPI is pinned nor when portability was tested is an edit.
      CREATE FUNCTION charter_material(content jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
        SELECT jsonb_object_agg(f.key, CASE jsonb_typeof(f.value) WHEN 'array' THEN sorted(f.value) ELSE f.value END)
               - ARRAY['title', 'startDate', 'predecessors', 'budget', 'endDate'] || jsonb_build_object(
          'kpis', (SELECT sorted(coalesce(jsonb_agg(l - 'revision'), '[]')) FROM jsonb_array_elements(content -> 'kpis') l),
          'domains', (SELECT sorted(coalesce(jsonb_agg(l || jsonb_build_object('entities', sorted(l -> 'entities'))), '[]'))
                        FROM jsonb_array_elements(content -> 'domains') l),
          'resilience', (content -> 'resilience') || jsonb_build_object(
            'retirement', sorted(content #> '{resilience,retirement}'),
            'portability', jsonb_build_object('format', content #>> '{resilience,portability,format}',
                                              'method', content #>> '{resilience,portability,method}')))
          FROM jsonb_each(content) f
      $$;

      -- Fields that a charter has got since the revision was written are not compared: nobody weighed them then.
      CREATE FUNCTION charter_differs(approved jsonb, present jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
        SELECT EXISTS (SELECT 1 FROM jsonb_each(charter_material(approved)) was
                        WHERE charter_material(present) -> was.key IS DISTINCT FROM was.value)
            OR (approved ->> 'budget' IS NULL) <> (present ->> 'budget' IS NULL)
            OR approved #>> '{budget,currency}' <> present #>> '{budget,currency}'
            OR (approved #>> '{budget,amount}')::numeric < (present #>> '{budget,amount}')::numeric
            OR (approved ->> 'endDate' IS NOT NULL
                AND coalesce((present ->> 'endDate')::date - (approved ->> 'endDate')::date > 30, true))
      $$;

      CREATE FUNCTION refuse_content_not_approved() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        wanted uuid[];
        touched uuid;
      BEGIN
        -- With a snapshot taken before, neither this nor any other guard would see what others committed meanwhile.
        IF current_setting('transaction_isolation') <> 'read committed' THEN
          RAISE EXCEPTION 'charters are written in READ COMMITTED, not in %', current_setting('transaction_isolation')
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'charter_read_committed';
        END IF;
        IF TG_TABLE_NAME = 'charter' THEN wanted := ARRAY[NEW.id];
        ELSIF TG_OP = 'INSERT' THEN wanted := ARRAY[NEW.charter_id];
        ELSIF TG_OP = 'DELETE' THEN wanted := ARRAY[OLD.charter_id];
        ELSE wanted := ARRAY[OLD.charter_id, NEW.charter_id];
        END IF;
        FOREACH touched IN ARRAY wanted LOOP
          -- The turn that the guard of approvals takes. A charter this transaction wrote needs none for its new links:
          -- either nobody else sees it yet, or its own row brings it here once more.
          IF TG_OP <> 'INSERT'
            OR NOT EXISTS (SELECT 1 FROM charter c WHERE c.id = touched AND c.xmin = pg_current_xact_id()::xid) THEN
            PERFORM pg_advisory_xact_lock(hashtextextended(touched::text, 7155174));
          END IF;
          IF EXISTS (SELECT 1 FROM charter c
                       LEFT JOIN charter_revision r ON r.charter_id = c.id AND r.number = c.approved_revision
                      WHERE c.id = touched AND c.approved_revision IS NOT NULL
                        AND (r.content IS NULL OR charter_differs(r.content, charter_content(c.id)))) THEN
            RAISE EXCEPTION 'charter % is not what was approved', touched
              USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'charter_as_approved';
          END IF;
        END LOOP;
        RETURN NULL;
      END $$;
      -- Named so that they speak after the guard of approvals, which says it more exactly.
      CREATE CONSTRAINT TRIGGER charter_stays_as_approved AFTER INSERT OR UPDATE ON charter
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_content_not_approved();
      DO $$
      DECLARE
        links text;
      BEGIN
        FOREACH links IN ARRAY ARRAY['charter_principle', 'charter_kpi', 'charter_domain', 'charter_entity',
                                     'charter_service', 'charter_system', 'charter_party'] LOOP
          EXECUTE format('CREATE CONSTRAINT TRIGGER %s_stays_as_approved AFTER INSERT OR UPDATE OR DELETE ON %s
                          DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_content_not_approved()',
                         links, links);
        END LOOP;
      END $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION refuse_content_not_approved() CASCADE;
      DROP FUNCTION charter_differs(jsonb, jsonb);
      DROP FUNCTION charter_material(jsonb);
      DROP FUNCTION sorted(jsonb);
    `);
  }
}
