import { SetMetadata } from '@nestjs/common';

export const RECENT_SIGN_IN = 'sightline:recent-sign-in';

/** For routes that bind the company (voting, closing): the sign-in may not be older than configured (TRUST T9, step-up). */
export const RecentSignIn = (): MethodDecorator => SetMetadata(RECENT_SIGN_IN, true);
