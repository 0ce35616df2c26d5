import type { GateForecast, GateForecastPage } from '@sightline/contracts';

/** How far a page has looked, and what it found so far. */
export interface Look {
  looked: number;
  figures: Pick<GateForecastPage['figures'], 'blocked' | 'marked'>;
  items: readonly GateForecast[];
  /** Where counting and where naming go on; null at the end. */
  next: string | null;
  more: string | null;
}

export const FIRST_LOOK: Look = { looked: 0, figures: { blocked: 0, marked: 0 }, items: [], next: null, more: null };

/** What an answer that follows adds to the count; its names only where they are given. */
export function lookedFurther(look: Look, page: GateForecastPage, items?: readonly GateForecast[]): Look {
  return {
    looked: look.looked + page.looked,
    figures: {
      blocked: look.figures.blocked + page.figures.blocked,
      marked: look.figures.marked + page.figures.marked,
    },
    items: items ?? look.items,
    next: page.next,
    more: items ? page.more : look.more,
  };
}

/** The names of an answer behind the last one; it counted nothing that was not counted, or will be. */
export function namedFurther(look: Look, { items, more }: GateForecastPage): Look {
  return { ...look, items: [...look.items, ...items], more };
}
