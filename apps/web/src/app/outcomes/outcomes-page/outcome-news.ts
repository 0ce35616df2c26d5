import type { KpiOverview } from '@sightline/contracts';
import { KPI_STATUSES } from '@sightline/contracts';
import type { Words } from '../../platform/words/words';

const WORST_LAST = [
  'achieved',
  'on_track',
  'at_risk',
  'off_track',
  'missed',
  'no_data',
] as const satisfies readonly (typeof KPI_STATUSES)[number][];

/** The title of the page: what matters most now, in one sentence. */
export function outcomeNews(overview: KpiOverview, words: Pick<Words, 'say'>): string {
  const { total, needSomeone, incomplete, statuses } = overview;
  if (total === 0) return words.say('outcomes.news.none');
  if (needSomeone > 0) return words.say('outcomes.news.need', { n: needSomeone });
  if (incomplete > 0) return words.say('outcomes.news.incomplete', { n: incomplete });
  if (statuses.no_data > 0) return words.say('outcomes.news.noData', { n: statuses.no_data });
  return words.say('outcomes.news.fine');
}

/** "13 KPIs: 1 achieved, 5 on track, 1 technical. One is stale." */
export function outcomeTally(overview: KpiOverview, words: Pick<Words, 'say'>): string {
  const { total, statuses, technical, incomplete, stale } = overview;
  if (total === 0) return '';
  const counts = [
    ...WORST_LAST.map((status) => [status, statuses[status]] as const),
    ['technical', technical] as const,
  ];
  const said = counts.filter(([, n]) => n > 0).map(([key, n]) => words.say(`outcomes.tally.${key}`, { n }));
  const all = words.say('outcomes.tally.all', { n: total });
  const rest = [
    incomplete > 0 ? words.say('outcomes.tally.incomplete', { n: incomplete }) : '',
    stale > 0 ? words.say('outcomes.tally.stale', { n: stale }) : '',
  ];
  return [`${said.length > 0 ? `${all}: ${said.join(', ')}` : all}.`, ...rest].filter(Boolean).join(' ');
}
