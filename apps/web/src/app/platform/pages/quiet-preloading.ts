import { Injectable } from '@angular/core';
import { type PreloadingStrategy, type Route } from '@angular/router';
import { EMPTY, type Observable, switchMap, timer } from 'rxjs';

/** How long after a page was opened its own requests have the network to themselves. */
const PATIENCE_MS = 2_000;

/**
 * Fetches the scripts of the other pages while somebody reads this one, so that going there waits for data only (SPEED.md,
 * the page). Whoever asks the browser to save data fetches each page when it is opened.
 */
@Injectable({ providedIn: 'root' })
export class QuietPreloading implements PreloadingStrategy {
  preload(_route: Route, load: () => Observable<unknown>): Observable<unknown> {
    const connection: unknown = Reflect.get(navigator, 'connection');
    const isSaving = connection instanceof Object && Reflect.get(connection, 'saveData') === true;
    return isSaving ? EMPTY : timer(PATIENCE_MS).pipe(switchMap(load));
  }
}
