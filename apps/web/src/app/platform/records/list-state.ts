import { computed, inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { PAGE_SIZE_DEFAULT } from '@sightline/contracts';

export interface ListState {
  readonly q: Signal<string>;
  readonly sort: Signal<string>;
  readonly page: Signal<number>;
  readonly pageSize: Signal<number>;
  /** Everything that is set, ready for `apiUrl`. */
  readonly query: Signal<Record<string, string | number>>;
  /** Whether a search or a filter narrows the list. */
  readonly narrowed: Signal<boolean>;
  filter(name: string): string | null;
  /** Sets or (with null) lifts filters, sort or search; back to the first page unless the page itself is set. */
  set(changes: Record<string, string | number | null>): void;
  clear(): void;
}

/** A list's filters, sort and page live in the URL, so that a list can be shared and the back button works. */
export function listState(options: { sort: string; filters: readonly string[] }): ListState {
  const router = inject(Router);
  const route = inject(ActivatedRoute);
  const url = toSignal(route.queryParamMap, { initialValue: route.snapshot.queryParamMap });
  const narrowing = ['q', ...options.filters];
  const number = (name: string, otherwise: number) => Math.max(1, Number(url().get(name)) || otherwise);
  const sort = computed(() => url().get('sort') ?? options.sort);
  const page = computed(() => number('page', 1));
  const pageSize = computed(() => number('pageSize', PAGE_SIZE_DEFAULT));
  const set = (changes: Record<string, string | number | null>) =>
    void router.navigate([], {
      relativeTo: route,
      queryParams: { page: null, ...changes },
      queryParamsHandling: 'merge',
      replaceUrl: 'q' in changes,
    });
  return {
    q: computed(() => url().get('q') ?? ''),
    sort,
    page,
    pageSize,
    query: computed(() => ({
      ...Object.fromEntries(narrowing.flatMap((name) => (url().get(name) ? [[name, url().get(name)]] : []))),
      sort: sort(),
      page: page(),
      pageSize: pageSize(),
    })),
    narrowed: computed(() => narrowing.some((name) => url().has(name))),
    filter: (name) => url().get(name),
    set,
    clear: () => set(Object.fromEntries(narrowing.map((name) => [name, null]))),
  };
}
