import type { Language } from './languages';
import type { Sentences } from './sentences';

/** One language's sentences, fetched when they are first needed: the page loads only the one it speaks. */
export async function loadSentences(language: Language): Promise<Sentences> {
  return (await (language === 'de' ? import('./german') : import('./english'))).sentences;
}
