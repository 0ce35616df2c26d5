import { isSame, type CharterDraft, type DraftField } from './charter-draft';
import type { Kept } from './draft-shelf';

/** Two people changed the same field. */
export interface DraftConflict {
  field: DraftField;
  theirs: unknown;
}

export interface Merged {
  draft: CharterDraft;
  conflicts: DraftConflict[];
}

/**
 * Puts what is not saved on what the server has now: what others did not touch is carried over in silence, what they
 * changed to the same is done, and only what both changed differently is left to the writer.
 */
export function merged(kept: Kept, theirs: CharterDraft): Merged {
  const draft = { ...theirs };
  const conflicts: DraftConflict[] = [];
  for (const [name, change] of Object.entries(kept)) {
    const field = name as DraftField;
    if (!(field in theirs) || isSame(change.mine, theirs[field])) continue;
    put(draft, field, change.mine);
    if (!isSame(change.base, theirs[field])) conflicts.push({ field, theirs: theirs[field] });
  }
  return { draft, conflicts };
}

/** The changed fields of a draft with the values they were based on. */
export function keptOf(fields: readonly DraftField[], base: CharterDraft, draft: CharterDraft): Kept {
  return Object.fromEntries(fields.map((field) => [field, { base: base[field], mine: draft[field] }])) as Kept;
}

/** A draft that has these fields of another one. */
export function withFields(draft: CharterDraft, fields: readonly DraftField[], from: CharterDraft): CharterDraft {
  const result = { ...draft };
  for (const field of fields) put(result, field, from[field]);
  return result;
}

/** Fields that say the same: they keep their objects, since a control of a part that is put in anew is an orphan for a moment. */
export function sameFields(one: CharterDraft, other: CharterDraft): DraftField[] {
  return (Object.keys(one) as DraftField[]).filter((field) => isSame(one[field], other[field]));
}

function put(draft: CharterDraft, field: DraftField, value: unknown): void {
  Object.assign(draft, { [field]: value });
}
