import { Injectable } from '@nestjs/common';
import type { BusinessUnit, BusinessUnitChanges, NewBusinessUnit, SignedInUser } from '@sightline/contracts';
import { AuditTrail } from '../audit/audit-trail.service';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { requireVersion } from '../platform/records/if-match';
import { newId } from '../platform/records/new-id';
import { businessUnitOf } from './business-unit.query';
import { BusinessUnitEntity } from './business-unit.entity';

@Injectable()
export class BusinessUnitsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  create({ name, kind }: NewBusinessUnit, by: SignedInUser): Promise<BusinessUnit> {
    return this.work.write(async (tx) => {
      const id = newId();
      await tx.query('INSERT INTO business_unit (id, name, kind, created_by) VALUES ($1, $2, $3, $4)', [
        id,
        name,
        kind,
        by.id,
      ]);
      const unit = await businessUnitOf(tx, id);
      await this.audit.record(tx, {
        action: 'business_unit.created',
        recordType: 'business_unit',
        recordId: id,
        recordCode: unit.code,
        after: { name, kind },
      });
      return unit;
    });
  }

  change(idOrCode: string, { name, kind }: BusinessUnitChanges, version: number): Promise<BusinessUnit> {
    return this.work.write(async (tx) => {
      const { id } = await businessUnitOf(tx, idOrCode);
      await tx.findOneOrFail(BusinessUnitEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      const before = await businessUnitOf(tx, id);
      requireVersion(version, before.version);
      await tx.update(
        BusinessUnitEntity,
        { id },
        {
          ...(name !== undefined && { name }),
          ...(kind !== undefined && { kind }),
          version: before.version + 1,
          updatedAt: () => 'now()',
        },
      );
      const after = await businessUnitOf(tx, id);
      await this.audit.record(tx, {
        action: 'business_unit.changed',
        recordType: 'business_unit',
        recordId: id,
        recordCode: after.code,
        before: { name: before.name, kind: before.kind },
        after: { name: after.name, kind: after.kind },
      });
      return after;
    });
  }
}
