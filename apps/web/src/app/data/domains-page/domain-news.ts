import type { DataDomainSummary } from '@sightline/contracts';
import type { Words } from '../../platform/words/words';
import { serves } from '../serves';

const HALF = 50;

/** The title of the list: what needs someone first. */
export function domainNews(domains: readonly DataDomainSummary[], words: Pick<Words, 'say'>): string {
  const count = (holds: (domain: DataDomainSummary) => boolean) => domains.filter(holds).length;
  if (domains.length === 0) return words.say('data.news.none');
  const unowned = count((domain) => !serves(domain, 'owner') || !serves(domain, 'steward'));
  if (unowned > 0) return words.say('data.news.unowned', { n: unowned });
  const unready = count(({ readiness }) => readiness.score < HALF);
  if (unready > 0) return words.say('data.news.unready', { n: unready });
  const issues = domains.reduce((sum, { openIssues }) => sum + openIssues, 0);
  return issues > 0 ? words.say('data.news.issues', { n: issues }) : words.say('data.news.ready');
}

/** "7 domains, readiness 31 to 94." */
export function domainTally(domains: readonly DataDomainSummary[], total: number, words: Pick<Words, 'say'>): string {
  if (domains.length === 0) return '';
  const scores = domains.map(({ readiness }) => readiness.score);
  return words.say('data.news.tally', { n: total, low: Math.min(...scores), high: Math.max(...scores) });
}
