import type { Meaning, WordList } from './word-list';
import { englishNounForms, englishVerbForms, germanJoinedForms, germanNounForms, germanVerbForms } from './inflection';
import { fold } from './tokens';
import { ENGLISH } from './words.en';
import { GERMAN } from './words.de';

/** The most words a listed phrase may have; it bounds the work per word. */
const LONGEST_PHRASE = 4;
const SHORTEST_TAIL = 4;
const LONGEST_TAIL = 20;

/** What one word or phrase can mean, and in which languages. */
export interface Entry {
  meanings: Set<Meaning>;
  languages: Set<'en' | 'de'>;
}

/** A verb that waits for its particle: "roll … out", "führen … ein". */
export interface DividedVerb {
  particle: string;
  meaning: Meaning;
  language: 'en' | 'de';
}

const entries = new Map<string, Entry>();
/** How many words the longest phrase has that begins with this one, where that is more than one. */
const longest = new Map<string, number>();
const tails = new Map<string, Entry>();
const divided = new Map<string, DividedVerb[]>();
const particles = new Set<string>();

readList(ENGLISH, 'en', englishVerbForms, englishNounForms);
readList(GERMAN, 'de', germanVerbForms, germanNounForms);

/** What is listed under exactly these words (folded, joined by blanks). */
export function entryFor(phrase: string): Entry | undefined {
  return entries.get(phrase);
}

/** The most words that a listed phrase beginning with this word has: at least one, at most `LONGEST_PHRASE`. */
export function longestPhraseFrom(word: string): number {
  return longest.get(word) ?? 1;
}

/** What the end of a German compound means: "Lagerverwaltungssystem" is a system. Looks at 20 letters at most. */
export function tailEntryFor(word: string): Entry | undefined {
  const most = Math.min(LONGEST_TAIL, word.length - 3);
  for (let length = most; length >= SHORTEST_TAIL; length--) {
    const entry = tails.get(word.slice(-length));
    if (entry) return entry;
  }
  return undefined;
}

/** The particles this form of a verb may wait for. */
export function dividedVerbsOf(word: string): readonly DividedVerb[] {
  return divided.get(word) ?? [];
}

/** Whether a divided verb can end in this word. */
export function isParticle(word: string): boolean {
  return particles.has(word);
}

type FormsOf = (word: string) => string[];

function readList(list: WordList, language: 'en' | 'de', verbForms: FormsOf, nounForms: FormsOf): void {
  for (const [meaning, verb] of wordsOf(list.verbs))
    verbForms(verb).forEach((form) => learn(entries, form, meaning, language));
  for (const [meaning, word] of wordsOf(list.words)) learn(entries, word, meaning, language);
  for (const [meaning, noun] of wordsOf(list.nouns)) {
    for (const form of nounForms(noun)) {
      learn(entries, form, meaning, language);
      if (language === 'de' && form.length >= SHORTEST_TAIL && !form.includes(' '))
        learn(tails, form, meaning, language);
    }
  }
  for (const [meaning, pair] of wordsOf(list.divided)) learnDivided(pair, meaning, language, verbForms);
}

function* wordsOf(words: WordList['verbs']): Generator<[Meaning, string]> {
  for (const [meaning, line] of Object.entries(words)) {
    for (const word of line.split(',')) yield [meaning as Meaning, fold(word.trim())];
  }
}

function learnDivided(pair: string, meaning: Meaning, language: 'en' | 'de', verbForms: FormsOf): void {
  const [particle = '', verb = ''] = pair.split('|');
  particles.add(particle);
  for (const form of verbForms(verb)) {
    divided.set(form, [...(divided.get(form) ?? []), { particle, meaning, language }]);
  }
  if (language === 'en') return;
  for (const form of germanJoinedForms(particle, verb)) {
    learn(entries, form, meaning, language);
    learn(tails, form, meaning, language);
  }
}

function learn(into: Map<string, Entry>, key: string, meaning: Meaning, language: 'en' | 'de'): void {
  const entry = into.get(key) ?? { meanings: new Set(), languages: new Set() };
  entry.meanings.add(meaning);
  entry.languages.add(language);
  into.set(key, entry);
  const words = key.split(' ');
  const [first = ''] = words;
  if (words.length > longestPhraseFrom(first)) longest.set(first, Math.min(words.length, LONGEST_PHRASE));
}
