import type { DataDomain, SignedInUser } from '@sightline/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import { differences } from '../landscape/register-records';
import { demand } from '../platform/access/demand';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { requireVersion } from '../platform/records/if-match';
import { newId } from '../platform/records/new-id';
import { resolveReference } from '../platform/records/resolve-reference';
import { answersFor, lockDomain } from './data-domain-lock';
import { readDomain } from './data-domain-reading.service';
import { DataDomainEntity } from './data-domain.entity';
import type { DataDomainChangesRequest, NewDataDomainRequest } from './data-domains.requests';

/** Domains themselves: who answers for which data, and how much it matters. */
@Injectable()
export class DataDomainsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  create(request: NewDataDomainRequest, by: SignedInUser): Promise<DataDomain> {
    return this.work.write(async (tx) => {
      const { ownerId = null, stewardId = null } = await peopleOf(tx, request);
      demand(by, 'domain.create', { own: answersFor({ ownerId, stewardId }, by) });
      const { name, tier, description = '', wave = 1 } = request;
      const id = newId();
      await tx.insert(DataDomainEntity, {
        id,
        name,
        tier,
        description,
        wave,
        ownerId,
        stewardId,
        version: 1,
        createdBy: by.id,
      });
      const domain = await readDomain(tx, id);
      await this.record(tx, 'domain.created', domain, { after: { name, tier, description, wave, ownerId, stewardId } });
      return domain;
    });
  }

  change(
    reference: string,
    expected: number,
    request: DataDomainChangesRequest,
    by: SignedInUser,
  ): Promise<DataDomain> {
    return this.work.write(async (tx) => {
      const domain = await lockDomain(tx, reference, by);
      requireVersion(expected, domain.version);
      const { name, tier, description, wave } = request;
      const changed = differences(domain, { name, tier, description, wave, ...(await peopleOf(tx, request)) });
      if (changed) {
        // Whoever may only write in their own domain cannot hand it on: that is the CIO office's to do.
        demand(by, 'domain.edit', { own: answersFor({ ...domain, ...changed.after }, by) });
        await tx.update(
          DataDomainEntity,
          { id: domain.id },
          { ...changed.after, version: domain.version + 1, updatedAt: () => 'now()' },
        );
        await this.record(tx, 'domain.changed', domain, changed);
      }
      return readDomain(tx, domain.id);
    });
  }

  private record(
    tx: EntityManager,
    action: string,
    { id, code }: { id: string; code: string },
    change: { before?: object; after: object },
  ): Promise<void> {
    return this.audit.record(tx, { action, recordType: 'data_domain', recordId: id, recordCode: code, ...change });
  }
}

async function peopleOf(
  tx: EntityManager,
  { owner, steward }: { owner?: string | null; steward?: string | null },
): Promise<{ ownerId?: string | null; stewardId?: string | null }> {
  return {
    ownerId: owner ? await resolveReference(tx, 'person', owner, '/owner') : owner,
    stewardId: steward ? await resolveReference(tx, 'person', steward, '/steward') : steward,
  };
}
