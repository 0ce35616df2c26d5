export interface MergedFields<M> {
  /** Both sides' changes together; where they clash, mine. */
  readonly merged: M;
  /** What both sides changed, and differently. */
  readonly clashing: readonly (keyof M & string)[];
}

/** What somebody filled in (`mine`) and what was saved meanwhile (`theirs`), both starting from `base`. */
export function mergeFields<M extends object>(base: M, mine: M, theirs: M): MergedFields<M> {
  const fields = Object.keys(base) as (keyof M & string)[];
  const changed = (side: M) => fields.filter((field) => !isSame(side[field], base[field]));
  const ours = new Set(changed(mine));
  const clashing = changed(theirs).filter((field) => ours.has(field) && !isSame(mine[field], theirs[field]));
  const taken = Object.fromEntries(fields.map((field) => [field, ours.has(field) ? mine[field] : theirs[field]]));
  return { merged: { ...theirs, ...taken }, clashing };
}

/** Values of form fields: texts, numbers, lists, and references, which are the same when their ids are. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(keyOf(one)) === JSON.stringify(keyOf(other));
}

function keyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(keyOf);
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
}
