import { SECTIONS, type Reference, type StrategyVersion } from '@sightline/contracts';
import { mergedText, type MergesTexts } from './text-merge';

/** What may be typed over: a field of the version (`purpose`), or of one of its records (`principles/<id>/title`). */
export type DraftPath = string;

/** A change that the server has not confirmed yet, with the value it was based on. */
export interface PendingChange {
  base: unknown;
  mine: unknown;
}
export type PendingChanges = Readonly<Record<DraftPath, PendingChange>>;

/**
 * Two people changed the same field: what it was before both, and what they made of it; `theirs` is undefined when they
 * took the record out. Mine is what waits at that path.
 */
export interface DraftConflict {
  path: DraftPath;
  base: unknown;
  theirs: unknown;
}

const LISTS = {
  principles: 'principles',
  drivers: 'drivers',
  capabilities: 'capabilities',
  'decision-rights': 'decisionRights',
} as const;

export type DraftList = keyof typeof LISTS;

/** The value that stands at a path; undefined when the record is no longer there. */
export function valueAt(version: StrategyVersion, path: DraftPath): unknown {
  const [list, id, field] = path.split('/');
  if (list === 'authors') return version.authors.find(({ section }) => section === id);
  if (!id || !field) return version[path as keyof StrategyVersion];
  return recordAt(version, path)?.[field];
}

/** The record that a path leads into; undefined when it is not there, and for a path into none. */
export function recordAt(version: StrategyVersion, path: DraftPath): Record<string, unknown> | undefined {
  const [list, id] = path.split('/');
  if (list === undefined || !(list in LISTS)) return undefined;
  const records: readonly { id: string }[] = version[LISTS[list as DraftList]];
  return records.find((each) => each.id === id) as Record<string, unknown> | undefined;
}

/** Whether two values say the same; records that are pointed at are compared by id alone. */
export function isSameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, byId) === JSON.stringify(b, byId);
}

function byId(_key: string, value: unknown): unknown {
  return isReference(value) ? value.id : value;
}

function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && 'id' in value && 'name' in value;
}

/** What goes into one request: the fields of the version together, or those of one record. */
export interface ChangeGroup {
  /** Behind `/strategy/versions/{n}`: empty for the version itself, else `/principles/<id>`. */
  address: string;
  /** What is sent, by path. */
  sent: Record<DraftPath, unknown>;
  body: Record<string, unknown>;
}

/** The first request that the pending changes make; null when nothing waits. */
export function nextGroup(pending: PendingChanges, skipped: (path: DraftPath) => boolean): ChangeGroup | null {
  const waiting = Object.keys(pending).filter((path) => !skipped(path));
  const first = waiting[0];
  if (first === undefined) return null;
  const address = addressOf(first);
  const paths = waiting.filter((path) => addressOf(path) === address);
  const sent = Object.fromEntries(paths.map((path) => [path, pending[path]?.mine]));
  return { address, sent, body: bodyOf(sent) };
}

function addressOf(path: DraftPath): string {
  const [list, id, field] = path.split('/');
  return field ? `/${list}/${id}` : '';
}

function bodyOf(sent: Record<DraftPath, unknown>): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  const authors: unknown[] = [];
  for (const [path, value] of Object.entries(sent)) {
    const [list, , field] = path.split('/');
    if (list === 'authors') authors.push(plain(value));
    else body[field ?? path] = plain(value);
  }
  return authors.length > 0 ? { ...body, authors } : body;
}

/** References go out as their ids. */
export function plain(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value, byId)) as unknown);
}

export interface Rebased {
  pending: PendingChanges;
  conflicts: DraftConflict[];
  /** Texts in which both wrote, in different paragraphs: they were put together. */
  merged: DraftPath[];
}

/**
 * Puts what is not saved on a newer version: what others did not touch is carried over in silence, what they changed to
 * the same words is done, texts that both wrote in are merged by paragraph, and only what both changed differently is
 * left to the writer.
 */
export function rebased(pending: PendingChanges, version: StrategyVersion, merges: MergesTexts): Rebased {
  const result = {
    pending: {} as Record<DraftPath, PendingChange>,
    conflicts: [] as DraftConflict[],
    merged: [] as DraftPath[],
  };
  for (const [path, change] of Object.entries(pending)) {
    const theirs = valueAt(version, path);
    if (isSameValue(theirs, change.mine)) continue;
    const untouched = isSameValue(theirs, change.base);
    const together = untouched ? null : mergedProse(path, change, theirs, merges);
    result.pending[path] = together === null ? change : { base: theirs, mine: together };
    if (together !== null) result.merged.push(path);
    else if (!untouched) result.conflicts.push({ path, base: change.base, theirs });
  }
  return result;
}

/** Whether a path is the prose of a section, which is merged by paragraph. */
export const isProse = (path: DraftPath): boolean => SECTIONS.some((section) => section === path);

function mergedProse(
  path: DraftPath,
  { base, mine }: PendingChange,
  theirs: unknown,
  merges: MergesTexts,
): string | null {
  if (!isProse(path)) return null;
  return mergedText(merges, { base: String(base), mine: String(mine), theirs: String(theirs) });
}

/** The same record without these keys. */
export function without<T>(record: Readonly<Record<string, T>>, keys: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
}
