import type { HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { Words } from './words';

/** Answers speak the reader's language. */
export const acceptLanguage: HttpInterceptorFn = (request, next) =>
  next(request.clone({ setHeaders: { 'Accept-Language': inject(Words).language() } }));
