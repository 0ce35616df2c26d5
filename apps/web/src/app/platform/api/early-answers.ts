import { type HttpInterceptorFn, HttpResponse } from '@angular/common/http';
import { from, of, switchMap } from 'rxjs';

/** Later than this an answer may no longer be true; in ms of the page's life. */
const EARLY_MS = 15_000;

interface Early {
  /** In which the answers speak. */
  readonly language: string;
  /** By address; null for what was refused or did not arrive. */
  readonly answers: Map<string, Promise<unknown>>;
}

/**
 * Takes what `public/early.js` asked for before the scripts of the page were there, once each; whatever it did not ask
 * for, or did not get, is asked for as ever.
 */
export const earlyAnswers: HttpInterceptorFn = (request, next) => {
  const early = request.method === 'GET' ? taken(request.urlWithParams, request.headers.get('Accept-Language')) : null;
  if (!early) return next(request);
  return from(early).pipe(
    switchMap((body) =>
      body === null ? next(request) : of(new HttpResponse({ body, status: 200, url: request.urlWithParams })),
    ),
  );
};

function taken(address: string, language: string | null): Promise<unknown> | null {
  const early = Reflect.get(globalThis, 'sightlineEarly') as Early | undefined;
  const answer = early?.answers.get(address);
  if (!early || !answer) return null;
  early.answers.delete(address);
  return early.language === language && performance.now() < EARLY_MS ? answer : null;
}
