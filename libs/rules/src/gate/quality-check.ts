import type { EntityFact } from '@sightline/contracts';
import { atEntity, atFirstEntity, essentialEntities, labelsOf } from './entities';
import { fails, passes, type CharterCheck } from './finding';

/**
 * QUALITY, for the standards of essential entities (PRODUCT.md section 4): up to approval each is measured; from go-live
 * on each is met, or its shortfall is covered by an accepted data issue.
 */
export const qualityCheck: CharterCheck<'QUALITY'> = (facts, transition) => {
  const early = transition === 'submit' || transition === 'approve';
  const governed = essentialEntities(facts).filter(({ entity }) => entity.standards.length > 0);
  const open = governed.filter(({ entity }) => !(early ? isMeasured(entity) : isGoodEnough(entity)));
  const [first] = open;
  if (first)
    return fails(early ? 'unmeasured' : 'unmet', atEntity(first, 'standards'), {
      entities: labelsOf(open),
      count: open.length,
    });
  const variant = governed.length === 0 ? 'title-none' : early ? 'title' : 'title-met';
  return passes(variant, atFirstEntity(facts, 'standards'), { count: governed.length });
};

function isMeasured({ standards }: EntityFact): boolean {
  return standards.every(({ measured }) => measured);
}

function isGoodEnough({ standards, acceptedIssues }: EntityFact): boolean {
  return standards.every(({ measured, met, dimension }) => (measured && met) || acceptedIssues.includes(dimension));
}
