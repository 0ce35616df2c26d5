import type { SignedInUser } from '@sightline/contracts';
import { IsNull, type EntityManager, type EntityTarget, type FindOptionsWhere } from 'typeorm';
import { demand } from '../platform/access/demand';
import { Problems } from '../platform/problems/problem';
import { isUuid } from '../platform/problems/validators';
import { parseIdOrCode } from '../platform/records/id-or-code';
import { requireVersion } from '../platform/records/if-match';
import { DataDomainEntity } from './data-domain.entity';
import { DataEntityEntity } from './data-entity.entity';

/**
 * Takes a domain for the rest of the transaction and asks whether the person may write in it. A domain row stands for
 * its entities, standards and flows, so that an approval that holds it in share sees none of them change (PRODUCT
 * section 4, locks). 403, 404.
 */
export async function lockDomain(tx: EntityManager, reference: string, user: SignedInUser): Promise<DataDomainEntity> {
  const domain = await tx.findOne(DataDomainEntity, {
    where: parseIdOrCode(reference),
    lock: { mode: 'for_no_key_update' },
  });
  if (!domain || domain.archivedAt) throw Problems.notFound('domain');
  demand(user, 'domain.edit', { own: answersFor(domain, user) });
  return domain;
}

export const answersFor = (
  { ownerId, stewardId }: Pick<DataDomainEntity, 'ownerId' | 'stewardId'>,
  { id }: SignedInUser,
): boolean => ownerId === id || stewardId === id;

/** The entities of a domain that are meant, by id or by name; a 400 names every one that is unknown. */
export async function entitiesOf(
  tx: EntityManager,
  domain: DataDomainEntity,
  references: readonly string[],
  pointer: (index: number) => string,
): Promise<string[]> {
  const entities = await tx.find(DataEntityEntity, { where: { domainId: domain.id, archivedAt: IsNull() } });
  const known = new Map(
    entities.flatMap(({ id, name }) => [
      [id, id],
      [name.toLowerCase(), id],
    ]),
  );
  const unknown = references.flatMap((reference, index) =>
    known.has(reference.toLowerCase())
      ? []
      : [{ pointer: pointer(index), code: 'unknown-reference', params: { reference } }],
  );
  if (unknown.length > 0) throw Problems.invalid(unknown);
  return [...new Set(references.map((reference) => known.get(reference.toLowerCase()) as string))];
}

interface Part {
  id: string;
  version: number;
}

/** One part of a domain that is already held: its row, or 404; 412 when the change is based on another version. */
export async function partOf<E extends Part>(
  tx: EntityManager,
  entity: EntityTarget<E>,
  where: FindOptionsWhere<E>,
  expected: number,
): Promise<E> {
  const { id } = where as { id?: unknown };
  if (!isUuid(id)) throw Problems.notFound();
  const part = await tx.findOne(entity, { where });
  if (!part) throw Problems.notFound();
  requireVersion(expected, part.version);
  return part;
}
