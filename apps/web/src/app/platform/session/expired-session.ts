import { HttpErrorResponse, type HttpInterceptorFn, HttpXsrfTokenExtractor } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { problemOf } from '../problems/problem-of';
import { Expiry } from './expiry';
import { Session } from './session';

/** Calls that ask for a session or make one: their 401 is an answer, not an end. */
const ANSWERS = /\/api\/v1\/(auth\/|me$|set-up)/;

/** A call refused because the session ended, or is too old for it, waits for the sign-in and is sent again with the new session's token. */
export const expiredSession: HttpInterceptorFn = (request, next) => {
  if (ANSWERS.test(request.url)) return next(request);
  const expiry = inject(Expiry);
  const session = inject(Session);
  const xsrf = inject(HttpXsrfTokenExtractor);
  return next(request).pipe(
    catchError((error: unknown) => {
      const ended = error instanceof HttpErrorResponse && error.status === 401 && session.me() !== null;
      if (!ended) return throwError(() => error);
      return from(expiry.renewed(problemOf(error).code === 'sign-in-too-old' ? 'old' : 'ended')).pipe(
        switchMap(() => {
          const token = xsrf.getToken();
          return next(
            token && request.method !== 'GET' ? request.clone({ setHeaders: { 'X-XSRF-TOKEN': token } }) : request,
          );
        }),
      );
    }),
  );
};
