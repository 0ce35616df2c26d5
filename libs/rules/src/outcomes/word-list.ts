/**
 * What a word can mean to the judgement.
 * - `delivers`: finished when the work is finished, whatever its object ("implement", "go live", "release")
 * - `makes`: the same, but only of a technology ("build", "connect"); `works`: nouns that also do in the bare name of a project
 * - `technology`: a system or its parts
 * - `moves`: a direction ("reduce", "faster"); `holds`: keeps a level; `multiplies`: a direction with its own number
 * - `value`: what a business cares for; `money`: a value that no technical word outweighs
 * - `uptime`: a measure of technology in itself; `response`: one of technology unless something of value is named
 * - `compares`: a level stands beside it ("at least"); `contrasts`: the old level does ("instead of"); `within`: a time limit
 * - `means`: what follows is the way, not the aim ("by", "durch"); `aims`: what follows is the aim ("so that", "damit")
 * - `measure`: opens the bare name of a measure; `speaks`: makes a sentence of a name; `skips`: makes a number a name
 */
export type Meaning =
  | 'delivers'
  | 'makes'
  | 'works'
  | 'technology'
  | 'moves'
  | 'holds'
  | 'multiplies'
  | 'value'
  | 'money'
  | 'uptime'
  | 'response'
  | 'compares'
  | 'contrasts'
  | 'within'
  | 'means'
  | 'aims'
  | 'measure'
  | 'speaks'
  | 'skips'
  | 'month'
  | 'number'
  | 'fraction'
  | 'unit'
  | 'scale';

type Words = Partial<Record<Meaning, string>>;

/** The words of one language, separated by commas; phrases of up to four words are allowed. */
export interface WordList {
  /** Regular verbs by infinitive (English) or stem (German); irregular forms stand in `words`. */
  verbs: Words;
  /** Divided verbs, "particle|verb". */
  divided: Words;
  /** Taken in all regular plural forms. */
  nouns: Words;
  words: Words;
  /** Small words by which the language is recognised. */
  small: string;
}
