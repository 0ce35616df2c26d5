import type { Signal } from '@angular/core';

/** How pieces speak: words and conventions come from the site, so that this lib knows no language. */
export abstract class Speech {
  /** A sentence of the language files' `ui` section, with its values put in. Follows the reader's language. */
  abstract say(key: string, params?: Record<string, unknown>): string;
  /** BCP 47, such as `en-GB`. */
  abstract readonly locale: Signal<string>;
  /** IANA name, such as `Europe/Berlin`: in which zone instants are shown. */
  abstract readonly timeZone: Signal<string>;
}
