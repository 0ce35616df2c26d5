import type { Page, Service, SignedInUser } from '@sightline/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import { demand } from '../platform/access/demand';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { listOf } from '../platform/lists/list';
import { newId } from '../platform/records/new-id';
import { resolveReference } from '../platform/records/resolve-reference';
import type { NewServiceRequest, ServiceChangesRequest, ServiceListRequest } from './landscape.requests';
import { differences, lockRecord, readRecord, textOrNull } from './register-records';
import { registerList } from './register.query';
import { ServiceEntity } from './service.entity';

/** The business services that people notice when they stop. */
@Injectable()
export class ServicesService {
  constructor(
    private readonly db: DataSource,
    private readonly work: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  async list(request: ServiceListRequest): Promise<Page<Service>> {
    const { q, owner } = request;
    const ownerId = owner && (await resolveReference(this.db, 'person', owner, '?owner'));
    const filters = ownerId ? [{ condition: (value: string) => `r.owner_id = ${value}::uuid`, value: ownerId }] : [];
    return listOf(this.db, request, registerList('service', q, filters));
  }

  read(reference: string): Promise<Service> {
    return readRecord(this.db, 'service', reference);
  }

  create(request: NewServiceRequest, by: SignedInUser): Promise<Service> {
    return this.work.write(async (tx) => {
      const id = newId();
      const columns = await columnsOf(tx, request);
      const ownerId = columns.ownerId === undefined ? by.id : columns.ownerId;
      demand(by, 'service.manage', { own: ownerId === by.id });
      await tx.insert(ServiceEntity, { ...columns, id, ownerId, version: 1, createdBy: by.id });
      const service = await readRecord<Service>(tx, 'service', id);
      await this.audit.record(tx, {
        action: 'service.created',
        recordType: 'service',
        recordId: id,
        recordCode: service.code,
        after: { ...request, owner: ownerId },
      });
      return service;
    });
  }

  change(reference: string, expected: number, request: ServiceChangesRequest, by: SignedInUser): Promise<Service> {
    return this.work.write(async (tx) => {
      const service = await lockRecord(tx, ServiceEntity, reference, expected, ({ ownerId }) =>
        demand(by, 'service.manage', { own: ownerId === by.id }),
      );
      const changed = differences(service, await columnsOf(tx, request));
      if (changed) {
        // Nobody hands on what they would then no longer answer for, nor lays it down: that is the CIO office's to do.
        demand(by, 'service.manage', { own: { ...service, ...changed.after }.ownerId === by.id });
        await tx.update(
          ServiceEntity,
          { id: service.id },
          { ...changed.after, version: service.version + 1, updatedAt: () => 'now()' },
        );
        await this.audit.record(tx, {
          action: 'service.changed',
          recordType: 'service',
          recordId: service.id,
          recordCode: service.code,
          ...changed,
        });
      }
      return readRecord<Service>(tx, 'service', service.id);
    });
  }
}

async function columnsOf(
  tx: EntityManager,
  { owner, description, ...rest }: ServiceChangesRequest,
): Promise<Partial<ServiceEntity>> {
  const ownerId = owner ? await resolveReference(tx, 'person', owner, '/owner') : owner;
  return { ...rest, ownerId, description: textOrNull(description) };
}
