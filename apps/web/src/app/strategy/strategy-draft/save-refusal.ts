import type { Problem } from '@sightline/contracts';
import type { DraftPath } from './draft-fields';

/** What a save that did not succeed means for the writer. */
export type SaveRefusal = 'stale' | 'frozen' | 'refused' | 'away';

/** A record that is gone was taken out by somebody else, which is a change like any other. */
export function meaningOf({ code, status }: Problem, { ofRecord }: { ofRecord: boolean }): SaveRefusal {
  if (code === 'stale' || (status === 404 && ofRecord)) return 'stale';
  if (code === 'frozen') return 'frozen';
  return status >= 400 && status < 500 && status !== 429 ? 'refused' : 'away';
}

/** The fields that the server names, or all that went with the request. */
export function refusedPaths(paths: readonly DraftPath[], { errors = [] }: Problem): readonly DraftPath[] {
  const named = paths.filter((path) =>
    errors.some(({ pointer }) => path === pointer.slice(1) || path.endsWith(pointer) || isBelow(pointer, path)),
  );
  return named.length > 0 ? named : paths;
}

/** Why, in the server's words. */
export function reasonOf({ errors = [], detail, title }: Problem): string {
  return errors.map((error) => error.detail).join(' ') || detail || title;
}

/** Whether a pointer leads into what a field holds: `/decisionTable/rules/0/when/latencyMs`. */
function isBelow(pointer: string, path: DraftPath): boolean {
  return pointer.startsWith(`/${path.split('/').at(-1)}/`);
}
