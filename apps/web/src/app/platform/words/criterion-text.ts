import type { RetirementCriterion } from '@sightline/contracts';
import type { Words } from './words';

/** When something ends, in a sentence. */
export function criterionText(criterion: RetirementCriterion, words: Words): string {
  if (criterion.kind === 'date') return words.say('charters.ends.date', { on: criterion.date });
  if (criterion.kind === 'contract_end')
    return words.say('charters.ends.contract_end', { contract: criterion.contract });
  const { measure, comparison, value, periodDays } = criterion;
  return words.say('charters.ends.measure', {
    measure,
    comparison: words.say(`charters.comparison.${comparison}`),
    value,
    n: periodDays,
  });
}
