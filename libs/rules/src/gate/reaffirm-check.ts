import { fails, inCharter, passes, type CharterCheck } from './finding';

/** REAFFIRM: nothing awaits re-affirmation. A principle that left the strategy has to be replaced (PRODUCT.md section 3). */
export const reaffirmCheck: CharterCheck<'REAFFIRM'> = (facts) => {
  const { awaiting, charter } = facts;
  const fix = { field: 'reaffirmation', path: `/charters/${charter.code}#reaffirmation` };
  if (awaiting.length === 0) return passes('title', fix);
  const left = awaiting.filter(({ cause }) => cause === 'principle_left').map(({ about }) => about);
  if (left.length > 0) return fails('left', inCharter(facts, 'principles'), { principles: left, count: left.length });
  return fails('awaiting', fix, { about: awaiting.map(({ about }) => about), count: awaiting.length });
};
