import {
  HttpContextToken,
  type HttpEvent,
  type HttpInterceptorFn,
  HttpResponse,
  HttpXsrfTokenExtractor,
} from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { concat, finalize, type Observable, of, mergeMap, EMPTY } from 'rxjs';

/** What the pages of the navigation show: lists, counts and the strategy in force. Nothing that a form is filled from. */
const SHOWN =
  /^\/api\/v1\/(?:inbox|strategy|strategy\/versions|strategy\/versions\/\d+\/openings|principles|drivers|charters|kpis|kpis\/overview|data-domains)(?:\?|$)/;
/** Older than this an answer is not shown again, in ms. */
const FRESH_MS = 10 * 60_000;
const ANSWERS_KEPT = 40;

/** For a look that takes the first answer and no second one. */
export const ONCE = new HttpContextToken(() => false);

interface Answer {
  readonly body: unknown;
  readonly at: number;
}

/** What this session read last, by its own token: nobody who signs in after it is shown any of it. */
@Injectable({ providedIn: 'root' })
class Answers {
  private readonly kept = new Map<string, Answer>();
  /** Counts the writes; what was asked before one says nothing after it. */
  writes = 0;

  of(key: string): Answer | undefined {
    const answer = this.kept.get(key);
    return answer && performance.now() - answer.at < FRESH_MS ? answer : undefined;
  }

  keep(key: string, body: unknown): void {
    this.kept.delete(key);
    this.kept.set(key, { body, at: performance.now() });
    const [oldest] = this.kept.keys();
    if (this.kept.size > ANSWERS_KEPT && oldest !== undefined) this.kept.delete(oldest);
  }

  wrote(): void {
    this.writes += 1;
    this.kept.clear();
  }
}

/**
 * A page that was open before stands there at once as it was last, while its data is asked for anew; what comes is shown
 * where it differs. Whatever this browser writes ends that for everything it read: nobody is shown what they have just
 * changed as it was before.
 */
export const shownAgain: HttpInterceptorFn = (request, next) => {
  const answers = inject(Answers);
  if (request.method !== 'GET') {
    answers.wrote();
    return next(request).pipe(finalize(() => answers.wrote()));
  }
  const session = inject(HttpXsrfTokenExtractor).getToken();
  if (!session || !SHOWN.test(request.urlWithParams) || request.context.get(ONCE)) return next(request);
  const key = [session, request.headers.get('Accept-Language'), request.urlWithParams].join(' ');
  const [before, { writes }] = [answers.of(key), answers];
  const anew = next(request).pipe(
    mergeMap((event): Observable<HttpEvent<unknown>> => {
      if (!(event instanceof HttpResponse)) return of(event);
      if (writes === answers.writes) answers.keep(key, event.body);
      return before && isSame(before.body, event.body) ? EMPTY : of(event);
    }),
  );
  return before ? concat(of(new HttpResponse({ body: before.body, status: 200, url: request.url })), anew) : anew;
};

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
