import type { ExceptionCategory, ExceptionStatus } from '@sightline/contracts';
import type { EntityManager } from 'typeorm';
import { TODAY } from '../platform/database/today';
import { Problems } from '../platform/problems/problem';

/** An exception that this transaction holds, as it stands; dates as the organisation counts them. */
export interface LockedException {
  id: string;
  code: string;
  principleId: string;
  charterId: string;
  status: ExceptionStatus;
  category: ExceptionCategory;
  justification: string;
  compensatingControl: string;
  expiresOn: string;
  renewsId: string | null;
  renewal: number;
  version: number;
  today: string;
}

/** Takes an exception for the rest of the transaction; its charter, where it is needed, comes first. 404. */
export async function lockException(tx: EntityManager, id: string): Promise<LockedException> {
  const [row] = await tx.query<LockedException[]>(
    `SELECT x.id, x.code, x.principle_id AS "principleId", x.charter_id AS "charterId", x.status, x.category,
            x.justification, x.compensating_control AS "compensatingControl", x.expires_on::text AS "expiresOn",
            x.renews_id AS "renewsId", x.renewal, x.version, ${TODAY}::text AS today
       FROM principle_exception x WHERE x.id = $1 FOR UPDATE`,
    [id],
  );
  if (!row) throw Problems.notFound('exception');
  return row;
}

/** How the audit trail names an exception. */
export function recordOf({ id, code }: { id: string; code: string }) {
  return { recordType: 'exception', recordId: id, recordCode: code };
}
