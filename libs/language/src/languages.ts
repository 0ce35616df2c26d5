export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Whether a word from outside (a header, a stored preference) names a language we speak. */
export function isLanguage(word: unknown): word is Language {
  return LANGUAGES.some((language) => language === word);
}

/** Dates and numbers follow the conventions of Germany and of Great Britain. */
export function localeOf(language: Language): 'en-GB' | 'de-DE' {
  return language === 'de' ? 'de-DE' : 'en-GB';
}
