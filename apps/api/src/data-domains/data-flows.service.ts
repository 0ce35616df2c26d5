import type { DataFlow, SignedInUser } from '@sightline/contracts';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Problems } from '../platform/problems/problem';
import { newId } from '../platform/records/new-id';
import { resolveReferences } from '../platform/records/resolve-reference';
import { entitiesOf, lockDomain, partOf } from './data-domain-lock';
import { readDomain } from './data-domain-reading.service';
import { DataFlowEntity, DataFlowEntityEntity } from './data-flow.entity';
import type { NewDataFlowRequest } from './data-quality.requests';

/** Where the data of a domain goes, from system to system. */
@Injectable()
export class DataFlowsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  create(domainReference: string, request: NewDataFlowRequest, by: SignedInUser): Promise<DataFlow> {
    return this.work.write(async (tx) => {
      const domain = await lockDomain(tx, domainReference, by);
      if (request.entities.length === 0) throw Problems.invalid([{ pointer: '/entities', code: 'empty' }]);
      const entityIds = await entitiesOf(tx, domain, request.entities, (index) => `/entities/${index}`);
      const [fromSystemId, toSystemId] = await resolveReferences(tx, 'system', [request.from, request.to], (index) =>
        index === 0 ? '/from' : '/to',
      );
      if (fromSystemId === toSystemId) throw Problems.invalid([{ pointer: '/to', code: 'same-system' }]);
      const { pattern, classification = null } = request;
      const columns = { domainId: domain.id, fromSystemId, toSystemId, pattern, classification };
      const id = newId();
      await tx.insert(DataFlowEntity, { id, ...columns, version: 1, createdBy: by.id });
      await tx.insert(
        DataFlowEntityEntity,
        entityIds.map((entityId) => ({ flowId: id, entityId })),
      );
      await this.audit.record(tx, {
        action: 'flow.created',
        recordType: 'data_flow',
        recordId: id,
        recordCode: domain.code,
        after: { ...columns, entityIds },
      });
      const flow = (await readDomain(tx, domain.id)).flows.find((each) => each.id === id);
      if (!flow) throw Problems.notFound();
      return flow;
    });
  }

  archive(domainReference: string, id: string, expected: number, by: SignedInUser): Promise<void> {
    return this.work.write(async (tx) => {
      const domain = await lockDomain(tx, domainReference, by);
      const { version, fromSystemId, toSystemId } = await partOf(
        tx,
        DataFlowEntity,
        { id, domainId: domain.id, archivedAt: IsNull() },
        expected,
      );
      await tx.update(
        DataFlowEntity,
        { id },
        { archivedAt: () => 'now()', version: version + 1, updatedAt: () => 'now()' },
      );
      await this.audit.record(tx, {
        action: 'flow.archived',
        recordType: 'data_flow',
        recordId: id,
        recordCode: domain.code,
        before: { fromSystemId, toSystemId },
      });
    });
  }
}
