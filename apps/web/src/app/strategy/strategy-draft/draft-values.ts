import {
  GATE_TRANSITIONS,
  type AlignmentWeights,
  type GatePolicy,
  type Reference,
  type SectionAuthors,
} from '@sightline/contracts';
import type { Words } from '../../platform/words/words';
import { WEIGHT_NAMES } from '../strategy-document/weight-list';
import { decisionInWords } from '../decision-table/decision-in-words';
import type { DraftPath } from './draft-fields';

/** A value of the draft in words, so that two of them can be held side by side. */
export function inWords(path: DraftPath, value: unknown, words: Words): string {
  if (value === undefined || value === null) return '';
  if (path.startsWith('authors/')) {
    const { business, it } = value as SectionAuthors;
    return [business?.name ?? '–', it?.name ?? '–'].join(', ');
  }
  if (path === 'kpis') return (value as Reference[]).map(({ code, name }) => `${code} ${name}`).join('\n');
  if (path === 'weights') {
    const weights = value as AlignmentWeights;
    return WEIGHT_NAMES.map((name) => `${words.say(`strategy.weight.${name}`)} ${weights[name]}`).join('\n');
  }
  if (path === 'gatePolicy') {
    const policy = value as GatePolicy;
    return GATE_TRANSITIONS.map(
      (transition) => `${words.say(`strategy.policy.transition.${transition}`)}: ${policy[transition].join(' ')}`,
    ).join('\n');
  }
  return decisionInWords(path, value, words) ?? String(value);
}
