import type { EntityManager } from 'typeorm';

/** Whose traces are to go, and by which name they are known from here on. */
export interface ErasedPerson {
  id: string;
  name: string;
  email: string;
  formerly: string;
}

/** What JSON text has between its quotation marks for this text. */
const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);
/** A regular expression that means this text and nothing else. */
const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** The same for what is put in its place. */
const replacement = (text: string): string => text.replaceAll('\\', '\\\\');

/**
 * Removes what is personal of somebody wherever the product keeps it: sessions and links, the values beside audit
 * events, answers kept for repeats, the files of imports, and the name where comments say it. Records of office stay (PRODUCT.md section 9): the names in
 * decisions and in what was decided on, which are frozen with their hash.
 */
export async function removeTraces(tx: EntityManager, { id, name, email, formerly }: ErasedPerson): Promise<void> {
  await tx.query('DELETE FROM session WHERE user_id = $1', [id]);
  await tx.query('DELETE FROM activation_link WHERE user_id = $1', [id]);
  await tx.query('DELETE FROM section_opening_to WHERE person_id = $1', [id]);
  await tx.query(SIGN_IN_ATTEMPTS, [email]);
  await tx.query(VALUES_BESIDE_EVENTS, [id, inJson(name), inJson(email)]);
  await tx.query('DELETE FROM idempotency_key WHERE principal = $1', [id]);
  await tx.query(KEPT_ANSWERS, [inJson(name), inJson(email)]);
  for (const [found, by] of [
    [email, addressOf(formerly)],
    [name, formerly],
  ] as const) {
    await tx.query(IMPORTED_TEXTS, [literal(found), replacement(by)]);
    await tx.query(COMMENTS, [literal(found), replacement(by)]);
    await tx.query(IMPORTED_DOCUMENTS, [literal(inJson(found)), replacement(inJson(by))]);
  }
}

/** An address that can never receive anything (RFC 2606), in place of the one that is gone. */
export function addressOf(formerly: string): string {
  const word = formerly.toLowerCase().replace(/\(.*/, '').trim();
  return `${word.replaceAll(/[^a-z0-9]+/g, '-')}@erased.invalid`;
}

const SIGN_IN_ATTEMPTS = `
  DELETE FROM sign_in_attempt
   WHERE bucket = 'account:' || left(encode(sha256(convert_to(lower($1), 'UTF8')), 'hex'), 32)`;

/** Those of the person, and what names them where an event is about something else: the name of a file, say. */
const VALUES_BESIDE_EVENTS = `
  DELETE FROM audit_personal_value
   WHERE person_id = $1 OR value IN ('"' || $2 || '"', '"' || $3 || '"')
      OR (person_id IS NULL AND (position(lower($2) IN lower(value)) > 0 OR position(lower($3) IN lower(value)) > 0))`;

/** A repeat then learns that the work is done, and reads the record. */
const KEPT_ANSWERS = `
  UPDATE idempotency_key SET answer = NULL WHERE position($1 IN answer) > 0 OR position($2 IN answer) > 0`;

/** A name is never replaced in the middle of another word. */
const WHOLE = `'(?<![[:alnum:]])' || $1 || '(?![[:alnum:]])'`;
const IMPORTED_TEXTS = `
  UPDATE import SET content = regexp_replace(content, ${WHOLE}, $2, 'gi'),
                    file_name = left(regexp_replace(file_name, ${WHOLE}, $2, 'gi'), 255)
   WHERE content ~* (${WHOLE}) OR file_name ~* (${WHOLE})`;
const IMPORTED_DOCUMENTS = `
  UPDATE import SET problems = regexp_replace(problems::text, ${WHOLE}, $2, 'gi')::jsonb,
                    preview = regexp_replace(preview::text, ${WHOLE}, $2, 'gi')::jsonb,
                    mapping = regexp_replace(mapping::text, ${WHOLE}, $2, 'gi')::jsonb,
                    columns = regexp_replace(columns::text, ${WHOLE}, $2, 'gi')::jsonb
   WHERE (problems::text || preview::text || mapping::text || columns::text) ~* (${WHOLE})`;
/** What somebody said stays, and so does a call of this person, under the name that is left. */
const COMMENTS = `
  UPDATE comment SET text = left(regexp_replace(text, ${WHOLE}, $2, 'gi'), 4000),
                     quote = left(regexp_replace(quote, ${WHOLE}, $2, 'gi'), 1000),
                     quote_before = left(regexp_replace(quote_before, ${WHOLE}, $2, 'gi'), 64),
                     quote_after = left(regexp_replace(quote_after, ${WHOLE}, $2, 'gi'), 64)
   WHERE concat_ws(' ', text, quote, quote_before, quote_after) ~* (${WHOLE})`;
