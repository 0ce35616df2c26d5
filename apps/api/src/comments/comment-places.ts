import type { Chapter, CommentedType, SignedInUser } from '@sightline/contracts';
import { CHAPTERS } from '@sightline/contracts';
import { may, type Permission } from '@sightline/rules';
import { idOfVisible } from '../charters/charter-reading';
import { Problems } from '../platform/problems/problem';
import { versionReference } from '../strategy/strategy-draft.service';
import type { Runs } from './comment.query';

/** Where something is said. */
export interface CommentPlace {
  recordType: CommentedType;
  recordId: string;
  chapter: Chapter | null;
}

/** A record somebody may talk about, and how much of it. */
export interface OpenRecord {
  id: string;
  /** The chapters that are open to an outsider; null where the whole record is. */
  chapters: readonly Chapter[] | null;
}

/** What reading such a record asks of our own people; outsiders read what is opened to them or names their party. */
const READING = { strategy_version: 'strategy.read', charter: 'charter.read' } as const satisfies Record<
  CommentedType,
  Permission
>;

/** The record behind a reference, as far as this reader may see it; 404 when not at all. */
export async function openRecord(
  db: Runs,
  reader: SignedInUser,
  type: CommentedType,
  reference: string,
): Promise<OpenRecord> {
  if (type === 'charter') {
    if (!may(reader, READING.charter)) throw Problems.notFound('charter');
    return { id: await idOfVisible(db, reference, reader), chapters: null };
  }
  const wanted = versionReference(reference.replace(/^v(?=\d)/i, ''));
  const [version] = await db.query<{ id: string; chapters: Chapter[] }[]>(OPENED, [
    'id' in wanted ? wanted.id : null,
    'number' in wanted ? wanted.number : null,
    reader.id,
  ]);
  if (!version) throw Problems.notFound('strategy-version');
  if (reader.kind === 'external') {
    if (version.chapters.length === 0) throw Problems.notFound('strategy-version');
    return { id: version.id, chapters: CHAPTERS.filter((chapter) => version.chapters.includes(chapter)) };
  }
  if (!may(reader, READING.strategy_version)) throw Problems.notFound('strategy-version');
  return { id: version.id, chapters: null };
}

/** Whether somebody may read what is said in this place. */
export async function mayRead(db: Runs, reader: SignedInUser, place: CommentPlace): Promise<boolean> {
  const readers = await readersAmong(db, [reader.id], place);
  return readers.some(({ id }) => id === reader.id);
}

/**
 * Those of these people who may read this place now, of everybody with null; `named` narrows to names of which a word
 * begins so.
 */
export async function readersAmong(
  db: Runs,
  people: readonly string[] | null,
  { recordType, recordId, chapter }: CommentPlace,
  named = '',
): Promise<Reader[]> {
  const found = await db.query<(Reader & Pick<SignedInUser, 'roles' | 'kind'> & { opened: boolean })[]>(READERS, [
    people,
    recordType,
    recordId,
    chapter,
    named.toLowerCase().replace(/[\\%_]/g, '\\$&'),
  ]);
  return found.filter(({ roles, kind, opened }) =>
    kind === 'external' ? opened : may({ roles, kind }, READING[recordType]),
  );
}
export interface Reader {
  id: string;
  name: string;
  detail: string | null;
  external: boolean;
}

const OPENED = `
  SELECT v.id, ARRAY(SELECT o.chapter FROM opened_chapter o WHERE o.strategy_version_id = v.id AND o.person_id = $3) AS chapters
    FROM strategy_version v WHERE v.id = $1::uuid OR v.number = $2::int`;
const READERS = `
  SELECT u.id, u.name, u.roles, u.kind, u.kind = 'external' AS external,
         coalesce((SELECT name FROM party WHERE id = u.party_id), (SELECT name FROM business_unit WHERE id = u.business_unit_id)) AS detail,
         CASE $2::text
           WHEN 'strategy_version' THEN EXISTS (SELECT 1 FROM opened_chapter o
             WHERE o.person_id = u.id AND o.strategy_version_id = $3::uuid AND o.chapter = $4::text)
           WHEN 'charter' THEN EXISTS (SELECT 1 FROM charter_party l WHERE l.charter_id = $3::uuid AND l.party_id = u.party_id)
         END AS opened
    FROM app_user u
   WHERE u.status = 'active' AND ($1::uuid[] IS NULL OR u.id = ANY($1::uuid[]))
     AND (lower(u.name) LIKE $5 || '%' OR lower(u.name) LIKE '% ' || $5 || '%')
   ORDER BY lower(u.name), u.id LIMIT 200`;
