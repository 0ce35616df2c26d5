import type { Page, SignedInUser, System } from '@sightline/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import { demand } from '../platform/access/demand';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { listOf } from '../platform/lists/list';
import { newId } from '../platform/records/new-id';
import { resolveReference } from '../platform/records/resolve-reference';
import type { NewSystemRequest, SystemChangesRequest, SystemListRequest } from './landscape.requests';
import { differences, lockRecord, readRecord, textOrNull } from './register-records';
import { registerList } from './register.query';
import { SystemEntity } from './system.entity';

/** The systems of the landscape. */
@Injectable()
export class SystemsService {
  constructor(
    private readonly db: DataSource,
    private readonly work: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  async list(request: SystemListRequest): Promise<Page<System>> {
    const { q, owner, lifecycle } = request;
    const ownerId = owner && (await resolveReference(this.db, 'person', owner, '?owner'));
    const filters = [
      ...(ownerId ? [{ condition: (value: string) => `r.owner_id = ${value}::uuid`, value: ownerId }] : []),
      ...(lifecycle ? [{ condition: (value: string) => `r.lifecycle = ${value}`, value: lifecycle }] : []),
    ];
    return listOf(this.db, request, registerList('system', q, filters));
  }

  read(reference: string): Promise<System> {
    return readRecord(this.db, 'system', reference);
  }

  create(request: NewSystemRequest, by: SignedInUser): Promise<System> {
    return this.work.write(async (tx) => {
      const id = newId();
      const columns = await columnsOf(tx, request);
      const ownerId = columns.ownerId === undefined ? by.id : columns.ownerId;
      demand(by, 'system.manage', { own: ownerId === by.id });
      await tx.insert(SystemEntity, {
        ...columns,
        id,
        ownerId,
        lifecycle: request.lifecycle ?? 'active',
        version: 1,
        createdBy: by.id,
      });
      const system = await readRecord<System>(tx, 'system', id);
      await this.audit.record(tx, {
        action: 'system.created',
        recordType: 'system',
        recordId: id,
        recordCode: system.code,
        after: { ...request, owner: ownerId },
      });
      return system;
    });
  }

  change(reference: string, expected: number, request: SystemChangesRequest, by: SignedInUser): Promise<System> {
    return this.work.write(async (tx) => {
      const system = await lockRecord(tx, SystemEntity, reference, expected, ({ ownerId }) =>
        demand(by, 'system.manage', { own: ownerId === by.id }),
      );
      const changed = differences(system, await columnsOf(tx, request));
      if (changed) {
        // Nobody hands on what they would then no longer answer for, nor lays it down: that is the CIO office's to do.
        demand(by, 'system.manage', { own: { ...system, ...changed.after }.ownerId === by.id });
        await tx.update(
          SystemEntity,
          { id: system.id },
          { ...changed.after, version: system.version + 1, updatedAt: () => 'now()' },
        );
        await this.audit.record(tx, {
          action: 'system.changed',
          recordType: 'system',
          recordId: system.id,
          recordCode: system.code,
          ...changed,
        });
      }
      return readRecord<System>(tx, 'system', system.id);
    });
  }
}

async function columnsOf(
  tx: EntityManager,
  { owner, description, vendor, ...rest }: SystemChangesRequest,
): Promise<Partial<SystemEntity>> {
  const ownerId = owner ? await resolveReference(tx, 'person', owner, '/owner') : owner;
  return { ...rest, ownerId, description: textOrNull(description), vendor: textOrNull(vendor) };
}
