import type { ExportedTable } from './record-files';

/** What the catalogue says about one table. */
export interface TableShape {
  columns: readonly string[];
  key: readonly string[];
}
export type Shapes = ReadonlyMap<string, TableShape>;

/** Every table of the schema with its columns in order, and those of its primary key. */
export const SHAPES = `
  SELECT c.relname AS table,
         ARRAY(SELECT a.attname::text FROM pg_attribute a
                WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum) AS columns,
         ARRAY(SELECT a.attname::text FROM pg_index i, unnest(i.indkey::int[]) WITH ORDINALITY AS k(attnum, place)
                 JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
                WHERE i.indrelid = c.oid AND i.indisprimary ORDER BY k.place) AS key
    FROM pg_class c
   WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
   ORDER BY c.relname`;

/** A JSON object has at most this many pairs when PostgreSQL builds it from arguments. */
const PAIRS_MAX = 50;

/**
 * The statement that reads a table as lines of JSON, in the order of its key, with what belongs to each row inside it.
 * Names come from the declaration and the catalogue; nothing of a request is in it.
 */
export function recordLinesSql(exported: ExportedTable, shapes: Shapes): string {
  const { table } = exported;
  // Between the elements of a list json_agg breaks the line; inside of texts a break is written as \n.
  return `SELECT replace((${objectOf(exported, 'r', shapes)})::text, E'\\n', '') AS line
    FROM ${named(table)} r ORDER BY ${orderOf(table, 'r', shapes)}`;
}

function objectOf({ table, without = [], parts = {} }: ExportedTable, alias: string, shapes: Shapes): string {
  const columns = shapeOf(table, shapes).columns.filter((column) => !without.includes(column));
  const pairs = [
    ...columns.map((column) => `'${camelCase(column)}', ${alias}.${named(column)}`),
    ...Object.entries(parts).map(([name, part]) => `'${name}', ${listOf(part, alias, shapes)}`),
  ];
  if (pairs.length <= PAIRS_MAX) return `json_build_object(${pairs.join(', ')})`;
  const halves = [pairs.slice(0, PAIRS_MAX), pairs.slice(PAIRS_MAX)].map(
    (some) => `jsonb_build_object(${some.join(', ')})`,
  );
  return halves.join(' || ');
}

function listOf(part: ExportedTable & { by: string }, of: string, shapes: Shapes): string {
  const alias = `${of}p`;
  const item = objectOf({ ...part, without: [...(part.without ?? []), part.by] }, alias, shapes);
  return `(SELECT coalesce(json_agg(${item} ORDER BY ${orderOf(part.table, alias, shapes)}), '[]')
    FROM ${named(part.table)} ${alias} WHERE ${alias}.${named(part.by)} = ${of}.id)`;
}

/** By its key; a table without one by all it has. */
function orderOf(table: string, alias: string, shapes: Shapes): string {
  const { key, columns } = shapeOf(table, shapes);
  return (key.length > 0 ? key : columns).map((column) => `${alias}.${named(column)}`).join(', ');
}

function shapeOf(table: string, shapes: Shapes): TableShape {
  const shape = shapes.get(table);
  if (!shape) throw new Error(`The export knows a table ${table} that the database does not.`);
  return shape;
}

const named = (name: string): string => `"${name}"`;
const camelCase = (name: string): string =>
  name.replace(/_([a-z0-9])/g, (_all, letter: string) => letter.toUpperCase());
