import { inject, Injector } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import { filter, firstValueFrom } from 'rxjs';
import { Session } from './session';

/** Waits until it is known whether somebody is signed in. Call it where `inject` works. */
export function whenKnown(): Promise<Session> {
  const session = inject(Session);
  const state = toObservable(session.state, { injector: inject(Injector) });
  return firstValueFrom(state.pipe(filter((now) => now !== 'unknown'))).then(() => session);
}
