import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { whenKnown } from '../platform/session/known';

/** External people have no inbox; what they came for are the charters that name their firm. */
export const homeOrCharters: CanActivateFn = async () => {
  const router = inject(Router);
  const session = await whenKnown();
  return session.state() !== 'in' || session.may('inbox.read') || router.createUrlTree(['/charters']);
};
