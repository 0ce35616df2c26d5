import { type InvalidField, Problems } from '../platform/problems/problem';

/** Refuses (400) a list that names one record twice. */
export function refuseTwice(ids: string[], pointer: (at: number) => string): string[] {
  const seen = new Set<string>();
  const twice: InvalidField[] = [];
  for (const [at, id] of ids.entries()) {
    if (seen.has(id)) twice.push({ pointer: pointer(at), code: 'named-twice' });
    seen.add(id);
  }
  if (twice.length > 0) throw Problems.invalid(twice);
  return ids;
}

/** In the order in which `charter_content` lists them: by id. */
export function sorted<T>(items: T[], id: (item: T) => string): T[] {
  return [...items].sort((one, other) => (id(one) < id(other) ? -1 : 1));
}
