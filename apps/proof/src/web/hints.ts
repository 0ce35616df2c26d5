import type { Proposal } from '@sightline/contracts';
import type { Caller } from '../faults/caller';
import { nameOf, type Operation } from './document';
import { PAYLOADS } from './payloads';
import type { References } from './poisoned-body';

/** A file whose every row tries something; quotes are doubled, as CSV wants it. */
const FILE = ['key,name,kind', ...PAYLOADS.map((text, at) => `i${at},"${text.replaceAll('"', '""')}",business`)].join(
  '\n',
);

/** What a request needs beyond its schema to be taken; what is named here counts as no text of a user. */
export const HINTS: Readonly<Record<string, References>> = {
  'POST /comments': { '/record': '1', '/chapter': 'purpose', '/mentions': undefined },
  'PATCH /comments/{id}': { '/mentions': undefined },
  'POST /comments/{id}/replies': { '/mentions': undefined },
  'POST /data-domains/{domain}/flows': { '/from': '', '/to': '', '/entities': [] },
  'POST /imports': { kind: 'business_units', '/content': FILE, '/mapping': undefined },
  'POST /strategy/versions/{n}/capabilities': { '/current': 1, '/target': 3 },
  'POST /strategy/versions/{n}/drivers': { '/weight': 3 },
  'POST /kpis/{id}/measurements': { corrects: undefined, '/value': undefined, '/reason': undefined },
  'PATCH /strategy/versions/{n}': { '/kpis': undefined, '/authors': undefined, '/facts': undefined },
  'PUT /strategy/versions/{n}/sections/{key}/openings': { '/parties': [], '/people': [] },
  'PUT /proposals/{id}/vote': { choice: 'approve', '/snapshotHash': '' },
};

/** Requests whose texts reach no page, or whose state the sample company is not in; with the reason. */
export const EXCUSED: Readonly<Record<string, string>> = {
  'POST /auth/activate': 'a secret',
  'POST /auth/login': 'kept nowhere',
  'POST /set-up': 'closed; the same texts stand in the registers',
  'POST /users/{id}/erase': 'compared with the name, kept nowhere',
  'PATCH /boards/{id}': 'a board that decides is renamed by SQL here',
  'POST /charters/{id}/change-requests': 'the same fields as a charter, of which the same pages show the change',
  'POST /proposals/{id}/close': 'the votes that are there decide; the rationales of decisions are written by SQL here',
  'POST /proposals/{id}/return': 'every open proposal has votes',
  'POST /proposals/{id}/substitutes': 'no constituency is emptied',
  'POST /proposals/{id}/overrules':
    'no open proposal has a check that can be overruled; the same page shows other reasons',
  'POST /charters/{id}/reaffirm': 'no charter waits for it in the sample company',
  'POST /exceptions/{id}/renew': 'no exception is granted yet; the same fields as a new one',
  'POST /exceptions/{id}/revoke': 'no exception is granted yet',
};

/** What has to be read from the record first: whoever votes says which snapshot was seen. */
export async function seenBefore(operation: Operation, caller: Caller, path: string): Promise<References> {
  if (nameOf(operation) !== 'PUT /proposals/{id}/vote') return {};
  const reply = await caller.send('GET', path.replace(/\/vote$/, ''));
  return { '/snapshotHash': (reply?.body as Proposal | undefined)?.snapshotHash };
}
