import type { APIRequestContext } from 'playwright-core';

/** A page of the sample company, who looks at it, and what its pictures are called. */
export interface Place {
  readonly name: string;
  readonly persona: string;
  /** Where it is; records are found by what the list of their kind says first for that filter. */
  readonly path: string | ((ask: Ask) => Promise<string>);
}

/** Answers the code of the first record that a list of the API finds. */
export type Ask = (list: string) => Promise<string>;

const first =
  (page: string, list: string, rest = '') =>
  async (ask: Ask): Promise<string> =>
    `/${page}/${await ask(list)}${rest}`;

/** Every page behind the sign-in, in the order of the navigation. */
export const PLACES: readonly Place[] = [
  { name: 'home', persona: 'board-business', path: '/' },
  { name: 'home-lead', persona: 'lead', path: '/' },
  { name: 'strategy', persona: 'cio', path: '/strategy' },
  { name: 'strategy-versions', persona: 'cio', path: '/strategy/versions' },
  { name: 'strategy-edit', persona: 'cio', path: '/strategy/versions/3/edit' },
  { name: 'strategy-compare', persona: 'cio', path: '/strategy/compare?from=2&to=3' },
  { name: 'strategy-impact', persona: 'cio', path: '/strategy/versions/3/impact' },
  { name: 'strategy-opened', persona: 'external', path: '/strategy/opened' },
  { name: 'principle', persona: 'cio', path: first('strategy/principles', '/principles') },
  { name: 'mandates', persona: 'cio', path: '/strategy/mandates' },
  { name: 'mandate', persona: 'cio', path: first('strategy/mandates', '/mandates?status=untranslated') },
  { name: 'exceptions', persona: 'cio', path: '/strategy/exceptions' },
  {
    name: 'exception',
    persona: 'cio',
    path: first('strategy/exceptions', '/exceptions?status=granted&sort=expiresOn'),
  },
  { name: 'exception-new', persona: 'lead', path: '/strategy/exceptions/new' },
  { name: 'charters', persona: 'cio', path: '/charters' },
  { name: 'charter', persona: 'lead', path: first('charters', '/charters?mine=true&status=draft&sort=code') },
  { name: 'charter-approved', persona: 'cio', path: first('charters', '/charters?approved=true&status=in_delivery') },
  {
    name: 'charter-edit',
    persona: 'lead',
    path: first('charters', '/charters?mine=true&status=draft&sort=code', '/edit'),
  },
  {
    name: 'charter-facts',
    persona: 'lead',
    path: first('charters', '/charters?mine=true&status=draft&sort=code', '/edit#facts'),
  },
  { name: 'charter-new', persona: 'lead', path: '/charters/new' },
  {
    name: 'charter-revisions',
    persona: 'lead',
    path: first('charters', '/charters?mine=true&status=submitted', '/revisions'),
  },
  { name: 'outcomes', persona: 'champion', path: '/outcomes' },
  { name: 'kpi', persona: 'champion', path: first('outcomes', '/kpis?status=off_track') },
  { name: 'kpi-edit', persona: 'champion', path: first('outcomes', '/kpis?mine=true', '/edit') },
  { name: 'measurements', persona: 'champion', path: '/outcomes/measurements' },
  { name: 'data', persona: 'steward', path: '/data' },
  { name: 'data-domain', persona: 'steward', path: first('data', '/data-domains?tier=important&sort=name') },
  { name: 'board', persona: 'board-business', path: '/board' },
  { name: 'proposal', persona: 'board-business', path: first('board/proposals', '/proposals?status=open&sort=dueAt') },
  {
    name: 'proposal-exception',
    persona: 'board-business',
    path: first('board/proposals', '/proposals?status=open&subjectType=exception'),
  },
  { name: 'decisions', persona: 'board-business', path: '/board/decisions' },
  { name: 'decision', persona: 'board-business', path: first('board/decisions', '/decisions') },
  { name: 'seats', persona: 'cio', path: '/board/seats' },
  { name: 'units', persona: 'cio', path: '/registers/units' },
  { name: 'people', persona: 'admin', path: '/registers/people' },
  { name: 'parties', persona: 'cio', path: '/registers/parties' },
  { name: 'systems', persona: 'cio', path: '/registers/systems' },
  { name: 'services', persona: 'cio', path: '/registers/services' },
  { name: 'imports', persona: 'cio', path: '/imports' },
  { name: 'import-new', persona: 'cio', path: '/imports/new' },
  { name: 'exports', persona: 'auditor', path: '/exports' },
  { name: 'audit', persona: 'auditor', path: '/audit' },
];

/** Where a place is in this installation. */
export async function pathOf({ name, path }: Place, request: APIRequestContext): Promise<string> {
  if (typeof path === 'string') return path;
  return path(async (list) => {
    const { items } = (await (await request.get(`/api/v1${list}`)).json()) as { items?: { code: string }[] };
    if (!items?.[0]) throw new Error(`The sample company has nothing to show for ${name}: ${list} is empty.`);
    return items[0].code;
  });
}
