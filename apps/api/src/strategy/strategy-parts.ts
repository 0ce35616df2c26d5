/** What a version holds lists of. Each record has an identity that survives versions and a revision per version. */
const STRATEGY_PARTS = {
  principles: {
    kind: 'principle',
    columns: {
      title: ['title', 'text'],
      statement: ['statement', 'text'],
      rationale: ['rationale', 'text'],
      implications: ['implications', 'text'],
      exceptionGuidance: ['exception_guidance', 'text'],
      mandate: ['mandate_id', 'uuid'],
      applicability: ['applicability', 'jsonb'],
      decisionTable: ['decision_table', 'jsonb'],
    },
  },
  drivers: {
    kind: 'driver',
    columns: { name: ['name', 'text'], description: ['description', 'text'], weight: ['weight', 'smallint'] },
  },
  capabilities: {
    kind: 'capability',
    columns: {
      name: ['name', 'text'],
      description: ['description', 'text'],
      current: ['current_maturity', 'smallint'],
      target: ['target_maturity', 'smallint'],
    },
  },
} as const satisfies Record<string, StrategyPart>;

export type StrategyPartName = keyof typeof STRATEGY_PARTS;

interface StrategyPart {
  /** Name of the identity's table; its revisions are in `<kind>_revision`. */
  kind: 'principle' | 'driver' | 'capability';
  /** Field of the contract → column of the revision, and its type. */
  columns: Record<string, readonly [column: string, type: 'text' | 'smallint' | 'uuid' | 'jsonb']>;
}

/** The words of one revision, by field of the contract; `undefined` where the request says nothing. */
export type PartWords = Record<string, unknown>;

/** What a document in `$n` says of a field; null where it says null. */
const told = (document: string, field: string, type: string): string =>
  type === 'jsonb' ? `nullif(${document} -> '${field}', 'null')` : `(${document} ->> '${field}')::${type}`;
/** Texts and figures are always there; a link or a table can be taken away again. */
const canBeTakenAway = (type: string): boolean => type === 'uuid' || type === 'jsonb';

/** The statements of one kind; words travel as JSON, so that every statement is a constant. */
export type PartStatements = ReturnType<typeof statementsOf>;

function statementsOf({ kind, columns }: StrategyPart) {
  const fields = Object.entries(columns);
  const revision = `${kind}_revision`;
  const identity = `${kind}_id`;
  const names = fields.map(([, [column]]) => column).join(', ');
  const words = `jsonb_build_object(${fields.map(([field, [column]]) => `'${field}', r.${column}`).join(', ')})`;
  const inserted = fields.map(([field, [, type]]) =>
    type === 'text' ? `coalesce($3::jsonb ->> '${field}', '')` : told('$3::jsonb', field, type),
  );
  const changed = fields.map(([field, [column, type]]) =>
    canBeTakenAway(type)
      ? `${column} = CASE WHEN $2::jsonb ? '${field}' THEN ${told('$2::jsonb', field, type)} ELSE ${column} END`
      : `${column} = coalesce(${told('$2::jsonb', field, type)}, ${column})`,
  );
  return {
    kind,
    newIdentity: `INSERT INTO ${kind} (created_by) VALUES ($1) RETURNING id, code`,
    identity: `SELECT id, code FROM ${kind} WHERE id = $1`,
    /** How the newest version that held it worded it. */
    lastWords: `SELECT ${words} AS words FROM ${revision} r JOIN strategy_version v ON v.id = r.strategy_version_id
                 WHERE r.${identity} = $1 ORDER BY v.number DESC LIMIT 1`,
    read: `SELECT r.id AS "revisionId", i.id, i.code, r.position, ${words} AS words
             FROM ${revision} r JOIN ${kind} i ON i.id = r.${identity}
            WHERE r.strategy_version_id = $1 AND (i.id::text = lower($2) OR i.code = upper($2))`,
    insert: `INSERT INTO ${revision} (strategy_version_id, ${identity}, position, ${names})
             SELECT $1, $2, 0, ${inserted.join(', ')}`,
    change: `UPDATE ${revision} SET ${changed.join(', ')} WHERE id = $1`,
    remove: `DELETE FROM ${revision} WHERE id = $1`,
    inOrder: `SELECT r.${identity} AS id FROM ${revision} r JOIN ${kind} i ON i.id = r.${identity}
               WHERE r.strategy_version_id = $1 ORDER BY r.position, i.code`,
    place: `UPDATE ${revision} r SET position = o.place FROM unnest($2::uuid[]) WITH ORDINALITY AS o (id, place)
             WHERE r.strategy_version_id = $1 AND r.${identity} = o.id AND r.position <> o.place`,
  };
}

export const PART_STATEMENTS: Record<StrategyPartName, PartStatements> = {
  principles: statementsOf(STRATEGY_PARTS.principles),
  drivers: statementsOf(STRATEGY_PARTS.drivers),
  capabilities: statementsOf(STRATEGY_PARTS.capabilities),
};
