import { computed, inject, Injectable, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { isLanguage, localeOf, type Language, type SentenceParams } from '@sightline/language';
import { firstValueFrom } from 'rxjs';

/** The reader's language and its sentences, for classes; templates use the `transloco` pipe. */
@Injectable({ providedIn: 'root' })
export class Words {
  private readonly transloco = inject(TranslocoService);
  private readonly chosen = signal<Language>(languageOf(this.transloco.getActiveLang()));

  readonly language = this.chosen.asReadonly();
  /** BCP 47 for dates and numbers. */
  readonly locale = computed(() => localeOf(this.chosen()));

  /** A sentence in the reader's language; inside `computed` and templates it follows a change of language. */
  say(key: string, params?: SentenceParams): string {
    return this.transloco.translate(key, params, this.chosen());
  }

  /** Loads a language, then switches the whole site to it. */
  async speak(language: Language): Promise<void> {
    await firstValueFrom(this.transloco.load(language));
    this.transloco.setActiveLang(language);
    document.documentElement.lang = language;
    this.chosen.set(language);
  }
}

/** What the browser asks for, as far as we speak it. */
export function browserLanguage(): Language {
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
  return wanted.find(isLanguage) ?? 'en';
}

function languageOf(tag: string): Language {
  return isLanguage(tag) ? tag : 'en';
}
