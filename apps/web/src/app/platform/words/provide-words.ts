import { type EnvironmentProviders, Injectable, makeEnvironmentProviders } from '@angular/core';
import {
  provideTransloco,
  provideTranslocoTranspiler,
  type Translation,
  type TranslocoLoader,
  type TranslocoTranspiler,
  type TranspileParams,
} from '@jsverse/transloco';
import { isLanguage, LANGUAGES, loadSentences, say, type Language, type SentenceParams } from '@sightline/language';

/** Each language is a file of its own, fetched when it is first spoken. */
@Injectable({ providedIn: 'root' })
export class SentenceLoader implements TranslocoLoader {
  async getTranslation(language: string): Promise<Translation> {
    return loadSentences(isLanguage(language) ? language : 'en');
  }
}

/** Puts values into sentences the way the server does. */
@Injectable()
class SentenceTranspiler implements TranslocoTranspiler {
  private language: Language = 'en';

  transpile({ value, params }: TranspileParams): unknown {
    return typeof value === 'string' ? say(value, valuesOf(params), this.language) : value;
  }

  onLangChanged(language: string): void {
    if (isLanguage(language)) this.language = language;
  }
}

export function provideWords(): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideTransloco({
      config: {
        availableLangs: [...LANGUAGES],
        defaultLang: 'en',
        fallbackLang: 'en',
        reRenderOnLangChange: true,
        prodMode: true,
        missingHandler: { logMissingKey: false, useFallbackTranslation: false },
      },
      loader: SentenceLoader,
    }),
    provideTranslocoTranspiler(SentenceTranspiler),
  ]);
}

function valuesOf(params: TranspileParams['params']): SentenceParams {
  return params ?? {};
}
