import type { CharterGateFacts, EntityFact } from '@sightline/contracts';
import { atEntity, atFirstEntity, essentialEntities, holdsUp, labelsOf, touchedEntities } from './entities';
import { fails, passes, type CharterCheck } from './finding';

/** STANDARDS: every entity touched has a quality standard (PRODUCT.md section 4). */
export const standardsCheck: CharterCheck<'STANDARDS'> = (facts) =>
  everyEntity(facts, 'standards', ({ standards }) => standards.length > 0);

/** AUTHORITY: every entity touched has an authoritative source (PRODUCT.md section 4). */
export const authorityCheck: CharterCheck<'AUTHORITY'> = (facts) =>
  everyEntity(facts, 'authoritativeSource', ({ authoritativeSource }) => authoritativeSource !== null);

/** FLOWS: every entity touched has a mapped flow (PRODUCT.md section 4). */
export const flowsCheck: CharterCheck<'FLOWS'> = (facts) =>
  everyEntity(facts, 'flows', ({ flows }) => flows.length > 0);

/** PROTECTION: every essential entity has a classification (PRODUCT.md section 4). */
export const protectionCheck: CharterCheck<'PROTECTION'> = (facts) => {
  const essential = essentialEntities(facts);
  const open = essential.filter(({ entity }) => !entity.classified);
  const [first] = open;
  if (first)
    return fails('missing', atEntity(first, 'classification'), { entities: labelsOf(open), count: open.length });
  return passes(essential.length > 0 ? 'title' : 'title-none', atFirstEntity(facts, 'classification'), {
    count: essential.length,
  });
};

/** Gaps in essential entities and in critical domains block; any other gap warns. The blocking ones are named first. */
function everyEntity(facts: CharterGateFacts, field: string, holds: (entity: EntityFact) => boolean) {
  const touched = touchedEntities(facts);
  const open = touched.filter(({ entity }) => !holds(entity));
  const blocking = open.filter(holdsUp);
  const all = [...blocking, ...open.filter((entity) => !holdsUp(entity))];
  const [first] = all;
  if (!first)
    return passes(touched.length > 0 ? 'title' : 'title-none', atFirstEntity(facts, field), { count: touched.length });
  const params = { entities: labelsOf(all), count: all.length };
  if (blocking.length === 0) return fails('others', atEntity(first, field), params, 'warning');
  return fails('essential', atEntity(first, field), {
    ...params,
    blocking: labelsOf(blocking),
    blockingCount: blocking.length,
  });
}
