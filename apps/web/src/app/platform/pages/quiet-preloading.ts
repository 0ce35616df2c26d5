import { Injectable } from '@angular/core';
import { type PreloadingStrategy, type Route } from '@angular/router';
import { catchError, EMPTY, type Observable, switchMap, timer } from 'rxjs';

/** How long after a page was opened its own requests have the network to themselves. */
const PATIENCE_MS = 2_000;

/**
 * Fetches the scripts of the other pages while somebody reads this one, so that going there waits for data only.
 * Whoever asks the browser to save data fetches each page when it is opened; so does whoever is offline at that moment.
 */
@Injectable({ providedIn: 'root' })
export class QuietPreloading implements PreloadingStrategy {
  preload(_route: Route, load: () => Observable<unknown>): Observable<unknown> {
    const connection: unknown = Reflect.get(navigator, 'connection');
    const isSaving = connection instanceof Object && Reflect.get(connection, 'saveData') === true;
    if (isSaving) return EMPTY;
    return timer(PATIENCE_MS).pipe(
      switchMap(() => (navigator.onLine ? load() : EMPTY)),
      catchError(() => EMPTY),
    );
  }
}
