import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router } from '@angular/router';
import type { Permission } from '@sightline/rules';
import { whenKnown } from './known';

/** Behind this only people who are signed in; others sign in first and come back here. */
export const signedIn: CanActivateFn = async (_route, { url }) => {
  const router = inject(Router);
  const session = await whenKnown();
  if (session.state() !== 'out') return true;
  return router.createUrlTree(url === '/' ? ['/welcome'] : ['/sign-in'], {
    queryParams: url === '/' ? {} : { to: url },
  });
};

/** Before this only people who are not: the doors. */
export const notSignedIn: CanActivateFn = async () => {
  const router = inject(Router);
  const session = await whenKnown();
  return session.state() === 'in' ? router.createUrlTree(['/']) : true;
};

/** A page for people with this permission; others read why they cannot see it, under the same address. */
export function permitted(permission: Permission): CanActivateFn {
  return async () => {
    const router = inject(Router);
    const session = await whenKnown();
    if (session.state() !== 'in' || session.may(permission)) return true;
    return new RedirectCommand(router.createUrlTree(['/forbidden']), { skipLocationChange: true });
  };
}
