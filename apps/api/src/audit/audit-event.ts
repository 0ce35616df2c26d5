import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { committed, type PersonalValue } from './personal-values';

/** What a feature tells the audit trail. */
export interface RecordedChange {
  /** `<noun>.<past participle>`: `charter.submitted`. */
  action: string;
  recordType: string;
  recordId?: string | null;
  recordCode?: string | null;
  /** The fields as they were and as they became; secrets never enter. */
  before?: object | null;
  after?: object | null;
  /** JSON pointers of personal values in `before` and `after`: `['/name', '/email']`. */
  personal?: readonly string[];
  /** Who did it, where no session says so: signing in, set-up. */
  actor?: string;
  /** Whose values these are; by default the record itself where it is a user. */
  person?: string | null;
}

/** Who did it, when, and in which request. */
export interface Circumstances {
  at: string;
  actor: string | null;
  session: string | null;
  requestId: string | null;
}

export interface SealedEvent {
  id: string;
  at: string;
  actorId: string | null;
  sessionId: string | null;
  requestId: string | null;
  recordType: string;
  recordId: string | null;
  recordCode: string | null;
  action: string;
  body: string;
  hash: string;
  personal: PersonalValue[];
}

/** Rises when the meaning of the body changes, so that old events can be read for ever. */
export const AUDIT_FORMAT = 1;

/**
 * The event as it is hashed: RFC 8785 JSON, with decimals as strings, and personal values replaced by commitments.
 * The hash is the SHA-256 of its UTF-8 bytes.
 */
export function sealedEvent(id: string, circumstances: Circumstances, change: RecordedChange): SealedEvent {
  const { action, recordType, recordId = null, recordCode = null } = change;
  const person = change.person === undefined && recordType === 'user' ? recordId : (change.person ?? null);
  const content = { before: plain(change.before), after: plain(change.after) };
  const personal = committed(content, change.personal ?? [], person);
  const body = canonicalText({
    format: AUDIT_FORMAT,
    id,
    at: circumstances.at,
    actor: circumstances.actor,
    session: circumstances.session,
    requestId: circumstances.requestId,
    record: { type: recordType, id: recordId, code: recordCode },
    action,
    ...content,
  });
  return {
    id,
    at: circumstances.at,
    actorId: circumstances.actor,
    sessionId: circumstances.session,
    requestId: circumstances.requestId,
    recordType,
    recordId,
    recordCode,
    action,
    body,
    hash: sha256(body),
    personal,
  };
}

/** RFC 8785: the same value gives the same bytes in every program. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('This value has no JSON form.');
  return text;
}

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** A deep copy as JSON has it: no undefined, dates as text, decimals as strings so that no program rounds them. */
function plain(value: object | null | undefined): Record<string, unknown> | null {
  if (!value) return null;
  const text = JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'number' && !Number.isInteger(part) ? String(part) : part,
  );
  return JSON.parse(text) as Record<string, unknown>;
}
