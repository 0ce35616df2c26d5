import { de } from './de';
import { en } from './en';
import type { Language } from './languages';
import { say, type SentenceParams } from './say';
import type { Words } from './words';

export type Sentences = Words<typeof en>;

/** Every sentence people read, by language. */
export const SENTENCES: Record<Language, Sentences> = { en, de };

/** The bare sentence behind a dotted key such as `shell.skip`, or undefined when there is none. */
export function sentenceOf(key: string, language: Language): string | undefined {
  const known = found[language].get(key);
  if (known !== undefined) return known;
  let place: unknown = SENTENCES[language];
  for (const part of key.split('.')) place = isGroup(place) ? place[part] : undefined;
  if (typeof place !== 'string') return undefined;
  found[language].set(key, place);
  return place;
}

/** What was looked for and is there: never more than there are sentences. */
const found: Record<Language, Map<string, string>> = { en: new Map(), de: new Map() };

/** The sentence behind a key with its values put in; the key itself when there is none, so that a hole shows. */
export function sayKey(key: string, params: SentenceParams, language: Language): string {
  const sentence = sentenceOf(key, language);
  return sentence === undefined ? key : say(sentence, params, language);
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
