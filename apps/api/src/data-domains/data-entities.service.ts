import type { DataEntity, SignedInUser } from '@sightline/contracts';
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import { differences } from '../landscape/register-records';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Problems } from '../platform/problems/problem';
import { newId } from '../platform/records/new-id';
import { resolveReference } from '../platform/records/resolve-reference';
import { lockDomain, partOf } from './data-domain-lock';
import { readDomain } from './data-domain-reading.service';
import type { DataDomainEntity } from './data-domain.entity';
import type { DataEntityChangesRequest, NewDataEntityRequest } from './data-domains.requests';
import { DataEntityEntity } from './data-entity.entity';

/** The kinds of data in a domain, how sensitive they are and which system has the last word. */
@Injectable()
export class DataEntitiesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  create(domainReference: string, request: NewDataEntityRequest, by: SignedInUser): Promise<DataEntity> {
    return this.work.write(async (tx) => {
      const domain = await lockDomain(tx, domainReference, by);
      const columns = await columnsOf(tx, request);
      const id = newId();
      const { name, description = '' } = request;
      await tx.insert(DataEntityEntity, {
        ...columns,
        id,
        name,
        description,
        domainId: domain.id,
        version: 1,
        createdBy: by.id,
      });
      await this.record(tx, 'entity.created', domain, id, { after: { ...columns, name, domain: domain.code } });
      return entityOf(tx, domain.id, id);
    });
  }

  change(
    domainReference: string,
    id: string,
    expected: number,
    request: DataEntityChangesRequest,
    by: SignedInUser,
  ): Promise<DataEntity> {
    return this.work.write(async (tx) => {
      const domain = await lockDomain(tx, domainReference, by);
      const entity = await partOf(tx, DataEntityEntity, { id, domainId: domain.id, archivedAt: IsNull() }, expected);
      const changed = differences(entity, await columnsOf(tx, request));
      if (changed) {
        await tx.update(
          DataEntityEntity,
          { id },
          { ...changed.after, version: entity.version + 1, updatedAt: () => 'now()' },
        );
        await this.record(tx, 'entity.changed', domain, id, changed);
      }
      return entityOf(tx, domain.id, id);
    });
  }

  /** Takes an entity out of the domain; refused while a charter that is not finished touches it. */
  archive(domainReference: string, id: string, expected: number, by: SignedInUser): Promise<void> {
    return this.work.write(async (tx) => {
      const domain = await lockDomain(tx, domainReference, by);
      const entity = await partOf(tx, DataEntityEntity, { id, domainId: domain.id, archivedAt: IsNull() }, expected);
      const [touching] = await tx.query<{ code: string }[]>(TOUCHING, [id]);
      if (touching) throw Problems.rule('entity-in-use', { name: entity.name, charter: touching.code });
      await tx.update(
        DataEntityEntity,
        { id },
        { archivedAt: () => 'now()', version: entity.version + 1, updatedAt: () => 'now()' },
      );
      await this.record(tx, 'entity.archived', domain, id, { before: { name: entity.name } });
    });
  }

  private record(
    tx: EntityManager,
    action: string,
    domain: DataDomainEntity,
    recordId: string,
    change: { before?: object; after?: object },
  ): Promise<void> {
    return this.audit.record(tx, { action, recordType: 'data_entity', recordId, recordCode: domain.code, ...change });
  }
}

const TOUCHING = `SELECT c.code FROM charter_entity l JOIN charter c ON c.id = l.charter_id
  WHERE l.entity_id = $1 AND c.status NOT IN ('rejected', 'withdrawn', 'closed', 'stopped', 'retired') ORDER BY c.code LIMIT 1`;

async function columnsOf(
  tx: EntityManager,
  { authoritativeSource, ...rest }: DataEntityChangesRequest,
): Promise<Partial<DataEntityEntity>> {
  const authoritativeSystemId = authoritativeSource
    ? await resolveReference(tx, 'system', authoritativeSource, '/authoritativeSource')
    : authoritativeSource;
  return { ...rest, authoritativeSystemId };
}

async function entityOf(tx: EntityManager, domainId: string, id: string): Promise<DataEntity> {
  const entity = (await readDomain(tx, domainId)).entities.find((each) => each.id === id);
  if (!entity) throw Problems.notFound();
  return entity;
}
