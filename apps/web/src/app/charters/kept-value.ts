import { linkedSignal, type Resource, type WritableSignal } from '@angular/core';

/** What a resource answered last; it stays while the same is asked anew, so that the page does not blink. */
export function keptValue<T>(resource: Resource<T | undefined>): WritableSignal<T | undefined> {
  return linkedSignal<T | undefined, T | undefined>({
    source: () => (resource.hasValue() ? resource.value() : undefined),
    computation: (now, before) => now ?? before?.value,
  });
}
