/** What belongs in a charter rather than in a strategy (EXPERIENCE.md, strategy). */
export const TACTICAL_KINDS = ['date', 'duration', 'headcount', 'vendor', 'system'] as const;
export type TacticalKind = (typeof TACTICAL_KINDS)[number];

/** Words of a strategy that will be out of date before it is. */
export interface TacticalHint {
  readonly kind: TacticalKind;
  /** As it stands in the text. */
  readonly quote: string;
  /** Where it begins in the text, in UTF-16 units. */
  readonly at: number;
}

/** A name that the landscape knows. */
export interface KnownName {
  readonly kind: 'vendor' | 'system';
  readonly name: string;
}

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Aug\\.|Sept?\\.|Oct\\.|Nov\\.|Dec\\.|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember)';
const YEAR = '(?:20[2-9]\\d)';
const COUNT =
  '(?:\\d+(?:[.,]\\d+)?(?:\\s?[–-]\\s?\\d+)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)';
const SPAN = '(?:days?|weeks?|months?|quarters?|years?|sprints?|Tage?n?|Wochen?|Monate?n?|Quartale?n?|Jahre?n?)';
const PEOPLE =
  '(?:people|persons|employees|developers?|engineers?|architects?|consultants?|contractors?|testers?|FTEs?|heads|person[- ]?(?:days|months|years)|man[- ]?days|Personen|Mitarbeitende[nr]?|Mitarbeiter(?:innen|n)?|Entwickler(?:innen|n)?|Berater(?:innen|n)?|Architekt(?:innen|en)|Stellen|Vollzeitstellen|Köpfe|VZÄ|Personentage|PT)';

/** In the order of trust: what an earlier pattern took is not looked at again. */
const PATTERNS: readonly { kind: TacticalKind; pattern: RegExp }[] = [
  { kind: 'date', pattern: word(`\\d{1,2}(?:st|nd|rd|th)?(?: of)?\\.? ${MONTH},? ${YEAR}`) },
  { kind: 'date', pattern: word(`${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? ${YEAR}`) },
  { kind: 'date', pattern: word(`${MONTH},? ${YEAR}`) },
  { kind: 'date', pattern: word(`${YEAR}-\\d{2}-\\d{2}`) },
  { kind: 'date', pattern: word(`\\d{1,2}[./]\\d{1,2}[./]${YEAR}`) },
  { kind: 'date', pattern: word(`Q[1-4][ /]?${YEAR}|[1-4]\\. Quartal ${YEAR}|H[12] ${YEAR}`) },
  {
    kind: 'date',
    pattern: word(
      `(?:by|before|until|till|(?:by )?(?:the )?end of|(?:as )?early as|mid-|bis(?: zum)?(?: Ende| Mitte| Anfang)?|(?:Ende|Mitte|Anfang)) ?${YEAR}`,
    ),
  },
  { kind: 'headcount', pattern: word(`${COUNT}(?: (?:[\\p{L}-]+ )?)${PEOPLE}`) },
  { kind: 'headcount', pattern: word(`team of ${COUNT}|Team (?:aus|von) ${COUNT}`) },
  { kind: 'duration', pattern: word(`${COUNT}[ -](?:calendar |working |business |full )?${SPAN}`) },
];

function word(pattern: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\d])(?:${pattern})(?![\\p{L}\\d])`, 'giu');
}

/**
 * A sentence that cites a law or a standard says its dates and periods, not ours. A word is looked at from its beginning
 * alone: what somebody pastes can be one word of 100,000 letters.
 */
const LAW =
  /§|\b(?:Articles?|Art\.|Artikel|Abs\.|Recital|Regulation|Directive|Verordnung|Richtlinie|Gesetz|ISO|IEC|DIN|EN \d|GDPR|DSGVO|BDSG|HGB|NIS ?2|DORA|SOX)\b|\b\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*){0,9} Act\b|(?<!\p{L})\p{L}+(?:gesetz|verordnung|richtlinie)\b/u;
/** How often something recurs is a rule, not a plan. */
const RECURRING =
  /(?:every|each|per|at least every|once (?:in|every)|alle|aller|jede[nrs]?|pro|je|mindestens alle)\s*$/iu;
/** A sentence, or what stands in a line of its own; "16. Juli" goes on. */
const SENTENCE = /[^.!?\n]+(?:(?:(?<=\b\d{1,2})\.|\.(?!\s+\p{Lu}|\s*\n|\s*$))[^.!?\n]*)*[.!?]?/gu;

/**
 * Words of a strategy's prose that belong in a charter: dates, durations, head-counts, and the names of vendors and
 * systems that the landscape knows. Years inside names, recurring periods, and whatever a cited law says are left alone.
 * English and German, in the order in which they stand.
 */
export function tacticalHints(text: string, names: readonly KnownName[]): TacticalHint[] {
  const hints: TacticalHint[] = [];
  const candidates = byFirstWord(names);
  for (const { 0: sentence, index } of withoutAddresses(text).matchAll(SENTENCE)) {
    const cites = LAW.test(sentence);
    const found = [...(cites ? [] : plansIn(sentence)), ...namesIn(sentence, candidates)];
    hints.push(...found.map((hint) => ({ ...hint, at: hint.at + index })));
  }
  return hints.sort((a, b) => a.at - b.at);
}

/** Addresses of links and code say nothing to a reader; their places stay, so that positions hold. */
function withoutAddresses(text: string): string {
  return text.replace(/\]\([^)\n]*\)|`[^`\n]*`|https?:\/\/\S+/g, (address) => ' '.repeat(address.length));
}

function plansIn(sentence: string): TacticalHint[] {
  const taken: TacticalHint[] = [];
  for (const { kind, pattern } of PATTERNS) {
    for (const { 0: quote, index: at } of sentence.matchAll(pattern)) {
      const overlaps = taken.some((hint) => at < hint.at + hint.quote.length && hint.at < at + quote.length);
      const recurs = kind === 'duration' && RECURRING.test(sentence.slice(0, at));
      if (!overlaps && !recurs) taken.push({ kind, quote, at });
    }
  }
  return taken;
}

type Names = ReadonlyMap<string, readonly KnownName[]>;

const WORD = /[\p{L}\d]+/gu;

function byFirstWord(names: readonly KnownName[]): Names {
  const known = names.filter(({ name }) => /\p{Lu}|\d/u.test(name) && name.trim().length > 1);
  return Map.groupBy(known, ({ name }) => name.match(WORD)?.[0] ?? '');
}

/** Names as they are written, as whole words, the longest first: "Order Hub" is not an order. */
function namesIn(sentence: string, names: Names): TacticalHint[] {
  const found: TacticalHint[] = [];
  let free = 0;
  for (const { 0: first, index: at } of sentence.matchAll(WORD)) {
    if (at < free) continue;
    const match = (names.get(first) ?? [])
      .filter(({ name }) => sentence.startsWith(name, at) && !/^[\p{L}\d]/u.test(sentence.slice(at + name.length)))
      .sort((a, b) => b.name.length - a.name.length)[0];
    if (!match) continue;
    found.push({ kind: match.kind, quote: match.name, at });
    free = at + match.name.length;
  }
  return found;
}
