import { type Mandate, MANDATE_TITLE_MAX, type MandateChanges, type NewMandate, type Page } from '@sightline/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import { TODAY } from '../platform/database/today';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Problems } from '../platform/problems/problem';
import { requireVersion } from '../platform/records/if-match';
import { resolveReference } from '../platform/records/resolve-reference';
import { listMandates, readMandate } from './mandate.query';
import type { MandateListRequest } from './mandates.requests';

/** Orders from above, and what the strategy has made of them. */
@Injectable()
export class MandatesService {
  constructor(
    private readonly db: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly auditTrail: AuditTrail,
  ) {}

  list(request: MandateListRequest): Promise<Page<Mandate>> {
    return listMandates(this.db, request);
  }

  /** By id or code; 404. */
  one(reference: string): Promise<Mandate> {
    return readMandate(this.db, reference);
  }

  create(request: NewMandate, by: string): Promise<Mandate> {
    return this.unitOfWork.write(async (tx) => {
      const { text, dateReceived, title = titleOf(text) } = request;
      const sponsor = await insider(tx, request.sponsor);
      await refuseFuture(tx, dateReceived);
      const [row] = await tx.query<[{ id: string; code: string }]>(
        `INSERT INTO mandate (title, text, sponsor_id, received_on, created_by) VALUES ($1, $2, $3, $4, $5) RETURNING id, code`,
        [title, text, sponsor, dateReceived, by],
      );
      await this.record(tx, row, 'mandate.created', { after: { title, text, sponsor, dateReceived } });
      return readMandate(tx, row.id);
    });
  }

  /** 412 when somebody saved first. */
  change(reference: string, expected: number, changes: MandateChanges): Promise<Mandate> {
    return this.unitOfWork.write(async (tx) => {
      const { id } = await readMandate(tx, reference);
      await tx.query('SELECT 1 FROM mandate WHERE id = $1 FOR UPDATE', [id]);
      const { code, version, sponsor, title, text, dateReceived } = await readMandate(tx, id);
      requireVersion(expected, version);
      const before = { title, text, sponsor: sponsor.id, dateReceived };
      if (changes.dateReceived) await refuseFuture(tx, changes.dateReceived);
      const after = { ...before, ...changes, ...(changes.sponsor && { sponsor: await insider(tx, changes.sponsor) }) };
      await tx.query(
        `UPDATE mandate SET title = $2, text = $3, sponsor_id = $4, received_on = $5, version = version + 1, updated_at = now()
          WHERE id = $1`,
        [id, after.title, after.text, after.sponsor, after.dateReceived],
      );
      await this.record(tx, { id, code: code ?? '' }, 'mandate.changed', { before, after });
      return readMandate(tx, id);
    });
  }

  private record(
    tx: EntityManager,
    { id, code }: { id: string; code: string },
    action: string,
    what: { before?: Record<string, unknown>; after: Record<string, unknown> },
  ): Promise<void> {
    return this.auditTrail.record(tx, { action, recordType: 'mandate', recordId: id, recordCode: code, ...what });
  }
}

/** The first line, up to its first full stop. */
function titleOf(text: string): string {
  const [first = text] = text.split(/\n|(?<=[.!?])\s/, 1);
  const title = first.trim().replace(/\.$/, '');
  return title.length <= MANDATE_TITLE_MAX ? title : `${title.slice(0, MANDATE_TITLE_MAX - 1)}…`;
}

/** An order comes from somebody of the company. */
async function insider(tx: EntityManager, reference: string): Promise<string> {
  const id = await resolveReference(tx, 'person', reference, '/sponsor');
  const [person] = await tx.query<{ kind: string }[]>('SELECT kind FROM app_user WHERE id = $1', [id]);
  if (person?.kind !== 'internal') throw Problems.invalid([{ pointer: '/sponsor', code: 'sponsor-internal' }]);
  return id;
}

async function refuseFuture(tx: EntityManager, date: string): Promise<void> {
  const [{ future }] = await tx.query<[{ future: boolean }]>(`SELECT $1::date > ${TODAY} AS future`, [date]);
  if (future) throw Problems.invalid([{ pointer: '/dateReceived', code: 'in-future' }]);
}
