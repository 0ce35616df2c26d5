import type { Language } from './languages';
import { figure, numberWord, ofEachLanguage } from './number-words';

/** Values a sentence names: text, numbers, ISO dates, or lists of text. */
export type SentenceParams = Record<string, unknown>;

const SLOT = /\{\{\s*(\w+)\s*(?:,\s*(date)\s*|:([^}]*))?\}\}/g;

/**
 * Puts values into a sentence. Slots are
 * - `{{name}}`: text, a number as the language writes it, or a list joined with "and";
 * - `{{on, date}}`: an ISO date as "26 Nov 2026";
 * - `{{n: # check blocks | # checks block}}`: one or many; three forms are none, one, many;
 *   `#` is the figure, `@` the number as a word ("four").
 * A value that is missing leaves an empty place, never the name of the slot.
 */
export function say(sentence: string, params: SentenceParams = {}, language: Language = 'en'): string {
  let text = '';
  for (const part of partsOf(sentence)) text += typeof part === 'string' ? part : filled(part, params, language);
  return sentence.startsWith('{{') ? text.charAt(0).toLocaleUpperCase(language) + text.slice(1) : text;
}

interface Slot {
  name: string;
  kind: string | undefined;
  /** One or many, or none, one and many. */
  forms: string[] | undefined;
}

/** What sentences consist of: they are few, are said often, and reading one costs more than filling it. */
const read = new Map<string, readonly (string | Slot)[]>();
const READ_MAX = 5_000;

function partsOf(sentence: string): readonly (string | Slot)[] {
  const known = read.get(sentence);
  if (known) return known;
  const parts: (string | Slot)[] = [];
  let end = 0;
  for (const { index, 0: slot, 1: name = '', 2: kind, 3: forms } of sentence.matchAll(SLOT)) {
    parts.push(sentence.slice(end, index), { name, kind, forms: forms?.split('|') });
    end = index + slot.length;
  }
  parts.push(sentence.slice(end));
  if (read.size >= READ_MAX) read.clear();
  read.set(sentence, parts);
  return parts;
}

function filled({ name, kind, forms }: Slot, params: SentenceParams, language: Language): string {
  const value = params[name];
  if (forms) return plural(Number(value ?? 0), forms, language);
  return kind === 'date' ? date(value, language) : plain(value, language);
}

function plural(count: number, forms: readonly string[], language: Language): string {
  const [none, one, many] = forms.length === 3 ? forms : [undefined, ...forms];
  const chosen = count === 0 && none !== undefined ? none : count === 1 ? one : many;
  return (chosen ?? '').trim().replace('#', figure(count, language)).replace('@', numberWord(count, language));
}

function plain(value: unknown, language: Language): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return figure(value, language);
  if (Array.isArray(value))
    return list(
      value.map((part) => plain(part, language)),
      language,
    );
  return typeof value === 'object' ? '' : String(value);
}

function list(parts: string[], language: Language): string {
  const [first = ''] = parts;
  return parts.length <= 1 ? first : LISTS[language].format(parts);
}

function date(value: unknown, language: Language): string {
  const at = typeof value === 'string' ? new Date(value) : undefined;
  if (!at || Number.isNaN(at.valueOf())) return plain(value, language);
  return DATES[language].format(at);
}

const LISTS = ofEachLanguage((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));
const DATES = ofEachLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
);
