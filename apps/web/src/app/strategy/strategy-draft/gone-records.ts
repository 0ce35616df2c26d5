import {
  recordAt,
  without,
  type DraftConflict,
  type DraftList,
  type DraftPath,
  type PendingChange,
  type PendingChanges,
} from './draft-fields';

/** A record in which one wrote while somebody else took it out. */
export interface GoneRecord {
  /** `principles/<id>` */
  readonly at: string;
  readonly list: DraftList;
  /** As it stood before; null where this device kept the words alone. */
  readonly record: Readonly<Record<string, unknown>> | null;
  /** What was written in it, by field. */
  readonly mine: Readonly<Record<string, unknown>>;
}

type Version = Parameters<typeof recordAt>[0];

/** Keeps the records that are written in as this version has them: the next one may have lost them. */
export function keepRecords(
  known: Map<string, Record<string, unknown>>,
  version: Version,
  pending: PendingChanges,
): void {
  for (const path of Object.keys(pending)) {
    const record = recordAt(version, path);
    if (record) known.set(placeOf(path), record);
  }
}

/** The records that are gone, each with all that was written in it. */
export function goneRecords(
  conflicts: readonly DraftConflict[],
  pending: PendingChanges,
  known: ReadonlyMap<string, Record<string, unknown>>,
): GoneRecord[] {
  const gone = new Map<string, Record<string, unknown>>();
  for (const { path, theirs } of conflicts) {
    const [, , field] = path.split('/');
    if (theirs !== undefined || field === undefined) continue;
    gone.set(placeOf(path), { ...gone.get(placeOf(path)), [field]: pending[path]?.mine });
  }
  return [...gone].map(([at, mine]) => ({
    at,
    list: at.split('/')[0] as DraftList,
    record: known.get(at) ?? null,
    mine,
  }));
}

/** The changes that still have where to stand, after the writer took a record out. */
export function withoutTakenOut(
  pending: PendingChanges,
  before: Version | null,
  now: Version,
): Record<DraftPath, PendingChange> {
  const gone = Object.keys(pending).filter((path) => before && recordAt(before, path) && !recordAt(now, path));
  return without(pending, gone);
}

/** The changes in all other records. */
export function withoutRecord(pending: PendingChanges, at: string): PendingChanges {
  return without(
    pending,
    Object.keys(pending).filter((path) => isIn(at, path)),
  );
}

/** Whether a path leads into that record. */
export const isIn = (at: string, path: DraftPath): boolean => placeOf(path) === at;

const placeOf = (path: DraftPath): string => path.split('/').slice(0, 2).join('/');
