import { DestroyRef, ElementRef, inject, type Signal, signal } from '@angular/core';

/** As far beyond the window as it is high. */
const NEAR = '100% 0px';

/**
 * Whether the element of the piece that asks is in the window or will be once somebody scrolls on. Call it where things
 * may be injected. A browser that cannot tell has everything near.
 */
export function nearWindow(): Signal<boolean> {
  const near = signal(typeof IntersectionObserver === 'undefined');
  if (near()) return near;
  const sight = new IntersectionObserver((seen) => near.set(seen.at(-1)?.isIntersecting ?? false), {
    rootMargin: NEAR,
  });
  sight.observe(inject<ElementRef<HTMLElement>>(ElementRef).nativeElement);
  inject(DestroyRef).onDestroy(() => sight.disconnect());
  return near;
}
