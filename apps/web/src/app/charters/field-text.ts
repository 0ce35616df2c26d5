import { formatDay, formatFigure, formatMoney } from '@sightline/ui';
import type { Words } from '../platform/words/words';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Any part of a charter as lines of text, for comparing two of them: lists one per line, links by code and name. */
export function fieldText(value: unknown, words: Words): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'number') return formatFigure(value, words.locale());
  if (typeof value === 'boolean') return words.say(value ? 'charters.yes' : 'charters.no');
  if (typeof value === 'string') return DATE.test(value) ? formatDay(value, words.locale()) : value;
  if (Array.isArray(value)) return value.map((part) => fieldText(part, words)).join('\n');
  return typeof value === 'object' ? recordText(value, words) : '';
}

function recordText(record: object, words: Words): string {
  if (isMoney(record)) return record.amount === '' ? '' : formatMoney(record, words.locale());
  if (isReference(record)) return [record.code, record.name].filter(Boolean).join(' ');
  const parts = Object.entries(record).flatMap(([name, part]) => {
    const text = partText(name, part, words);
    return text === '' ? [] : [text];
  });
  return parts.join(', ');
}

/** Names that speak for themselves stand alone; figures and flags say what they are. */
function partText(name: string, part: unknown, words: Words): string {
  if (name === 'essential') return part === true ? words.say('charters.data.essential') : '';
  if (name === 'declared') return part === true ? words.say('charters.data.none') : '';
  if (name === 'external') return '';
  if (name === 'confidence' || name === 'role' || name === 'kind') return words.say(`charters.part.${String(part)}`);
  const text = Array.isArray(part) ? part.map((each) => fieldText(each, words)).join('; ') : fieldText(part, words);
  if (text === '' || !LABELLED.has(name)) return text;
  return `${words.say(`charters.part.${name}`)} ${text}`;
}

const LABELLED = new Set([
  'from',
  'to',
  'by',
  'value',
  'periodDays',
  'lastTestedOn',
  'rollback',
  'contingency',
  'stopCriteria',
  'exit',
]);

function isMoney(record: object): record is { amount: string; currency: string } {
  return (
    'amount' in record &&
    'currency' in record &&
    typeof record.amount === 'string' &&
    typeof record.currency === 'string'
  );
}

function isReference(record: object): record is { code?: string | null; name: string } {
  return 'id' in record && 'name' in record;
}
