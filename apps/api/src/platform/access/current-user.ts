import { createParamDecorator } from '@nestjs/common';
import type { SignedInUser } from '@sightline/contracts';
import { Problems } from '../problems/problem';
import { requestContext } from '../requests/request-context';

/**
 * Who makes the request. `UnitOfWork.write` brings this very object up to date inside its transaction, so that a
 * service decides on the roles as they are when it writes.
 */
export const CurrentUser = createParamDecorator((): SignedInUser => {
  const session = requestContext()?.session;
  if (!session) throw Problems.notSignedIn();
  return session.user;
});
