import type { QualityStandard, SignedInUser } from '@sightline/contracts';
import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import { differences } from '../landscape/register-records';
import { TODAY } from '../platform/database/today';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Problems } from '../platform/problems/problem';
import { newId } from '../platform/records/new-id';
import { entitiesOf, lockDomain, partOf } from './data-domain-lock';
import { readDomain } from './data-domain-reading.service';
import { DataEntityEntity } from './data-entity.entity';
import type {
  NewQualityMeasurementRequest,
  NewQualityStandardRequest,
  QualityStandardChangesRequest,
} from './data-quality.requests';
import { QualityMeasurementEntity, QualityStandardEntity } from './quality.entity';

/** How good data has to be, and how good it was measured to be. */
@Injectable()
export class DataQualityService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  createStandard(
    domainReference: string,
    request: NewQualityStandardRequest,
    by: SignedInUser,
  ): Promise<QualityStandard> {
    return this.work.write(async (tx) => {
      const domain = await lockDomain(tx, domainReference, by);
      const [entityId] = await entitiesOf(tx, domain, [request.entity], () => '/entity');
      const { dimension, rule, comparison = 'at_least', threshold, unit } = request;
      const columns = { dimension, rule, comparison, threshold: String(threshold), unit };
      const id = newId();
      await tx.insert(QualityStandardEntity, { id, entityId, ...columns, version: 1, createdBy: by.id });
      await this.record(tx, 'standard.created', id, domain.code, { after: { ...columns, entityId } });
      return standardOf(tx, domain.id, id);
    });
  }

  changeStandard(
    domainReference: string,
    id: string,
    expected: number,
    { threshold, ...rest }: QualityStandardChangesRequest,
    by: SignedInUser,
  ): Promise<QualityStandard> {
    return this.work.write(async (tx) => {
      const domain = await lockDomain(tx, domainReference, by);
      const standard = await standardIn(tx, domain.id, id, expected);
      const changed = differences(standard, {
        ...rest,
        threshold: threshold === undefined ? undefined : String(threshold),
      });
      if (changed) {
        await tx.update(
          QualityStandardEntity,
          { id },
          { ...changed.after, version: standard.version + 1, updatedAt: () => 'now()' },
        );
        await this.record(tx, 'standard.changed', id, domain.code, changed);
      }
      return standardOf(tx, domain.id, id);
    });
  }

  archiveStandard(domainReference: string, id: string, expected: number, by: SignedInUser): Promise<void> {
    return this.work.write(async (tx) => {
      const domain = await lockDomain(tx, domainReference, by);
      const { version, dimension, rule } = await standardIn(tx, domain.id, id, expected);
      await tx.update(
        QualityStandardEntity,
        { id },
        { archivedAt: () => 'now()', version: version + 1, updatedAt: () => 'now()' },
      );
      await this.record(tx, 'standard.archived', id, domain.code, { before: { dimension, rule } });
    });
  }

  /** Append-only; a date in the future of the organisation is refused. */
  measure(domainReference: string, request: NewQualityMeasurementRequest, by: SignedInUser): Promise<QualityStandard> {
    return this.work.write(async (tx) => {
      const domain = await lockDomain(tx, domainReference, by);
      const known = (await readDomain(tx, domain.id)).entities.some(({ standards }) =>
        standards.some(({ id }) => id === request.standard),
      );
      if (!known)
        throw Problems.invalid([
          { pointer: '/standard', code: 'unknown-reference', params: { reference: request.standard } },
        ]);
      const [now] = await tx.query<{ future: boolean }[]>(IS_FUTURE, [request.date]);
      if (now?.future) throw Problems.invalid([{ pointer: '/date', code: 'in-future' }]);
      const { standard: standardId, value, date: measuredOn, source } = request;
      const columns = { standardId, value: String(value), measuredOn, source: source || null };
      await tx.insert(QualityMeasurementEntity, { id: newId(), ...columns, createdBy: by.id });
      await this.record(tx, 'standard.measured', standardId, domain.code, { after: columns });
      return standardOf(tx, domain.id, standardId);
    });
  }

  private record(
    tx: EntityManager,
    action: string,
    recordId: string,
    recordCode: string,
    change: { before?: object; after?: object },
  ): Promise<void> {
    return this.audit.record(tx, { action, recordType: 'quality_standard', recordId, recordCode, ...change });
  }
}

const IS_FUTURE = `SELECT $1::date > ${TODAY} AS future`;

async function standardIn(
  tx: EntityManager,
  domainId: string,
  id: string,
  expected: number,
): Promise<QualityStandardEntity> {
  const entities = await tx.find(DataEntityEntity, { where: { domainId }, select: { id: true } });
  const entityId = In(entities.map((entity) => entity.id));
  return partOf(tx, QualityStandardEntity, { id, entityId, archivedAt: IsNull() }, expected);
}

async function standardOf(tx: EntityManager, domainId: string, id: string): Promise<QualityStandard> {
  const { entities } = await readDomain(tx, domainId);
  const standard = entities.flatMap(({ standards }) => standards).find((each) => each.id === id);
  if (!standard) throw Problems.notFound();
  return standard;
}
