import type { Requirement, SignedInUser } from '@sightline/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import { demand } from '../platform/access/demand';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Problems } from '../platform/problems/problem';
import { requireVersion } from '../platform/records/if-match';
import { lockCharter, type LockedCharter } from './charter-lock';
import { phaseOf } from './charter-phase';
import { REQUIREMENT } from './charter.query';

/** What a constituency demands of a charter, and what its lead answers. */
@Injectable()
export class Requirements {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly auditTrail: AuditTrail,
  ) {}

  /** Whoever holds a seat speaks for its constituency, and for no other. */
  state(
    reference: string,
    { constituency, text }: { constituency: string; text: string },
    user: SignedInUser,
  ): Promise<Requirement> {
    return this.unitOfWork.write(async (tx) => {
      const charter = await lockCharter(tx, reference);
      requireUndecided(charter);
      const key = await constituencyOf(tx, user, constituency);
      const [{ id, number }] = await tx.query<[{ id: string; number: number }]>(INSERT, [
        charter.id,
        key,
        text,
        user.id,
      ]);
      await this.auditTrail.record(tx, {
        action: 'requirement.stated',
        recordType: 'charter',
        recordId: charter.id,
        recordCode: charter.code,
        after: { requirement: number, constituency: key, text },
      });
      return readRequirement(tx, id);
    });
  }

  /** The lead's answer; null takes it back. Under the requirement's own version. */
  answer(
    reference: string,
    id: string,
    { version, answer }: { version: number; answer: string | null },
    user: SignedInUser,
  ): Promise<Requirement> {
    return this.unitOfWork.write(async (tx) => {
      const charter = await lockCharter(tx, reference);
      demand(user, 'charter.edit', { own: charter.content.lead === user.id });
      const requirement = await ofCharter(tx, charter, id);
      requireVersion(version, requirement.version);
      requireUndecided(charter);
      await tx.query(ANSWER, [id, answer, user.id]);
      await this.auditTrail.record(tx, {
        action: 'requirement.answered',
        recordType: 'charter',
        recordId: charter.id,
        recordCode: charter.code,
        before: { requirement: requirement.number, answer: requirement.answer },
        after: { requirement: requirement.number, answer },
      });
      return readRequirement(tx, id);
    });
  }
}

const INSERT = `
  INSERT INTO requirement (charter_id, number, constituency, text, created_by)
  VALUES ($1, (SELECT coalesce(max(r.number), 0) + 1 FROM requirement r WHERE r.charter_id = $1), $2, $3, $4)
  RETURNING id, number`;

const ANSWER = `
  UPDATE requirement SET answer = $2::text, answered_by = CASE WHEN $2::text IS NOT NULL THEN $3::uuid END,
         answered_at = CASE WHEN $2::text IS NOT NULL THEN now() END, version = version + 1, updated_at = now()
   WHERE id = $1`;

const SEATS = `
  SELECT k.key FROM occupied_seat s JOIN constituency k ON k.id = s.constituency_id
   WHERE s.holder_id = $1 AND $2 IN (k.key, k.id::text, k.name) LIMIT 1`;

async function constituencyOf(tx: EntityManager, user: SignedInUser, constituency: string): Promise<string> {
  const [seat] = await tx.query<{ key: string }[]>(SEATS, [user.id, constituency]);
  if (!seat) throw Problems.forbidden('requirement.state');
  return seat.key;
}

function requireUndecided(charter: LockedCharter): void {
  const phase = phaseOf(charter);
  if (phase === 'frozen' || phase === 'approved') throw Problems.frozen('charter-decided', { status: charter.status });
}

async function ofCharter(
  tx: EntityManager,
  charter: LockedCharter,
  id: string,
): Promise<{ number: number; version: number; answer: string | null }> {
  const [requirement] = await tx.query<{ number: number; version: number; answer: string | null }[]>(
    'SELECT number, version, answer FROM requirement WHERE id = $1 AND charter_id = $2 FOR UPDATE',
    [id, charter.id],
  );
  if (!requirement) throw Problems.notFound('requirement');
  return requirement;
}

async function readRequirement(tx: EntityManager, id: string): Promise<Requirement> {
  const [row] = await tx.query<{ requirement: Requirement }[]>(READ, [id]);
  if (!row) throw Problems.notFound('requirement');
  return row.requirement;
}

const READ = `SELECT ${REQUIREMENT} AS requirement FROM requirement q WHERE q.id = $1`;
