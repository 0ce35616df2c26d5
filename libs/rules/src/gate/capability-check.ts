import { fails, inCharter, passes, type CharterCheck } from './finding';

/** CAPABILITY: names the capability it builds (PRODUCT.md section 4). */
export const capabilityCheck: CharterCheck<'CAPABILITY'> = (facts) => {
  const fix = inCharter(facts, 'capability');
  if (!facts.capability) return fails('none', fix);
  return passes('title', fix, { capability: facts.capability.code ?? '', name: facts.capability.name });
};
