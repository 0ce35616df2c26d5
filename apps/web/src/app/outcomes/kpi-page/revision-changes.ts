import type { KpiDefinition, KpiRevision } from '@sightline/contracts';
import { formatDay, formatMeasure } from '@sightline/ui';
import type { Words } from '../../platform/words/words';
import type { KpiWords } from '../kpi-words';

const PARTS = [
  'definition',
  'unit',
  'direction',
  'kind',
  'baseline',
  'target',
] as const satisfies readonly (keyof KpiDefinition)[];
type Part = (typeof PARTS)[number];

/** What a revision changed against the one before, a sentence for each part; long texts are named only. */
export function revisionChanges(
  revision: KpiRevision,
  before: KpiRevision,
  words: Pick<Words, 'say' | 'locale'>,
  kpiWords: Pick<KpiWords, 'target'>,
): string[] {
  const nothing = words.say('outcomes.revisions.nothing');
  return PARTS.flatMap((part) => {
    const [was, is] = [before, revision].map((one) => said(part, one, words, kpiWords));
    if (was === is) return [];
    const name = words.say(`outcomes.form.${part}`);
    if (part === 'definition') return [words.say('outcomes.revisions.textChanged', { part: name })];
    return [words.say('outcomes.revisions.changed', { part: name, before: was || nothing, after: is || nothing })];
  });
}

function said(
  part: Part,
  { definition, unit, direction, kind, baseline, target }: KpiRevision,
  words: Pick<Words, 'say' | 'locale'>,
  kpiWords: Pick<KpiWords, 'target'>,
): string {
  const on = (date: string) => formatDay(date, words.locale());
  switch (part) {
    case 'definition':
      return definition ?? '';
    case 'unit':
      return unit ?? '';
    case 'direction':
      return direction ? words.say(`outcomes.direction.${direction}`) : '';
    case 'kind':
      return kind ? words.say(`outcomes.kind.${kind}`) : '';
    case 'baseline':
      return baseline ? `${formatMeasure(baseline.value, unit, words.locale())}, ${on(baseline.date)}` : '';
    case 'target':
      return target ? `${kpiWords.target(target, unit)}, ${on(target.date)}` : '';
  }
}
