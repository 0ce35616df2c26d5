import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  type ApplicationConfig,
  inject,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
} from '@angular/core';
import {
  provideRouter,
  TitleStrategy,
  withComponentInputBinding,
  withInMemoryScrolling,
  withPreloading,
} from '@angular/router';
import { Speech } from '@sightline/ui';
import { routes } from './app.routes';
import { earlyAnswers } from './platform/api/early-answers';
import { shownAgain } from './platform/api/shown-again';
import { QuietPreloading } from './platform/pages/quiet-preloading';
import { RouteTitles } from './platform/pages/route-titles';
import { Preferences } from './platform/preferences/preferences';
import { expiredSession } from './platform/session/expired-session';
import { acceptLanguage } from './platform/words/accept-language';
import { provideWords } from './platform/words/provide-words';
import { SiteSpeech } from './platform/words/site-speech';
import { browserLanguage, Words } from './platform/words/words';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withInterceptors([acceptLanguage, shownAgain, earlyAnswers, expiredSession])),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
      withPreloading(QuietPreloading),
    ),
    provideWords(),
    provideAppInitializer(() => inject(Words).speak(inject(Preferences).language() ?? browserLanguage())),
    { provide: TitleStrategy, useClass: RouteTitles },
    { provide: Speech, useClass: SiteSpeech },
  ],
};
