import type { ProposalSummary } from '@sightline/contracts';
import { formatMeasure, formatMoney } from '@sightline/ui';
import type { Words } from '../platform/words/words';

/** The ask of a proposal in one sentence; what was written where no figures are given. */
export function askOf({ ask, subjectType }: ProposalSummary, words: Pick<Words, 'say' | 'locale'>): string {
  const locale = words.locale();
  const { kpi, budget } = ask;
  if (subjectType === 'charter' && kpi && kpi.from !== null && kpi.to !== null && kpi.by !== null) {
    return words.say(budget ? 'home.ask.moves' : 'home.ask.movesWithoutBudget', {
      budget: budget ? formatMoney(budget, locale) : '',
      kpi: kpi.name,
      from: formatMeasure(kpi.from, null, locale),
      to: formatMeasure(kpi.to, kpi.unit, locale),
      by: kpi.by,
    });
  }
  if (ask.versionNumber !== undefined) return words.say('home.ask.version', { number: ask.versionNumber });
  return ask.reason ?? ask.outcomeStatement ?? '';
}
