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

interface Lexicon {
  entries: Map<string, Entry>;
  /** How many words the longest phrase has that begins with this one, where that is more than one. */
  longest: Map<string, number>;
  tails: Map<string, Entry>;
  divided: Map<string, DividedVerb[]>;
  particles: Set<string>;
}

let learned: Lexicon | undefined;

/** All forms of all listed words: thousands, so they are made when the first text is read and not when a program starts. */
function lexicon(): Lexicon {
  if (learned) return learned;
  const empty = { entries: new Map(), longest: new Map(), tails: new Map(), divided: new Map(), particles: new Set() };
  learned = empty as Lexicon;
  readList(learned, ENGLISH, { language: 'en', verbForms: englishVerbForms, nounForms: englishNounForms });
  readList(learned, GERMAN, { language: 'de', verbForms: germanVerbForms, nounForms: germanNounForms });
  return learned;
}

/** What is listed under exactly these words (folded, joined by blanks). */
export function entryFor(phrase: string): Entry | undefined {
  return lexicon().entries.get(phrase);
}

/** The most words that a listed phrase beginning with this word has: at least one, at most `LONGEST_PHRASE`. */
export function longestPhraseFrom(word: string): number {
  return lexicon().longest.get(word) ?? 1;
}

/** What the end of a German compound means: "Lagerverwaltungssystem" is a system. Looks at 20 letters at most. */
export function tailEntryFor(word: string): Entry | undefined {
  const { tails } = lexicon();
  const most = Math.min(LONGEST_TAIL, word.length - 3);
  for (let length = most; length >= SHORTEST_TAIL; length--) {
    const entry = tails.get(word.slice(-length));
    if (entry) return entry;
  }
  return undefined;
}

/** The particles this form of a verb may wait for. */
export function dividedVerbsOf(word: string): readonly DividedVerb[] {
  return lexicon().divided.get(word) ?? [];
}

/** Whether a divided verb can end in this word. */
export function isParticle(word: string): boolean {
  return lexicon().particles.has(word);
}

type FormsOf = (word: string) => string[];

interface Grammar {
  language: 'en' | 'de';
  verbForms: FormsOf;
  nounForms: FormsOf;
}

function readList(into: Lexicon, list: WordList, grammar: Grammar): void {
  const { language, verbForms, nounForms } = grammar;
  for (const [meaning, verb] of wordsOf(list.verbs)) {
    for (const form of verbForms(verb)) learnWord(into, form, meaning, language);
  }
  for (const [meaning, word] of wordsOf(list.words)) learnWord(into, word, meaning, language);
  for (const [meaning, noun] of wordsOf(list.nouns)) {
    for (const form of nounForms(noun)) {
      learnWord(into, form, meaning, language);
      if (language === 'de' && form.length >= SHORTEST_TAIL && !form.includes(' '))
        learn(into.tails, form, meaning, language);
    }
  }
  for (const [meaning, pair] of wordsOf(list.divided)) learnDivided(into, pair, meaning, grammar);
}

function* wordsOf(words: WordList['verbs']): Generator<[Meaning, string]> {
  for (const [meaning, line] of Object.entries(words)) {
    for (const word of line.split(',')) yield [meaning as Meaning, fold(word.trim())];
  }
}

function learnDivided(into: Lexicon, pair: string, meaning: Meaning, { language, verbForms }: Grammar): void {
  const [particle = '', verb = ''] = pair.split('|');
  into.particles.add(particle);
  for (const form of verbForms(verb)) {
    into.divided.set(form, [...(into.divided.get(form) ?? []), { particle, meaning, language }]);
  }
  if (language === 'en') return;
  for (const form of germanJoinedForms(particle, verb)) {
    learnWord(into, form, meaning, language);
    learn(into.tails, form, meaning, language);
  }
}

function learnWord({ entries, longest }: Lexicon, key: string, meaning: Meaning, language: 'en' | 'de'): void {
  learn(entries, key, meaning, language);
  const words = key.split(' ');
  const [first = ''] = words;
  if (words.length > (longest.get(first) ?? 1)) longest.set(first, Math.min(words.length, LONGEST_PHRASE));
}

function learn(into: Map<string, Entry>, key: string, meaning: Meaning, language: 'en' | 'de'): void {
  const entry = into.get(key) ?? { meanings: new Set(), languages: new Set() };
  entry.meanings.add(meaning);
  entry.languages.add(language);
  into.set(key, entry);
}
