import { fails, inCharter, passes, type CharterCheck } from './finding';

/** ROLLBACK: the way back is written down (PRODUCT.md section 4). */
export const rollbackCheck: CharterCheck<'ROLLBACK'> = (facts) => {
  const fix = inCharter(facts, 'rollback');
  return facts.resilience.rollback ? passes('title', fix) : fails('missing', fix);
};

/** RETIREMENT: at least one criterion says when what is built is switched off again (PRODUCT.md section 4). */
export const retirementCheck: CharterCheck<'RETIREMENT'> = (facts) => {
  const fix = inCharter(facts, 'retirement');
  const count = facts.resilience.retirement.length;
  return count > 0 ? passes('title', fix, { count }) : fails('missing', fix);
};

/** CONTINGENCY: what happens while it does not work is written down (PRODUCT.md section 4). */
export const contingencyCheck: CharterCheck<'CONTINGENCY'> = (facts) => {
  const fix = inCharter(facts, 'contingency');
  return facts.resilience.contingency ? passes('title', fix) : fails('missing', fix);
};

/** PORTABILITY: how the data gets out, and how one leaves (PRODUCT.md sections 3 and 4). */
export const portabilityCheck: CharterCheck<'PORTABILITY'> = (facts) => {
  const { portability, exit } = facts.resilience;
  const fix = inCharter(facts, portability ? 'exit' : 'portability');
  if (portability && exit) return passes('title', inCharter(facts, 'portability'));
  if (!portability && !exit) return fails('missing', fix);
  return fails(portability ? 'no-exit' : 'no-portability', fix);
};
