import type { Charter, CharterDomain, SignedInUser } from '@sightline/contracts';
import { domainReadiness } from '@sightline/rules';
import type { DataSource, EntityManager } from 'typeorm';
import { prepared } from '../platform/database/prepared';
import { Problems } from '../platform/problems/problem';
import { parseIdOrCode } from '../platform/records/id-or-code';
import { JsonText } from '../platform/records/json-text';
import { CHARTER_SQL } from './charter.query';

type StoredDomain = Omit<CharterDomain, 'readiness'> & { readiness: Parameters<typeof domainReadiness>[0] };

/** What the statements answer that read a charter. */
export interface CharterRow {
  id: string;
  code: string;
  version: number;
  domains: StoredDomain[];
  /** JSON without the domains. */
  charter: string;
}

/**
 * A charter with everything linked, in one statement; 404 when there is none that this reader may see. Only the domains
 * become objects on the way, because the rules say how ready they are.
 */
export async function readCharterText(
  db: DataSource | EntityManager,
  reference: string,
  reader?: Pick<SignedInUser, 'kind' | 'partyId'>,
): Promise<JsonText<Charter>> {
  const { id = null, code = null } = parseIdOrCode(reference);
  const [row] = await prepared<CharterRow>(db, { name: 'charter', text: CHARTER_SQL }, [id, code, partyOf(reader)]);
  if (!row) throw Problems.notFound('charter');
  return withReadiness(row);
}

/** The row as it is sent. */
export function withReadiness({ id, version, charter, domains: stored }: CharterRow): JsonText<Charter> {
  const domains = stored.map((domain) => ({ ...domain, readiness: domainReadiness(domain.readiness).score }));
  return new JsonText(`${charter.slice(0, -1)},"domains":${JSON.stringify(domains)}}`, version, id);
}

/** The same as an object, for what goes on to work with it. */
export async function readCharter(
  db: DataSource | EntityManager,
  reference: string,
  reader?: Pick<SignedInUser, 'kind' | 'partyId'>,
): Promise<Charter> {
  return (await readCharterText(db, reference, reader)).read();
}

/** Belongs to nobody: an external reader without a party sees nothing. */
const NO_PARTY = '00000000-0000-0000-0000-000000000000';

/** The party whose charters an external reader sees; null for internal people, who see all. */
export function partyOf(reader?: Pick<SignedInUser, 'kind' | 'partyId'>): string | null {
  return reader?.kind === 'external' ? (reader.partyId ?? NO_PARTY) : null;
}

/** The id of a charter this reader may see; 404 otherwise. */
export async function idOfVisible(
  db: DataSource | EntityManager,
  reference: string,
  reader: Pick<SignedInUser, 'kind' | 'partyId'>,
): Promise<string> {
  const { id = null, code = null } = parseIdOrCode(reference);
  const [row] = await db.query<{ id: string }[]>(VISIBLE, [id, code, partyOf(reader)]);
  if (!row) throw Problems.notFound('charter');
  return row.id;
}

const VISIBLE = `
  SELECT c.id FROM charter c
   WHERE (c.id = $1::uuid OR c.code = $2::text)
     AND ($3::uuid IS NULL OR EXISTS (SELECT 1 FROM charter_party l WHERE l.charter_id = c.id AND l.party_id = $3::uuid))`;
