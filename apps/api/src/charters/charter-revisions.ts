import type { CharterContent } from '@sightline/contracts';
import type { EntityManager } from 'typeorm';
import { prepared } from '../platform/database/prepared';
import { wholeContent } from './charter-content';

interface WrittenRevision {
  charterId: string;
  number: number;
  content: CharterContent;
  reason: string | null;
  by: string | null;
}

/**
 * Writes a revision down as it goes before the board. A revision that comes back unchanged in number (a returned
 * charter submitted anew) is written once: whoever changed it since has raised the number.
 */
export async function writeRevision(tx: EntityManager, revision: WrittenRevision): Promise<void> {
  await tx.query(
    `INSERT INTO charter_revision (charter_id, number, content, reason, created_by) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT ON CONSTRAINT charter_revision_once DO NOTHING`,
    [revision.charterId, revision.number, JSON.stringify(revision.content), revision.reason, revision.by],
  );
}

/** The content that went before the board under this number, or null when none did. */
export async function contentOfRevision(
  tx: EntityManager,
  charterId: string,
  number: number,
): Promise<CharterContent | null> {
  const [row] = await tx.query<{ content: CharterContent }[]>(
    'SELECT content FROM charter_revision WHERE charter_id = $1 AND number = $2',
    [charterId, number],
  );
  return row ? wholeContent(row.content) : null;
}

const REMEMBER_EDITOR = `
  INSERT INTO charter_material_edit (charter_id, revision, user_id) VALUES ($1, $2, $3)
  ON CONFLICT ON CONSTRAINT charter_material_edit_pkey DO NOTHING`;

/** Remembers who edited something material of a revision: they are conflicted in its decision (PRODUCT section 4). */
export async function rememberEditor(
  tx: EntityManager,
  charterId: string,
  revision: number,
  userId: string,
): Promise<void> {
  await prepared(tx, { name: 'charter-editor', text: REMEMBER_EDITOR }, [charterId, revision, userId]);
}

/** A revision that follows an undecided one still holds the work of those who edited that one. */
export async function carryEditorsOver(tx: EntityManager, charterId: string, from: number, to: number): Promise<void> {
  await tx.query(
    `INSERT INTO charter_material_edit (charter_id, revision, user_id)
     SELECT charter_id, $3, user_id FROM charter_material_edit WHERE charter_id = $1 AND revision = $2
     ON CONFLICT ON CONSTRAINT charter_material_edit_pkey DO NOTHING`,
    [charterId, from, to],
  );
}
