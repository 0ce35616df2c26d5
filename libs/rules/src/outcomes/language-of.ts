import type { AssessedLanguage } from '@sightline/contracts';
import type { Phrase } from './phrases';
import { fold, type Token } from './tokens';
import { ENGLISH } from './words.en';
import { GERMAN } from './words.de';

/** Small words of neighbouring languages that English and German do not have. */
const ELSEWHERE =
  'le, la, les, du, de, des, et, une, un, pour, vers, dans, sur, avec, nos, nous, est, sont, au, aux, el, los, las, del, y, con, por, para, una, que, en, il, lo, gli, della, di, per, che, nel, het, een, van, voor, met, naar, wij, onze, o, os, do, da, dos, na, w, z, oraz';

const small = {
  en: new Set(listed(ENGLISH.small)),
  de: new Set(listed(GERMAN.small)),
  other: new Set(listed(ELSEWHERE)),
};
const FOREIGN_LETTER = /[^\p{Script=Latin}\p{N}%‰€$£#+−→.,:/\p{M}]|[àâçèéêëìîïñòóôõøùûýœæåłńśźżąęčřšž]/u;
const SMALL_WORD = 2;

/**
 * English, German or neither, by small words first, listed words and foreign letters second. Nothing to go by counts as
 * English, so that a bare name is judged by its words.
 */
export function languageOf(tokens: readonly Token[], phrases: readonly Phrase[]): AssessedLanguage {
  const score = { en: 0, de: 0, other: 0 };
  for (const { word } of tokens) {
    if (small.en.has(word)) score.en += SMALL_WORD;
    if (small.de.has(word)) score.de += SMALL_WORD;
    if (small.other.has(word)) score.other += SMALL_WORD;
    if (FOREIGN_LETTER.test(word)) score.other += SMALL_WORD;
  }
  for (const { languages } of phrases) for (const language of languages) score[language]++;
  if (score.other > Math.max(score.en, score.de)) return 'other';
  return score.de > score.en ? 'de' : 'en';
}

function listed(line: string): string[] {
  return line.split(',').map((word) => fold(word.trim()));
}
