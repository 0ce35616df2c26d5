import type { Chapter, SectionOpening, SectionOpeningChange, SectionOpenings as Openings } from '@sightline/contracts';
import { CHAPTERS } from '@sightline/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Problems } from '../platform/problems/problem';
import { requireVersion } from '../platform/records/if-match';
import { resolveReferences } from '../platform/records/resolve-reference';
import { recordOf, versionReference } from '../strategy/strategy-draft.service';

type Runs = DataSource | EntityManager;

/**
 * Which chapters of a version people outside may read. Closed by default: a new draft opens nothing, whatever was open in
 * the version it was copied from. Opening is no change of the text, so it has a version of its own.
 */
@Injectable()
export class SectionOpenings {
  constructor(
    private readonly db: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly auditTrail: AuditTrail,
  ) {}

  /** Every chapter in reading order, also those that were never open. */
  async all(reference: string): Promise<Openings> {
    const { id } = await versionOf(this.db, reference);
    return { items: await openingsOf(this.db, id) };
  }

  /** Opens to exactly these from now on; 412 when somebody else opened or closed the chapter first. */
  put(
    reference: string,
    key: string,
    expected: number,
    { parties = [], people = [] }: SectionOpeningChange,
    by: string,
  ): Promise<SectionOpening> {
    return this.unitOfWork.write(async (tx) => {
      const chapter = CHAPTERS.find((one) => one === key);
      if (!chapter) throw Problems.notFound('section');
      const version = await versionOf(tx, reference);
      await tx.query(TAKE_PLACE, [version.id, chapter, by]);
      const [row] = await tx.query<[{ id: string; version: number }]>(LOCK, [version.id, chapter]);
      requireVersion(expected, row.version);
      const before = await openingOf(tx, version.id, chapter);
      await tx.query('DELETE FROM section_opening_to WHERE opening_id = $1', [row.id]);
      await tx.query(OPEN_TO, [
        row.id,
        [...new Set(await resolveReferences(tx, 'party', parties, (at) => `/parties/${at}`))],
        [...new Set(await resolveReferences(tx, 'person', people, (at) => `/people/${at}`))],
      ]);
      await tx.query('UPDATE section_opening SET version = version + 1, updated_at = now() WHERE id = $1', [row.id]);
      const after = await openingOf(tx, version.id, chapter);
      await this.auditTrail.record(tx, {
        ...recordOf(version),
        action: after.parties.length + after.people.length > 0 ? 'section.opened' : 'section.closed',
        before: idsOf(before),
        after: idsOf(after),
      });
      return after;
    });
  }
}

/** People stand by id in the trail, so that nobody has to be erased from it. */
function idsOf({ chapter, parties, people }: SectionOpening) {
  return { chapter, parties: parties.map(({ code }) => code), people: people.map(({ id }) => id) };
}

async function versionOf(db: Runs, reference: string): Promise<{ id: string; number: number }> {
  const wanted = versionReference(reference);
  const [version] = await db.query<{ id: string; number: number }[]>(
    'SELECT id, number FROM strategy_version WHERE id = $1::uuid OR number = $2::int',
    ['id' in wanted ? wanted.id : null, 'number' in wanted ? wanted.number : null],
  );
  if (!version) throw Problems.notFound('strategy-version');
  return version;
}

async function openingsOf(db: Runs, versionId: string): Promise<SectionOpening[]> {
  const rows = await db.query<SectionOpening[]>(OPENINGS, [versionId]);
  return CHAPTERS.map(
    (chapter) => rows.find((row) => row.chapter === chapter) ?? { chapter, version: 0, parties: [], people: [] },
  );
}

async function openingOf(db: Runs, versionId: string, chapter: Chapter): Promise<SectionOpening> {
  const opening = (await openingsOf(db, versionId)).find((one) => one.chapter === chapter);
  if (!opening) throw Problems.notFound('section');
  return opening;
}

/** Version 0 is "never opened", so that the first to open it says so too. */
const TAKE_PLACE = `
  INSERT INTO section_opening (strategy_version_id, chapter, version, created_by) VALUES ($1, $2, 0, $3)
  ON CONFLICT ON CONSTRAINT section_opening_once DO NOTHING`;
const LOCK = 'SELECT id, version FROM section_opening WHERE strategy_version_id = $1 AND chapter = $2 FOR UPDATE';
const OPEN_TO = `
  INSERT INTO section_opening_to (opening_id, party_id, person_id)
  SELECT $1::uuid, party, NULL::uuid FROM unnest($2::uuid[]) AS party
   UNION ALL SELECT $1::uuid, NULL, person FROM unnest($3::uuid[]) AS person`;
const OPENINGS = `
  SELECT o.chapter, o.version,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'code', p.code, 'name', p.name) ORDER BY p.name), '[]')
            FROM section_opening_to t JOIN party p ON p.id = t.party_id WHERE t.opening_id = o.id) AS parties,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'code', NULL, 'name', u.name) ORDER BY u.name), '[]')
            FROM section_opening_to t JOIN app_user u ON u.id = t.person_id WHERE t.opening_id = o.id) AS people
    FROM section_opening o WHERE o.strategy_version_id = $1`;
