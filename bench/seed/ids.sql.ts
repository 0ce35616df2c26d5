/** What the numbers of a made-up id stand for. */
export const KINDS = {
  user: 1,
  unit: 2,
  session: 3,
  principle: 4,
  driver: 5,
  capability: 6,
  party: 7,
  system: 8,
  service: 9,
  domain: 10,
  entity: 11,
  standard: 12,
  flow: 13,
  kpi: 14,
  kpiRevision: 15,
  charter: 16,
  proposal: 17,
  snapshot: 18,
  version: 19,
  auditEvent: 20,
  board: 21,
} as const;
export type Kind = keyof typeof KINDS;

const EPOCH_MS = 1_700_000_000_000;

/** The id of the n-th record of a kind: a UUID version 7, so that indexes grow as they do in life. */
export function idOf(kind: Kind, n: number): string {
  const hex = `${(EPOCH_MS + n).toString(16).padStart(12, '0')}7${KINDS[kind].toString(16).padStart(3, '0')}8${n.toString(16).padStart(15, '0')}`;
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The same as an SQL function that lives as long as the connection. */
export const ID_FUNCTION = `
  CREATE FUNCTION pg_temp.id_of(kind integer, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT (lpad(to_hex(${EPOCH_MS} + n), 12, '0') || '7' || lpad(to_hex(kind), 3, '0') || '8' || lpad(to_hex(n), 15, '0'))::uuid
  $$;
  -- One of 1 … size, the same in every run.
  CREATE FUNCTION pg_temp.one_of(size bigint, n bigint, salt bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
    SELECT 1 + ((hashint8extended(n, salt) & 9223372036854775807) % size)
  $$;`;

/** SQL of the id of a record: `id('kpi', 'k')`. */
export const id = (kind: Kind, n: string): string => `pg_temp.id_of(${KINDS[kind]}, ${n})`;
/** SQL of a number of 1 … size that follows from n. */
export const oneOf = (size: number | string, n: string, salt: number): string =>
  `pg_temp.one_of(${size}, ${n}, ${salt})`;
