import type { SearchKind } from '@sightline/contracts';

/** A word that half of all charters hold is not worth reading them all while somebody types. */
const CANDIDATES = 300;

interface Searched {
  /** What is searched, called `r`. */
  from: string;
  name: string;
  /** Left out for what has no code. */
  code?: string;
  status?: string;
  where?: string;
}

const ACTIVE = 'r.archived_at IS NULL';

/** Whoever sees only the charters of a party finds only those: $6. */
const VISIBLE = `($6::uuid IS NULL
    OR EXISTS (SELECT 1 FROM charter_party l WHERE l.charter_id = r.id AND l.party_id = $6::uuid))`;

const SEARCHED: Record<SearchKind, Searched> = {
  charter: { from: 'charter r', name: 'r.title', code: 'r.code', status: 'r.status', where: VISIBLE },
  kpi: { from: 'kpi r', name: 'r.name', code: 'r.code', where: ACTIVE },
  principle: {
    from: `principle r JOIN principle_revision w ON w.principle_id = r.id
      JOIN strategy_version v ON v.id = w.strategy_version_id AND v.status = 'in_force'`,
    name: 'w.title',
    code: 'r.code',
  },
  domain: { from: 'data_domain r', name: 'r.name', code: 'r.code', where: ACTIVE },
  system: { from: 'system r', name: 'r.name', code: 'r.code', where: ACTIVE },
  service: { from: 'service r', name: 'r.name', code: 'r.code', where: ACTIVE },
  party: { from: 'party r', name: 'r.name', code: 'r.code', where: ACTIVE },
  person: { from: 'app_user r', name: 'r.name', where: `r.status <> 'erased'` },
};

/** Two ways to a record, each by an index of its own. */
function armsOf(kind: string, { from, name, code, status, where = 'true' }: Searched, at: number): string {
  const row = `SELECT '${kind}' AS kind, ${at} AS position, r.id, ${code ?? 'NULL'} AS code, ${name} AS name, ${status ?? 'NULL'} AS status
      FROM ${from} WHERE '${kind}' = ANY ($5::text[]) AND ${where}`;
  const byName = `(${row} AND ${name} ILIKE $1::text LIMIT ${CANDIDATES})`;
  return code ? `(${row} AND ${code} LIKE $3::text LIMIT ${CANDIDATES}) UNION ${byName}` : byName;
}

/**
 * Everything that a code or some words may mean, in one statement: $1 the pattern of names that hold the words, $2 of
 * those that begin with them, $3 of codes that begin so, $4 the code itself, $5 the kinds the reader may see, $6 the
 * party of an external reader, $7 how many.
 */
export const SEARCH_SQL = `
  SELECT coalesce(json_agg(json_build_object('kind', h.kind, 'id', h.id, 'code', h.code, 'name', h.name, 'status', h.status)
           ORDER BY h.at), '[]')::text AS items
    FROM (SELECT f.*, row_number() OVER (ORDER BY f.code = $4::text DESC NULLS LAST, f.code LIKE $3::text DESC NULLS LAST,
                 f.name ILIKE $2::text DESC, f.position, length(f.name), f.name, f.id) AS at
            FROM (${Object.entries(SEARCHED)
              .map(([kind, searched], at) => armsOf(kind, searched, at))
              .join('\n UNION ')}) f
           ORDER BY at LIMIT $7::integer) h`;
