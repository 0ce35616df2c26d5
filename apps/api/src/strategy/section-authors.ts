import type { Section, StrategyVersionChanges } from '@sightline/contracts';
import type { EntityManager } from 'typeorm';
import { Problems } from '../platform/problems/problem';
import { resolveReference } from '../platform/records/resolve-reference';

type WantedAuthors = NonNullable<StrategyVersionChanges['authors']>;
interface AuthorIds {
  section: Section;
  business: string | null;
  it: string | null;
}

/**
 * Names the co-authors of the sections in the request; the others keep theirs. Authors are active internal people, the
 * two of a section are different, and the business author does not come from IT (PRODUCT.md section 2).
 * Answers the ids before and after, or null when nothing changes.
 */
export async function writeAuthors(tx: EntityManager, versionId: string, wanted: WantedAuthors) {
  const after = await resolveAuthors(tx, wanted);
  await refuseUnfitAuthors(tx, after);
  const before = await tx.query<AuthorIds[]>(
    `SELECT section, business_author_id AS business, it_author_id AS it FROM section_author WHERE strategy_version_id = $1`,
    [versionId],
  );
  const changed = after.filter((author) => !isSame(author, before));
  if (changed.length === 0) return null;
  await tx.query(
    `INSERT INTO section_author (strategy_version_id, section, business_author_id, it_author_id)
     SELECT $1, a.section, a.business, a.it
       FROM jsonb_to_recordset($2::jsonb) AS a (section text, business uuid, it uuid)
     ON CONFLICT (strategy_version_id, section)
     DO UPDATE SET business_author_id = excluded.business_author_id, it_author_id = excluded.it_author_id`,
    [versionId, JSON.stringify(changed)],
  );
  const sections = changed.map(({ section }) => section);
  return {
    before: { authors: before.filter(({ section }) => sections.includes(section)) },
    after: { authors: changed },
  };
}

async function resolveAuthors(tx: EntityManager, wanted: WantedAuthors): Promise<AuthorIds[]> {
  const resolved: AuthorIds[] = [];
  for (const [index, { section, business, it }] of wanted.entries()) {
    if (resolved.some((other) => other.section === section))
      throw Problems.invalid([{ pointer: `/authors/${index}/section`, code: 'twice' }]);
    const pointer = `/authors/${index}`;
    resolved.push({
      section,
      business: business === null ? null : await resolveReference(tx, 'person', business, `${pointer}/business`),
      it: it === null ? null : await resolveReference(tx, 'person', it, `${pointer}/it`),
    });
  }
  return resolved;
}

async function refuseUnfitAuthors(tx: EntityManager, authors: AuthorIds[]): Promise<void> {
  const ids = authors.flatMap(({ business, it }) => [business, it]).filter((id) => id !== null);
  const people = await tx.query<{ id: string; name: string; fit: boolean; fromIt: boolean }[]>(
    `SELECT p.id, p.name, p.kind = 'internal' AND p.status = 'active' AS fit, coalesce(u.kind = 'it', false) AS "fromIt"
       FROM app_user p LEFT JOIN business_unit u ON u.id = p.business_unit_id WHERE p.id = ANY ($1)`,
    [ids],
  );
  for (const { section, business, it } of authors) {
    const unfit = people.find(({ id, fit }) => !fit && (id === business || id === it));
    if (unfit) throw Problems.rule('section-author-internal', { section, name: unfit.name });
    const fromIt = people.find(({ id, fromIt }) => fromIt && id === business);
    if (fromIt) throw Problems.rule('section-author-business', { section, name: fromIt.name });
    if (business !== null && business === it) throw Problems.rule('section-author-twice', { section });
  }
}

function isSame(author: AuthorIds, before: AuthorIds[]): boolean {
  const standing = before.find(({ section }) => section === author.section);
  return (standing?.business ?? null) === author.business && (standing?.it ?? null) === author.it;
}
