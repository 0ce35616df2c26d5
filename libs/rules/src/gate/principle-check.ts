import { fails, inCharter, passes, type CharterCheck } from './finding';

/** PRINCIPLE: cites at least one principle of the version in force (PRODUCT.md section 4). */
export const principleCheck: CharterCheck<'PRINCIPLE'> = (facts) => {
  const fix = inCharter(facts, 'principles');
  if (!facts.strategy) return fails('no-strategy', { field: 'strategy', path: '/strategy' });
  const inForce = facts.principles.filter((principle) => principle.inForce);
  const version = facts.strategy.number;
  if (inForce.length > 0) return passes('title', fix, { principles: inForce.map(({ code }) => code), version });
  if (facts.principles.length === 0) return fails('none', fix, { version });
  return fails('not-in-force', fix, { principles: facts.principles.map(({ code }) => code), version });
};
