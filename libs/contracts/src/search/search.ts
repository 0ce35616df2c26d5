import type { Reference } from '../records/record';

/** What is searched, in the order in which equal hits stand. */
export const SEARCH_KINDS = ['charter', 'kpi', 'principle', 'domain', 'system', 'service', 'party', 'person'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

export const SEARCH_HITS_MAX = 50;
export const SEARCH_HITS_DEFAULT = 20;

export interface SearchHit extends Reference {
  kind: SearchKind;
  /** Of a charter only. */
  status: string | null;
}

/** GET /search?q=: codes first, then names that begin with the words, then those that hold them. */
export interface SearchAnswer {
  items: SearchHit[];
}
