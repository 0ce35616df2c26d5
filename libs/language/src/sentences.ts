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
  let found: unknown = SENTENCES[language];
  for (const part of key.split('.')) found = isGroup(found) ? found[part] : undefined;
  return typeof found === 'string' ? found : undefined;
}

/** The sentence behind a key with its values put in; the key itself when there is none, so that a hole shows. */
export function sayKey(key: string, params: SentenceParams, language: Language): string {
  const sentence = sentenceOf(key, language);
  return sentence === undefined ? key : say(sentence, params, language);
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
