import type { EntityFact } from '@sightline/contracts';
import { atEntity, atFirstEntity, labelsOf, touchedEntities } from './entities';
import { fails, passes, type CharterCheck } from './finding';

/** CONFLICT: warns when a flow feeds an entity from a system that is not its authoritative source (PRODUCT.md section 4). */
export const conflictCheck: CharterCheck<'CONFLICT'> = (facts) => {
  const touched = touchedEntities(facts);
  const open = touched.filter(({ entity }) => otherSources(entity).length > 0);
  const [first] = open;
  if (!first) {
    const judged = touched.some(({ entity }) => entity.authoritativeSource && entity.flows.length > 0);
    return passes(judged ? 'title' : 'title-none', atFirstEntity(facts, 'flows'));
  }
  const systems = [...new Set(open.flatMap(({ entity }) => otherSources(entity)))];
  return fails('not-authoritative', atEntity(first, 'flows'), {
    entities: labelsOf(open),
    count: open.length,
    systems,
  });
};

function otherSources({ authoritativeSource, flows }: EntityFact): string[] {
  if (!authoritativeSource) return [];
  return flows.filter(({ fromId }) => fromId !== authoritativeSource.id).map(({ fromName }) => fromName);
}
