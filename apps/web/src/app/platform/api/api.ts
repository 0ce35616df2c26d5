import { HttpClient, HttpContext, type HttpHeaders } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { newKey } from './new-key';
import { apiUrl } from './api-url';
import { ONCE } from './shown-again';

/**
 * Writes to the API. Every method rejects with the `HttpErrorResponse`, which `problemOf` reads. A change of a record
 * carries the version that was read (`If-Match`); a creation carries a key, so that a repeat creates nothing twice.
 */
@Injectable({ providedIn: 'root' })
export class Api {
  private readonly http = inject(HttpClient);

  /** `key` names one intention: pass the same again when it is tried again. */
  post<T>(path: string, body: unknown = {}, key: string = newKey()): Promise<T> {
    return this.send('POST', path, body, { 'Idempotency-Key': key });
  }

  /** Creates below a record that has to stand at `version`. */
  postTo<T>(path: string, body: unknown, version: number, key: string = newKey()): Promise<T> {
    return this.send('POST', path, body, { 'Idempotency-Key': key, ...ifMatch(version) });
  }

  patch<T>(path: string, body: unknown, version: number): Promise<T> {
    return this.send('PATCH', path, body, ifMatch(version));
  }

  put<T>(path: string, body: unknown, version?: number): Promise<T> {
    return this.send('PUT', path, body, version === undefined ? {} : ifMatch(version));
  }

  delete<T>(path: string, version?: number): Promise<T> {
    return this.send('DELETE', path, undefined, version === undefined ? {} : ifMatch(version));
  }

  /** A single look-up that no template waits for, such as the search of a picker. */
  get<T>(path: string, query?: Parameters<typeof apiUrl>[1]): Promise<T> {
    return firstValueFrom(this.http.get<T>(apiUrl(path, query), { context: new HttpContext().set(ONCE, true) }));
  }

  private send<T>(method: string, path: string, body: unknown, headers: Headers): Promise<T> {
    return firstValueFrom(this.http.request<T>(method, apiUrl(path), { body, headers }));
  }
}

type Headers = Exclude<NonNullable<Parameters<HttpClient['request']>[2]>['headers'], HttpHeaders | undefined>;

function ifMatch(version: number): Headers {
  return { 'If-Match': `"${version}"` };
}
