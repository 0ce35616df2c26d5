import type { SignedInUser } from '@sightline/contracts';

/** An open session with the person it belongs to, as the database had it at most two seconds ago. */
export interface Session {
  readonly id: string;
  /** The anti-CSRF token that a changing request has to repeat in `X-XSRF-TOKEN`. */
  readonly csrfToken: string;
  readonly signedInAt: Date;
  /** When an administrator last reset the person's sign-in; voting waits 24 hours after that. */
  credentialResetAt: Date | null;
  readonly user: SignedInUser;
}
