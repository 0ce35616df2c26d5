import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { type EnvironmentProviders, inject, type Provider, provideEnvironmentInitializer } from '@angular/core';
import { TitleStrategy, provideRouter, type Routes, withComponentInputBinding } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';
import { SENTENCES, type Language } from '@sightline/language';
import { Speech } from '@sightline/ui';
import { RouteTitles } from './pages/route-titles';
import { expiredSession } from './session/expired-session';
import { provideWords } from './words/provide-words';
import { SiteSpeech } from './words/site-speech';

/** Everything a screen stands on, for specs: real sentences and rules, only HTTP is faked. */
export function siteForSpecs(routes: Routes = [], language: Language = 'en'): (Provider | EnvironmentProviders)[] {
  return [
    provideHttpClient(withInterceptors([expiredSession])),
    provideHttpClientTesting(),
    provideRouter(routes, withComponentInputBinding()),
    provideWords(),
    provideEnvironmentInitializer(() => {
      const transloco = inject(TranslocoService);
      transloco.setTranslation(SENTENCES[language], language);
      transloco.setActiveLang(language);
    }),
    { provide: Speech, useClass: SiteSpeech },
    { provide: TitleStrategy, useClass: RouteTitles },
  ];
}
