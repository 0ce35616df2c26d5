import { effect, Injectable, signal } from '@angular/core';
import { isLanguage, type Language } from '@sightline/language';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
export const DENSITIES = ['default', 'comfortable'] as const;
export type Density = (typeof DENSITIES)[number];

const KEY = 'sightline.preferences';

/** How a person likes to see the site, kept in this browser. `public/preferences.js` sets it before the first paint. */
@Injectable({ providedIn: 'root' })
export class Preferences {
  private readonly kept = read();

  readonly theme = signal<Theme>(THEMES.find((theme) => theme === this.kept['theme']) ?? 'system');
  readonly density = signal<Density>(DENSITIES.find((density) => density === this.kept['density']) ?? 'default');
  /** Null until the person chooses one. */
  readonly language = signal<Language | null>(isLanguage(this.kept['language']) ? this.kept['language'] : null);

  constructor() {
    effect(() => {
      const { dataset } = document.documentElement;
      set(dataset, 'theme', this.theme() === 'system' ? undefined : this.theme());
      set(dataset, 'density', this.density() === 'default' ? undefined : this.density());
      keep({ theme: this.theme(), density: this.density(), language: this.language() });
    });
  }
}

function set(dataset: DOMStringMap, name: string, value: string | undefined): void {
  if (value === undefined) delete dataset[name];
  else dataset[name] = value;
}

/** Storage may be switched off or hold something else; then there are no preferences. */
function read(): Record<string, unknown> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof kept === 'object' && kept !== null ? { ...kept } : {};
  } catch {
    return {};
  }
}

function keep(preferences: Record<string, string | null>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // Storage is full or switched off: the choice holds until the page is left.
  }
}
