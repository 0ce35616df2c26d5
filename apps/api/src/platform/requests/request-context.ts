import { AsyncLocalStorage } from 'node:async_hooks';
import type { Language } from '@sightline/language';
import type { Permission } from '@sightline/rules';
import type { Session } from '../sessions/session';

/** What the platform knows about the request that is being answered. Never handed to a rule. */
export interface RequestContext {
  /** Also the `traceId` of a problem and the `X-Request-Id` of the answer. */
  readonly requestId: string;
  /** `POST /api/v1/charters/CH-0012/submit`: the path as it was asked for, without its query. */
  readonly route: string;
  readonly language: Language;
  readonly address: string;
  session: Session | null;
  /** The permission the route asks for; asked again inside the transaction of a write. */
  permission: Permission | null;
  /** The caller's `Idempotency-Key` with the hash of the body it came with. */
  idempotency: { key: string; bodyHash: string } | null;
  /** Whether the answer may be kept for a repeat; never where it carries a secret. */
  keepAnswer: boolean;
  /** A request is one unit of work; a second one would make a repeat half applied. */
  written: boolean;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** The context of the request being answered; undefined in background work and at start. */
export function requestContext(): RequestContext | undefined {
  return storage.getStore();
}

/** Runs work, and whatever it starts, inside a request context. */
export function inRequestContext<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}
