import type { DataSource } from 'typeorm';

const SALT = '5a'.repeat(16);
const BLOCK = 64;

/**
 * Fills the trail with events as the product writes them (RFC 8785 bodies, hashes, every twentieth with a personal value
 * and its commitment), sealed into a chain, all by SQL: a million take two minutes instead of hours.
 */
export async function givenLongTrail(owner: DataSource, events: number): Promise<void> {
  const key = Buffer.concat([Buffer.from(SALT, 'hex'), Buffer.alloc(BLOCK - SALT.length / 2)]);
  const pads = [0x36, 0x5c].map((pad) => key.map((byte) => byte ^ pad));
  // At once, or the sealer would come in between.
  await owner.transaction(async (tx) => {
    await tx.query(EVENTS, [events, ...pads]);
    await tx.query(VALUES, [SALT]);
    await tx.query(CHAIN);
  });
  await owner.query('ANALYZE audit_event, audit_chain, audit_personal_value');
}

const COMMITMENT = `encode(sha256($3::bytea || sha256($2::bytea || convert_to('"10.0.' || n / 250 % 250 || '.' || n % 250 || '"', 'UTF8'))), 'hex')`;

const EVENTS = `
  INSERT INTO audit_event (id, at, actor_id, request_id, record_type, record_id, record_code, action, body, hash)
  SELECT id, at, actor, request, 'charter', record, code, action, body, encode(sha256(convert_to(body, 'UTF8')), 'hex')
    FROM (SELECT g.*, format(
            '{"action":"%s","actor":"%s","after":{%s"n":%s,"narrative":"%s"},"at":"%s","before":{"narrative":""},"format":1,"id":"%s",'
            '"record":{"code":"%s","id":"%s","type":"charter"},"requestId":"%s","session":null}',
            action, actor, CASE WHEN n % 20 = 0 THEN '"address":{"commitment":"' || ${COMMITMENT} || '"},' ELSE '' END, n,
            repeat('Orders arrive a day earlier. ', 6),
            to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), id, code, record, request) AS body
            FROM (SELECT n, new_id() AS id, new_id() AS actor, new_id() AS record, 'CH-' || lpad(n::text, 4, '0') AS code,
                         'charter.edited' AS action, 'request-' || n AS request,
                         date_trunc('milliseconds', clock_timestamp() - make_interval(secs => ($1 - n) * 0.1)) AS at
                    FROM generate_series(1, $1::int) n) g) e`;

const VALUES = `
  INSERT INTO audit_personal_value (event_id, pointer, salt, value)
  SELECT id, '/after/address', $1, '"10.0.' || n / 250 % 250 || '.' || n % 250 || '"'
    FROM (SELECT id, (body::json #>> '{after,n}')::int AS n FROM audit_event) e
   WHERE n % 20 = 0`;

const CHAIN = `
  DO $$
  DECLARE
    before text := repeat('0', 64);
    place bigint := 0;
    event record;
    link text;
  BEGIN
    FOR event IN SELECT id, hash FROM audit_event ORDER BY transaction, id LOOP
      place := place + 1;
      link := encode(sha256(convert_to(place || '|' || before || '|' || event.hash, 'UTF8')), 'hex');
      INSERT INTO audit_chain (sequence, event_id, event_hash, previous_hash, hash)
      VALUES (place, event.id, event.hash, before, link);
      before := link;
    END LOOP;
  END $$`;
