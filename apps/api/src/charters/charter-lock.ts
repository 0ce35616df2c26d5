import type { CharterContent, CharterOrigin, CharterStatus } from '@sightline/contracts';
import type { EntityManager } from 'typeorm';
import { Problems } from '../platform/problems/problem';
import { parseIdOrCode } from '../platform/records/id-or-code';

/** A charter that this transaction holds, as it stands. */
export interface LockedCharter {
  id: string;
  code: string;
  status: CharterStatus;
  origin: CharterOrigin;
  approved: boolean;
  /** Before the board right now, also where a running project keeps its status meanwhile. */
  submitted: boolean;
  revision: number;
  version: number;
  content: CharterContent;
}

const OPEN_PROPOSAL = `
  SELECT 1 FROM proposal p
   WHERE p.status = 'open' AND (p.charter_id = $1 OR p.change_request_id IN (SELECT r.id FROM change_request r WHERE r.charter_id = $1))
     FOR UPDATE`;

/** The key lock of a reference to it is let through: another charter may name this one as predecessor meanwhile. */
const CHARTER = `
  SELECT c.id, c.code, c.status, c.origin, c.revision, c.version, c.approved_at IS NOT NULL AS approved,
         c.submitted_at IS NOT NULL AND c.approved_at IS NULL AS submitted
    FROM charter c WHERE c.id = $1 FOR NO KEY UPDATE`;

/**
 * Takes a charter for the rest of the transaction: of two writers the second sees what the first saved. Its open
 * proposal is taken first (locks go proposal, charter, strategy: PRODUCT section 4). 404.
 */
export async function lockCharter(tx: EntityManager, reference: string): Promise<LockedCharter> {
  const id = await idOfCharter(tx, reference);
  await tx.query(OPEN_PROPOSAL, [id]);
  const [row] = await tx.query<Omit<LockedCharter, 'content'>[]>(CHARTER, [id]);
  if (!row) throw Problems.notFound('charter');
  // A statement of its own: a function inside the locking one would still see the row as it was before the wait.
  return { ...row, content: await contentOf(tx, row.id) };
}

/** The content of a charter as this transaction sees it. */
export async function contentOf(tx: EntityManager, charterId: string): Promise<CharterContent> {
  const [row] = await tx.query<{ content: CharterContent }[]>('SELECT charter_content($1) AS content', [charterId]);
  if (!row?.content) throw Problems.notFound('charter');
  return row.content;
}

async function idOfCharter(tx: EntityManager, reference: string): Promise<string> {
  const { id, code } = parseIdOrCode(reference);
  if (id) return id;
  const [row] = await tx.query<{ id: string }[]>('SELECT id FROM charter WHERE code = $1', [code]);
  if (!row) throw Problems.notFound('charter');
  return row.id;
}
