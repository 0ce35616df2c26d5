import { LANGUAGES, localeOf, type Language } from './languages';

const WORDS: Record<Language, readonly string[]> = {
  en: 'zero one two three four five six seven eight nine ten eleven twelve'.split(' '),
  de: 'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' '),
};

/** Numbers up to twelve are written as words in headings, larger ones as figures. */
export function numberWord(value: number, language: Language): string {
  return WORDS[language][value] ?? figure(value, language);
}

/** A number as the language writes it, with a true minus sign. */
export function figure(value: number, language: Language): string {
  // Small whole numbers look the same everywhere, and most are; -0 is no such number.
  if (Number.isInteger(value) && value < GROUPED && (value > 0 || Object.is(value, 0))) return String(value);
  return NUMBERS[language].format(value).replace('-', '−');
}

/** Made once: a format costs a hundred times what its use does. */
export function ofEachLanguage<T>(make: (locale: string) => T): Record<Language, T> {
  return Object.fromEntries(LANGUAGES.map((language) => [language, make(localeOf(language))])) as Record<Language, T>;
}

/** From here on figures are set in groups of three. */
const GROUPED = 1_000;
const NUMBERS = ofEachLanguage((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }));
