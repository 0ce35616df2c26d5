import type { DecisionTable, Fact, FactCells, Reference } from '@sightline/contracts';
import type { Words } from '../../platform/words/words';

/** Facts, conditions, a decision table or a mandate of a draft as lines of text; null for whatever else stands there. */
export function decisionInWords(path: string, value: unknown, words: Words): string | null {
  if (path === 'facts') return (value as Fact[]).map((fact) => factInWords(fact, words)).join('\n');
  if (path.endsWith('/mandate')) {
    const { code, name } = value as Reference;
    return `${code ?? ''} ${name}`;
  }
  if (path.endsWith('/applicability')) return cellsInWords(value as FactCells);
  if (!path.endsWith('/decisionTable')) return null;
  return (value as DecisionTable).rules
    .map(({ when, outcome, reason }) => [cellsInWords(when), words.say(`ui.stat.${outcome}`), reason].join(' · '))
    .join('\n');
}

function factInWords({ name, type, unit, question, choices }: Fact, words: Words): string {
  return [name, words.say(`tables.type.${type}`), unit, question, ...choices].filter(Boolean).join(' · ');
}

function cellsInWords(when: FactCells): string {
  return Object.entries(when)
    .map(([fact, cell]) => `${fact} ${cell}`)
    .join(', ');
}
