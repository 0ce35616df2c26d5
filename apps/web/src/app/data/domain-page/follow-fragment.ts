import { afterNextRender, DestroyRef, effect, inject, Injector } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import type { DomainDesk } from './domain-desk';

/** What can be given the cursor, the first hole of a row before its name. */
const LEADS_TO = ['.hole button', 'button', 'a', 'input'];

/**
 * A line of the gate leads to the place that mends it: `#owner` and `#steward` open the field, `#entity-<id>` goes to
 * the first hole of that row. Needs an injection context.
 */
export function followFragment(desk: DomainDesk): void {
  const injector = inject(Injector);
  let wanted: string | null = null;
  const follow = () => {
    const fragment = wanted;
    if (!fragment || !desk.domain()) return;
    wanted = null;
    const isPerson = fragment === 'owner' || fragment === 'steward';
    if (isPerson && desk.mayEdit()) desk.open({ kind: 'domain', focus: `domain-${fragment}` });
    else afterNextRender(() => lead(fragment), { injector });
  };
  inject(ActivatedRoute)
    .fragment.pipe(takeUntilDestroyed(inject(DestroyRef)))
    .subscribe((fragment) => {
      wanted = fragment;
      follow();
    });
  effect(() => {
    if (desk.domain()) follow();
  });
}

function lead(id: string): void {
  const place = document.getElementById(id);
  if (!place) return;
  place.scrollIntoView?.({ block: 'center' });
  const found = LEADS_TO.map((selector) => place.querySelector<HTMLElement>(selector)).find(Boolean) ?? place;
  if (found === place) place.tabIndex = -1;
  found.focus({ preventScroll: true });
}
