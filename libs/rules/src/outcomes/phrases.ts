import type { Meaning } from './word-list';
import {
  dividedVerbsOf,
  type DividedVerb,
  entryFor,
  type Entry,
  isParticle,
  longestPhraseFrom,
  tailEntryFor,
} from './lexicon';
import type { Token } from './tokens';

/** Words that mean something, from token `first` to token `last`; `also` is the particle of a divided verb. */
export interface Phrase {
  first: number;
  last: number;
  also?: number;
  meanings: ReadonlySet<Meaning>;
  languages: ReadonlySet<'en' | 'de'>;
}

/** How far a particle may stand from its verb; German sends it to the end of the clause. */
const REACH = { en: 6, de: 25 } as const;
const GERMAN_CLAUSE_WORDS = new Set(['und', 'oder', 'damit', 'sodass', 'um']);

/** The phrases of a text in order, without overlap; each token is looked at a bounded number of times. */
export function phrasesOf(tokens: readonly Token[]): Phrase[] {
  const phrases: Phrase[] = [];
  for (let at = 0; at < tokens.length;) {
    const phrase = longestAt(tokens, at);
    if (phrase) phrases.push(phrase);
    at = phrase ? phrase.last + 1 : at + 1;
  }
  return withDividedVerbs(tokens, withNamedSystems(tokens, phrases));
}

/** A "customer portal" is a portal, not a customer. */
function withNamedSystems(tokens: readonly Token[], phrases: readonly Phrase[]): Phrase[] {
  const named: Phrase[] = [];
  for (const phrase of phrases) {
    const before = named.at(-1);
    const gap = tokens[phrase.first]!.gap;
    const joined = before?.last === phrase.first - 1 && (gap === 'space' || gap === 'hyphen');
    if (before && joined && before.meanings.has('value') && phrase.meanings.has('technology')) {
      named[named.length - 1] = { ...phrase, first: before.first };
    } else {
      named.push(phrase);
    }
  }
  return named;
}

function longestAt(tokens: readonly Token[], at: number): Phrase | undefined {
  const keys: string[] = [];
  const end = Math.min(tokens.length, at + longestPhraseFrom(tokens[at]!.word));
  for (let last = at; last < end; last++) {
    const token = tokens[last]!;
    if (last > at && (token.gap === 'comma' || token.gap === 'sentence')) break;
    keys.push(last === at ? token.word : `${keys[keys.length - 1]} ${token.word}`);
  }
  for (let length = keys.length; length > 0; length--) {
    const entry = entryFor(keys[length - 1]!) ?? (length === 1 ? tailEntryFor(keys[0]!) : undefined);
    if (entry) return phraseFor(entry, at, at + length - 1);
  }
  return undefined;
}

function phraseFor(entry: Entry, first: number, last: number): Phrase {
  return { first, last, meanings: entry.meanings, languages: entry.languages };
}

function withDividedVerbs(tokens: readonly Token[], phrases: readonly Phrase[]): Phrase[] {
  const byFirst = new Map(phrases.map((phrase) => [phrase.first, phrase]));
  const waiting = new Map<string, { verb: DividedVerb; at: number }>();
  tokens.forEach((token, at) => {
    if (token.gap === 'sentence' || token.gap === 'comma') waiting.clear();
    const open = isParticle(token.word) ? waiting.get(token.word) : undefined;
    if (open && at - open.at <= REACH[open.verb.language] && closes(tokens, at, open.verb)) {
      byFirst.set(open.at, dividedPhrase(open.verb, open.at, at));
      if (at === open.at + 1) byFirst.delete(at);
      waiting.delete(token.word);
    }
    for (const verb of dividedVerbsOf(token.word)) waiting.set(verb.particle, { verb, at });
  });
  return [...byFirst.values()].sort((a, b) => a.first - b.first);
}

function dividedPhrase(verb: DividedVerb, at: number, particle: number): Phrase {
  const meaning = { meanings: new Set([verb.meaning]), languages: new Set([verb.language]) };
  return particle === at + 1
    ? { first: at, last: particle, ...meaning }
    : { first: at, last: at, also: particle, ...meaning };
}

/** In German "an" and "ein" are everyday words; as a particle they stand at the end of a clause. */
function closes(tokens: readonly Token[], at: number, verb: DividedVerb): boolean {
  const next = tokens[at + 1];
  if (verb.language === 'en' || !next) return true;
  return next.gap === 'comma' || next.gap === 'sentence' || GERMAN_CLAUSE_WORDS.has(next.word);
}
