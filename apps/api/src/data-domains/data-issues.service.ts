import type { DataIssue, SignedInUser } from '@sightline/contracts';
import { Injectable } from '@nestjs/common';
import { dataIssueProblems } from '@sightline/rules';
import { In, type EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import { differences } from '../landscape/register-records';
import { TODAY } from '../platform/database/today';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Problems } from '../platform/problems/problem';
import { newId } from '../platform/records/new-id';
import { resolveReference } from '../platform/records/resolve-reference';
import { entitiesOf, lockDomain, partOf } from './data-domain-lock';
import { readDomain } from './data-domain-reading.service';
import { DataEntityEntity } from './data-entity.entity';
import { DataIssueEntity } from './data-issue.entity';
import type { DataIssueChangesRequest, NewDataIssueRequest } from './data-quality.requests';

/** What is wrong with the data, who mends it, and what was knowingly accepted until when. */
@Injectable()
export class DataIssuesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  create(domainReference: string, request: NewDataIssueRequest, by: SignedInUser): Promise<DataIssue> {
    return this.work.write(async (tx) => {
      const domain = await lockDomain(tx, domainReference, by);
      const [entityId] = await entitiesOf(tx, domain, [request.entity], () => '/entity');
      const { dimension, effect, dueOn = null, owner } = request;
      const ownerId = owner ? await resolveReference(tx, 'person', owner, '/owner') : null;
      const columns = { entityId, dimension, effect, ownerId, dueOn };
      const id = newId();
      await tx.insert(DataIssueEntity, { id, ...columns, status: 'open', version: 1, createdBy: by.id });
      await this.record(tx, 'issue.created', id, domain.code, { after: columns });
      return issueOf(tx, domain.id, id);
    });
  }

  change(
    domainReference: string,
    id: string,
    expected: number,
    request: DataIssueChangesRequest,
    by: SignedInUser,
  ): Promise<DataIssue> {
    return this.work.write(async (tx) => {
      const domain = await lockDomain(tx, domainReference, by);
      const issue = await issueIn(tx, domain.id, id, expected);
      const changed = differences(issue, await columnsOf(tx, request));
      if (changed) {
        const [now] = await tx.query<{ today: string }[]>(`SELECT ${TODAY}::text AS today`);
        const problems = dataIssueProblems(issue.status, { ...issue, ...changed.after }, now?.today ?? '');
        if (problems.length > 0) throw Problems.invalid(problems);
        await tx.update(
          DataIssueEntity,
          { id },
          { ...changed.after, version: issue.version + 1, updatedAt: () => 'now()' },
        );
        await this.record(tx, 'issue.changed', id, domain.code, changed);
      }
      return issueOf(tx, domain.id, id);
    });
  }

  private record(
    tx: EntityManager,
    action: string,
    recordId: string,
    recordCode: string,
    change: { before?: object; after: object },
  ): Promise<void> {
    return this.audit.record(tx, { action, recordType: 'data_issue', recordId, recordCode, ...change });
  }
}

async function columnsOf(
  tx: EntityManager,
  { owner, reason, ...rest }: DataIssueChangesRequest,
): Promise<Partial<DataIssueEntity>> {
  const ownerId = owner ? await resolveReference(tx, 'person', owner, '/owner') : owner;
  return { ...rest, ownerId, reason: reason === undefined ? undefined : reason || null };
}

async function issueIn(tx: EntityManager, domainId: string, id: string, expected: number): Promise<DataIssueEntity> {
  const entities = await tx.find(DataEntityEntity, { where: { domainId }, select: { id: true } });
  return partOf(tx, DataIssueEntity, { id, entityId: In(entities.map((entity) => entity.id)) }, expected);
}

async function issueOf(tx: EntityManager, domainId: string, id: string): Promise<DataIssue> {
  const issue = (await readDomain(tx, domainId)).issues.find((each) => each.id === id);
  if (!issue) throw Problems.notFound();
  return issue;
}
