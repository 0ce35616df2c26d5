import type { CharterContent, PutCharterDomains } from '@sightline/contracts';
import type { EntityManager } from 'typeorm';
import { type InvalidField, Problems } from '../platform/problems/problem';
import { resolveReferences } from '../platform/records/resolve-reference';
import { refuseTwice, sorted } from './named-lists';

type Asked = NonNullable<PutCharterDomains['domains']>;

/** Entities go by id or by their name within their domain. */
const ENTITIES = `
  SELECT a.at, e.id
    FROM jsonb_to_recordset($1::jsonb) AS a(at integer, domain uuid, entity text)
    JOIN data_entity e ON e.domain_id = a.domain AND e.archived_at IS NULL
     AND (e.id::text = lower(a.entity) OR lower(e.name) = lower(a.entity))`;

/** The domains a request names, with the entities in them; 400 at the pointer of one that is not there. */
export async function resolveDomains(tx: EntityManager, asked: Asked): Promise<CharterContent['domains']> {
  const domainAt = (at: number): string => `/domains/${at}/domain`;
  const references = asked.map(({ domain }) => domain);
  const ids = refuseTwice(await resolveReferences(tx, 'domain', references, domainAt), domainAt);
  const entities = asked.flatMap(({ entities: named = [] }, domain) =>
    named.map(({ entity, essential }, at) => ({
      domain: ids[domain] ?? '',
      entity,
      essential,
      pointer: `/domains/${domain}/entities/${at}/entity`,
    })),
  );
  const found = await idsOfEntities(tx, entities);
  return sorted(
    ids.map((domain) => ({
      domain,
      entities: sorted(
        entities.flatMap((named, at) =>
          named.domain === domain ? [{ entity: found[at] ?? '', essential: named.essential }] : [],
        ),
        ({ entity }) => entity,
      ),
    })),
    ({ domain }) => domain,
  );
}

async function idsOfEntities(
  tx: EntityManager,
  entities: readonly { domain: string; entity: string; pointer: string }[],
): Promise<string[]> {
  if (entities.length === 0) return [];
  const asked = entities.map(({ domain, entity }, at) => ({ at, domain, entity }));
  const rows = await tx.query<{ at: number; id: string }[]>(ENTITIES, [JSON.stringify(asked)]);
  const known = new Map(rows.map(({ at, id }) => [at, id]));
  const unknown = entities.flatMap(({ entity, pointer }, at): InvalidField[] =>
    known.has(at) ? [] : [{ pointer, code: 'unknown-reference', params: { reference: entity } }],
  );
  if (unknown.length > 0) throw Problems.invalid(unknown);
  return refuseTwice(
    entities.map((_entity, at) => known.get(at) ?? ''),
    (at) => entities[at]?.pointer ?? '',
  );
}
