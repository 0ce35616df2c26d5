import { fails, inCharter, passes, type CharterCheck } from './finding';

/** REQUIREMENTS: every requirement of a constituency is answered (PRODUCT.md section 4). */
export const requirementsCheck: CharterCheck<'REQUIREMENTS'> = (facts) => {
  const fix = inCharter(facts, 'requirements');
  const count = facts.requirements.length;
  if (count === 0) return passes('title-none', fix);
  const open = facts.requirements.filter(({ answered }) => !answered);
  if (open.length === 0) return passes('title', fix, { count });
  const constituencies = [...new Set(open.map(({ constituency }) => constituency))];
  return fails('open', fix, { numbers: open.map(({ number }) => number), constituencies, count: open.length });
};
