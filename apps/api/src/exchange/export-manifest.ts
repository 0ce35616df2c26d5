import type { SignedInUser } from '@sightline/contracts';
import { MIGRATIONS_TABLE } from '../platform/database/append-only-tables';
import type { Snapshot } from '../platform/database/snapshots';
import type { ArchivedFile } from '../platform/files/zip-archive';
import { newId } from '../platform/records/new-id';
import { LEFT_BEHIND, RECORD_FILES } from './record-files';

/** Rises when files or fields change their meaning, so that programs that read them can tell. */
const EXPORT_FORMAT = 1;

/** Who takes what, and of when it is; read before the first byte leaves. */
export interface ExportCircumstances {
  /** Of this export; the audit trail names it. */
  id: string;
  by: string;
  /** By the clock of the database, at the moment all of it is of. */
  madeAt: string;
  organisation: string;
  /** The migrations that had run, oldest first. */
  schema: string[];
  /** How many records of each kind. */
  counts: Record<string, number>;
}

export async function circumstancesOf(snapshot: Snapshot, by: SignedInUser): Promise<ExportCircumstances> {
  const [row] =
    await snapshot.query<[Pick<ExportCircumstances, 'madeAt' | 'organisation' | 'schema'>]>(OF_THE_SNAPSHOT);
  const [{ counts }] = await snapshot.query<[Pick<ExportCircumstances, 'counts'>]>(COUNTS);
  return { id: newId(), by: by.id, ...row, counts };
}

/** What is in the archive and how it can be recognised; written last, when everything else is known. */
export function manifestOf(
  { id, by, madeAt, organisation, schema }: ExportCircumstances,
  files: readonly ArchivedFile[],
  { withTrail }: { withTrail: boolean },
): string {
  const manifest = {
    kind: 'sightline export',
    format: EXPORT_FORMAT,
    ...{ id, madeAt, by, organisation, schema },
    toBringIn: files.map(({ name }) => name).filter((name) => name.startsWith('import/')),
    leftBehind: {
      ...LEFT_BEHIND,
      ...(!withTrail && { audit_event: 'not for this role', audit_chain: 'not for this role' }),
    },
    files,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

const OF_THE_SNAPSHOT = `
  SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "madeAt",
         (SELECT name FROM organisation) AS organisation,
         (SELECT array_agg(name ORDER BY id) FROM ${MIGRATIONS_TABLE}) AS schema`;

const COUNTS = `SELECT json_build_object(${Object.entries(RECORD_FILES)
  .map(([name, { table }]) => `'${name}', (SELECT count(*) FROM ${table})`)
  .join(', ')}) AS counts`;
