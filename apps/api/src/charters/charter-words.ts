import type { CharterContent, CharterDifference } from '@sightline/contracts';
import { isDeepStrictEqual } from 'node:util';
import type { DataSource, EntityManager } from 'typeorm';

type Db = DataSource | EntityManager;

/** Everything a content can name, by id: its code and its name as they are today. */
const NAMES_SQL = `
  WITH d AS (SELECT d FROM jsonb_array_elements($1::jsonb) d)
  SELECT b.id, b.code, b.name FROM business_unit b WHERE b.id IN (SELECT (d ->> 'businessUnit')::uuid FROM d)
  UNION ALL
  SELECT u.id, NULL, u.name FROM app_user u
   WHERE u.id IN (SELECT (d ->> f)::uuid FROM d, unnest(ARRAY['lead', 'businessSponsor', 'itLead']) f)
  UNION ALL
  SELECT c.id, c.code, w.name FROM capability c CROSS JOIN LATERAL (
    SELECT r.name FROM capability_revision r JOIN strategy_version v ON v.id = r.strategy_version_id
     WHERE r.capability_id = c.id ORDER BY v.status = 'in_force' DESC, v.number DESC LIMIT 1) w
   WHERE c.id IN (SELECT (d ->> 'capability')::uuid FROM d)
  UNION ALL
  SELECT p.id, p.code, w.title FROM principle p CROSS JOIN LATERAL (
    SELECT r.title FROM principle_revision r JOIN strategy_version v ON v.id = r.strategy_version_id
     WHERE r.principle_id = p.id ORDER BY v.status = 'in_force' DESC, v.number DESC LIMIT 1) w
   WHERE p.id IN (SELECT (l ->> 'principle')::uuid FROM d, jsonb_array_elements((d -> 'principles') || (d -> 'deviations')) l)
  UNION ALL
  SELECT k.id, k.code, k.name FROM kpi k WHERE k.id IN (SELECT (l ->> 'kpi')::uuid FROM d, jsonb_array_elements(d -> 'kpis') l)
  UNION ALL
  SELECT r.id, NULL, r.unit FROM kpi_revision r
   WHERE r.id IN (SELECT (l ->> 'revision')::uuid FROM d, jsonb_array_elements(d -> 'kpis') l)
  UNION ALL
  SELECT n.id, n.code, n.name FROM data_domain n
   WHERE n.id IN (SELECT (l ->> 'domain')::uuid FROM d, jsonb_array_elements(d -> 'domains') l)
  UNION ALL
  SELECT e.id, NULL, e.name FROM data_entity e WHERE e.id IN (
    SELECT (x ->> 'entity')::uuid FROM d, jsonb_array_elements(d -> 'domains') l, jsonb_array_elements(l -> 'entities') x)
  UNION ALL
  SELECT s.id, s.code, s.name FROM service s WHERE s.id IN (SELECT l::uuid FROM d, jsonb_array_elements_text(d -> 'services') l)
  UNION ALL
  SELECT s.id, s.code, s.name FROM system s WHERE s.id IN (SELECT l::uuid FROM d, jsonb_array_elements_text(d -> 'systems') l)
  UNION ALL
  SELECT p.id, p.code, p.name FROM party p
   WHERE p.id IN (SELECT (l ->> 'party')::uuid FROM d, jsonb_array_elements(d -> 'parties') l)
  UNION ALL
  SELECT x.id, x.code, x.code FROM principle_exception x
   WHERE x.id IN (SELECT l::uuid FROM d, jsonb_array_elements_text(d -> 'exceptions') l)
  UNION ALL
  SELECT c.id, c.code, c.title FROM charter c
   WHERE c.id IN (SELECT l::uuid FROM d, jsonb_array_elements_text(d -> 'predecessors') l)`;

export type Names = (id: string | null) => string | null;
export interface NamedReference {
  id: string;
  code: string | null;
  name: string;
}

/** What the ids in these contents stand for, read by one statement. */
export async function namesIn(db: Db, contents: readonly CharterContent[]): Promise<Map<string, NamedReference>> {
  const rows = await db.query<NamedReference[]>(NAMES_SQL, [JSON.stringify(contents)]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The content as it is put before the board and kept: every id with the code and the name it had at that moment. */
export async function contentInWords(db: Db, content: CharterContent): Promise<Record<string, unknown>> {
  const names = await namesIn(db, [content]);
  const named = (id: string | null): NamedReference | null =>
    id === null ? null : (names.get(id) ?? { id, code: null, name: id });
  return {
    ...content,
    businessUnit: named(content.businessUnit),
    lead: named(content.lead),
    businessSponsor: named(content.businessSponsor),
    itLead: named(content.itLead),
    capability: named(content.capability),
    principles: content.principles.map(({ principle, how }) => ({ principle: named(principle), how })),
    kpis: content.kpis.map(({ kpi, ...effect }) => ({
      ...effect,
      kpi: named(kpi),
      unit: names.get(effect.revision)?.name ?? null,
    })),
    domains: content.domains.map(({ domain, entities }) => ({
      domain: named(domain),
      entities: entities.map(({ entity, essential }) => ({ entity: named(entity), essential })),
    })),
    services: content.services.map(named),
    systems: content.systems.map(named),
    parties: content.parties.map(({ party, role }) => ({ party: named(party), role })),
    deviations: content.deviations.map(({ principle, reason }) => ({ principle: named(principle), reason })),
    exceptions: content.exceptions.map(named),
    predecessors: content.predecessors.map(named),
  };
}

/** What differs between contents that follow each other, in words for people. */
export async function differencesBetween(
  db: Db,
  pairs: readonly (readonly [before: CharterContent, after: CharterContent])[],
): Promise<CharterDifference[][]> {
  const names = await namesIn(db, pairs.flat());
  const label = (id: string | null): string | null => {
    const known = id === null ? undefined : names.get(id);
    return known ? [known.code, known.name].filter(Boolean).join(' ') : id;
  };
  return pairs.map(([before, after]) =>
    (Object.keys(after) as (keyof CharterContent)[])
      .filter((field) => !isDeepStrictEqual(before[field], after[field]))
      .map((field) => ({ field, before: worded(before, field, label), after: worded(after, field, label) })),
  );
}

function worded(content: CharterContent, field: keyof CharterContent, label: Names): unknown {
  switch (field) {
    case 'businessUnit':
    case 'lead':
    case 'businessSponsor':
    case 'itLead':
    case 'capability':
      return label(content[field]);
    case 'principles':
      return content.principles.map(({ principle, how }) => ({ principle: label(principle), how }));
    case 'deviations':
      return content.deviations.map(({ principle, reason }) => ({ principle: label(principle), reason }));
    case 'kpis':
      return content.kpis.map(({ kpi, revision: _pinned, ...effect }) => ({ kpi: label(kpi), ...effect }));
    case 'domains':
      return content.domains.map(({ domain, entities }) => ({
        domain: label(domain),
        entities: entities.map(({ entity, essential }) => ({ entity: label(entity), essential })),
      }));
    case 'services':
    case 'systems':
    case 'exceptions':
    case 'predecessors':
      return content[field].map(label);
    case 'parties':
      return content.parties.map(({ party, role }) => ({ party: label(party), role }));
    default:
      return content[field];
  }
}
