import type { Milestone, NewMilestone, SignedInUser } from '@sightline/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import { demand } from '../platform/access/demand';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Problems } from '../platform/problems/problem';
import { requireVersion } from '../platform/records/if-match';
import { resolveReference } from '../platform/records/resolve-reference';
import { lockCharter, type LockedCharter } from './charter-lock';
import { phaseOf } from './charter-phase';
import { MILESTONE } from './charter.query';

type Values = Required<Omit<NewMilestone, 'kpi'>> & { kpi: string | null };
interface Stored {
  version: number;
  values: Values;
}

/** The plan of a charter: what value becomes real, and when (PRODUCT section 3). Not weighed by voters. */
@Injectable()
export class Milestones {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly auditTrail: AuditTrail,
  ) {}

  add(reference: string, milestone: NewMilestone, user: SignedInUser): Promise<Milestone> {
    return this.unitOfWork.write(async (tx) => {
      const charter = await lockPlan(tx, reference, user);
      const values = await valuesAfter(tx, EMPTY, milestone);
      const [{ id }] = await tx.query<[{ id: string }]>(INSERT, [charter.id, user.id, ...listed(values)]);
      await this.record(tx, charter, 'milestone.created', null, { id, ...values });
      return readMilestone(tx, id);
    });
  }

  change(
    reference: string,
    id: string,
    { version, changes }: { version: number; changes: Partial<NewMilestone> },
    user: SignedInUser,
  ): Promise<Milestone> {
    return this.unitOfWork.write(async (tx) => {
      const charter = await lockPlan(tx, reference, user);
      const before = await ofCharter(tx, charter, id, version);
      const values = await valuesAfter(tx, before.values, changes);
      await tx.query(UPDATE, [id, ...listed(values)]);
      await this.record(tx, charter, 'milestone.changed', { id, ...before.values }, { id, ...values });
      return readMilestone(tx, id);
    });
  }

  /** Taken off the plan; the row stays. */
  archive(reference: string, id: string, version: number, user: SignedInUser): Promise<Milestone> {
    return this.unitOfWork.write(async (tx) => {
      const charter = await lockPlan(tx, reference, user);
      const before = await ofCharter(tx, charter, id, version);
      await tx.query(
        'UPDATE milestone SET archived_at = now(), version = version + 1, updated_at = now() WHERE id = $1',
        [id],
      );
      await this.record(tx, charter, 'milestone.archived', { id, ...before.values }, null);
      return readMilestone(tx, id);
    });
  }

  private record(
    tx: EntityManager,
    { id, code }: LockedCharter,
    action: string,
    before: object | null,
    after: object | null,
  ): Promise<void> {
    return this.auditTrail.record(tx, { action, recordType: 'charter', recordId: id, recordCode: code, before, after });
  }
}

const EMPTY: Values = { title: '', value: null, kpi: null, expectedValue: null, dueOn: null, reachedOn: null };

const INSERT = `
  INSERT INTO milestone (charter_id, created_by, title, value, kpi_id, expected_value, due_on, reached_on)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`;
const UPDATE = `
  UPDATE milestone SET title = $2, value = $3, kpi_id = $4, expected_value = $5, due_on = $6, reached_on = $7,
         version = version + 1, updated_at = now() WHERE id = $1`;
const STORED = `
  SELECT m.version, jsonb_build_object('title', m.title, 'value', m.value, 'kpi', m.kpi_id,
           'expectedValue', m.expected_value, 'dueOn', m.due_on, 'reachedOn', m.reached_on) AS values
    FROM milestone m WHERE m.id = $1 AND m.charter_id = $2 AND m.archived_at IS NULL FOR UPDATE`;
const READ = `SELECT ${MILESTONE} AS milestone FROM milestone m WHERE m.id = $1`;

function listed({ title, value, kpi, expectedValue, dueOn, reachedOn }: Values): unknown[] {
  return [title, value, kpi, expectedValue, dueOn, reachedOn];
}

async function valuesAfter(tx: EntityManager, before: Values, changes: Partial<NewMilestone>): Promise<Values> {
  const told = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const values: Values = { ...before, ...told };
  if (changes.kpi) values.kpi = await resolveReference(tx, 'kpi', changes.kpi, '/kpi');
  if ((values.kpi === null) !== (values.expectedValue === null)) {
    throw Problems.invalid([{ pointer: values.kpi === null ? '/kpi' : '/expectedValue', code: 'kpi-with-value' }]);
  }
  return values;
}

async function lockPlan(tx: EntityManager, reference: string, user: SignedInUser): Promise<LockedCharter> {
  const charter = await lockCharter(tx, reference);
  demand(user, 'charter.edit', { own: charter.content.lead === user.id });
  if (phaseOf(charter) === 'frozen') throw Problems.frozen('charter-frozen', { status: charter.status });
  return charter;
}

async function ofCharter(tx: EntityManager, charter: LockedCharter, id: string, version: number): Promise<Stored> {
  const [stored] = await tx.query<Stored[]>(STORED, [id, charter.id]);
  if (!stored) throw Problems.notFound('milestone');
  requireVersion(version, stored.version);
  return stored;
}

async function readMilestone(tx: EntityManager, id: string): Promise<Milestone> {
  const [row] = await tx.query<{ milestone: Milestone }[]>(READ, [id]);
  if (!row) throw Problems.notFound('milestone');
  return row.milestone;
}
